import { isAlias, isCollection, isMap, isNode, isScalar, isSeq, type Pair, type Scalar } from "yaml";
import type { Both } from "../core/language.ts";
import type { Complaint } from "./complaint.ts";
import { meantNumber, numberHint } from "./hints.ts";
import { keyOf, type Path } from "./locate.ts";
import type { Page } from "./page.ts";

/** A complaint about YAML that says something else than it seems to, at a path whose value can't be trusted. */
export interface Trap {
  readonly path: Path;
  readonly complaint: Complaint;
}

/** Everything in a page that YAML accepts and a person meant otherwise. */
export function trapsOf(page: Page): readonly Trap[] {
  const traps: Trap[] = [];
  const path: (string | number)[] = [];
  /** There are very many nodes and hardly a trap: a path is copied only for one. */
  const add = (...trap: Unplaced): void => void traps.push({ path: [...path], complaint: complaintOf(...trap) });

  function walk(node: unknown): void {
    marks(node, add);
    if (isScalar(node)) scalarTraps(node, add);
    else if (isSeq(node)) for (const [index, item] of node.items.entries()) below(index, item);
    else if (isMap(node))
      for (const [index, pair] of node.items.entries())
        below(keyOf(pair), pair.value, pair, node.flow === true ? node.items[index - 1] : undefined);
  }

  function below(step: string | number, node: unknown, pair?: Pair, before?: Pair): void {
    path.push(step);
    if (pair !== undefined) keyTraps(pair, before, add);
    walk(node);
    path.pop();
  }

  walk(page.document.contents);
  return traps;
}

type Span = readonly [number, number];

const spanOf = (node: unknown): Span => {
  const range = isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
};

/** A trap, without its path. */
type Unplaced = readonly [range: Span, code: string, message: Both, hint: Both, severity?: Complaint["severity"]];
type Add = (...trap: Unplaced) => void;

const complaintOf = (...[range, code, message, hint, severity = "error"]: Unplaced): Complaint => ({
  at: { range },
  severity,
  code,
  message,
  hint,
});

function marks(node: unknown, add: Add): void {
  const anchored = (isScalar(node) || isCollection(node)) && node.anchor !== undefined;
  if (isAlias(node) || anchored) {
    add(
      spanOf(node),
      "anchor",
      { vi: "Không dùng & và * (neo và tham chiếu YAML).", en: "YAML anchors (&) and aliases (*) cannot be used." },
      {
        vi: 'Viết lại nội dung ở mỗi chỗ; nếu là chữ thì đặt trong dấu nháy: "*…".',
        en: 'Write the content out; if it is text, quote it: "*…".',
      },
    );
  }
}

const MERGE: readonly [Both, Both] = [
  { vi: "Không dùng “<<” để gộp mục.", en: "“<<” (merging) cannot be used." },
  { vi: "Viết đủ các mục ở mỗi chỗ.", en: "Write all keys out in each place." },
];

const RESERVED: readonly [Both, Both] = [
  { vi: "Tên mục “__proto__” không được phép.", en: "“__proto__” is not allowed as a key." },
  { vi: "Xóa mục này.", en: "Delete it." },
];

function keyTraps(pair: Pair, before: Pair | undefined, add: Add): void {
  const key = keyOf(pair);
  const span = spanOf(pair.key);
  if (key === "<<") add(span, "merge-key", ...MERGE);
  if (key === "__proto__") add(span, "reserved-key", ...RESERVED);
  if (before !== undefined && isBare(pair) && isScalar(before.value) && typeof before.value.value === "number") {
    const typed = `${before.value.source},${key}`;
    const from = spanOf(before.value)[0];
    add([from, span[1]], "decimal-comma", commaMessage(typed, keyOf(before)), numberHint(typed));
  }
}

const isBare = (pair: Pair): boolean =>
  /^\d+%?$/.test(keyOf(pair)) && (pair.value === null || (isScalar(pair.value) && pair.value.value === null));

const commaMessage = (typed: string, key: string): Both => ({
  vi: `Trong ngoặc { }, dấu phẩy ngăn cách các mục: “${typed}” bị hiểu thành hai mục.`,
  en: `Inside { }, a comma separates keys: “${typed}” becomes two keys (“${key}” and one more).`,
});

function scalarTraps(node: Scalar, add: Add): void {
  const { value, source, comment } = node;
  if (typeof value === "number" && source !== undefined) numberTraps(node, source, add);
  if (typeof value !== "string" || node.type !== "PLAIN") return;
  if (comment != null && /^[^\s#]/.test(comment)) hashTrap(node, comment, add);
  if (CURLY.test(value)) curlyTrap(node, value, add);
}

/** A whole text between quotes of a word processor: to YAML they are letters. Text may begin with such a word, and go on. */
const CURLY = /^[“”„‟«][^“”„‟«»"]*[“”»"]?$|^[‘’‚][^‘’‚']*[‘’']$/;

function curlyTrap(node: Scalar, value: string, add: Add): void {
  const inside = value.replace(/^[“”„‟«‘’‚]|[“”»"‘’']$/g, "");
  add(
    spanOf(node),
    "curly-quotes",
    {
      vi: `Dấu nháy cong không phải dấu nháy của YAML: ${value}`,
      en: `Curly quotes are no quotes to YAML: ${value}`,
    },
    {
      vi: `Dùng dấu nháy thẳng: "${inside}". Nếu dấu nháy cong thuộc câu, đặt cả câu trong dấu nháy thẳng: '“${inside}”'.`,
      en: `Use straight quotes: "${inside}". If the curly ones belong to the text, put straight ones around it: '“${inside}”'.`,
    },
  );
}

function hashTrap(node: Scalar, comment: string, add: Add): void {
  add(
    spanOf(node),
    "hash",
    {
      vi: `Từ dấu # trở đi là ghi chú: “#${comment}” không nằm trong câu.`,
      en: `From # on it is a comment: “#${comment}” is not part of the text.`,
    },
    {
      vi: "Nếu thuộc câu, đặt cả câu trong dấu nháy; nếu là ghi chú, viết “# ” có dấu cách.",
      en: "If it belongs to the text, quote the whole text; if it is a comment, write “# ” with a space.",
    },
    "warning",
  );
}

function numberTraps(node: Scalar, source: string, add: Add): void {
  const found = NUMBER_TRAPS.find(({ form }) => form.test(source));
  if (found === undefined) return;
  const read = Number(node.value);
  add(spanOf(node), found.code, found.message(source, read), found.hint(source, read));
}

interface NumberTrap {
  readonly form: RegExp;
  readonly code: string;
  message(source: string, read: number): Both;
  hint(source: string, read: number): Both;
}

const write = (number: string): Both => ({ vi: `Viết ${number}.`, en: `Write ${number}.` });

const NUMBER_TRAPS: readonly NumberTrap[] = [
  {
    form: /^[-+]?[1-9]\d{0,2}(\.\d{3})+$/,
    code: "thousands",
    message: (source, read) => ({
      vi: `Máy đọc “${source}” là số ${String(read).replace(".", ",")}: dấu chấm là dấu thập phân.`,
      en: `“${source}” is read as the number ${read}: the point is a decimal point.`,
    }),
    hint: (source, read) => ({
      vi: `Có phải ý bạn là ${meantNumber(source)}? Viết liền: ${meantNumber(source)}. Nếu đúng là ${String(read).replace(".", ",")} thì viết ${exactly(source, read)}.`,
      en: `Did you mean ${meantNumber(source)}? Write it without separators: ${meantNumber(source)}. If it really is ${read}, write ${exactly(source, read)}.`,
    }),
  },
  {
    form: /^[-+]?0\d/,
    code: "leading-zero",
    message: (source, read) => ({
      vi: `“${source}” bắt đầu bằng số 0 và được đọc là ${read}.`,
      en: `“${source}” starts with a zero and is read as ${read}.`,
    }),
    hint: (source, read) => ({
      vi: `Nếu là số thì viết ${read}; nếu là mã thì đặt trong dấu nháy: "${source}".`,
      en: `If it is a number, write ${read}; if it is a code, quote it: "${source}".`,
    }),
  },
  {
    form: /^0[xo]/,
    code: "base",
    message: (source, read) => ({
      vi: `“${source}” được đọc là ${read} (hệ đếm khác).`,
      en: `“${source}” is read as ${read} (another number base).`,
    }),
    hint: (source, read) => ({
      vi: `Viết ${read}; nếu là mã thì đặt trong dấu nháy: "${source}".`,
      en: `Write ${read}; if it is a code, quote it: "${source}".`,
    }),
  },
  {
    form: /e/i,
    code: "exponent",
    message: (source) => ({
      vi: `“${source}” là cách viết lũy thừa của 10, dễ đọc nhầm.`,
      en: `“${source}” is scientific notation, which is easily misread.`,
    }),
    hint: (source) => {
      const number = meantNumber(source);
      return number === undefined ? numberHint("") : write(number);
    },
  },
  {
    form: /inf|nan/i,
    code: "not-a-number",
    message: (source) => ({ vi: `“${source}” không phải một con số.`, en: `“${source}” is not a number.` }),
    hint: () => ({
      vi: "Viết con số thật; nếu là chữ thì đặt trong dấu nháy.",
      en: "Write a real number; if it is text, put it in quotes.",
    }),
  },
  {
    form: /^\+|^[-+]?\.|\.$/,
    code: "number-form",
    message: (source, read) => ({
      vi: `“${source}” được đọc là ${String(read).replace(".", ",")}, nhưng viết chưa đủ.`,
      en: `“${source}” is read as ${read}, but is not written in full.`,
    }),
    hint: (source) => write(meantNumber(source) ?? source),
  },
];

/** How to write a number that looks like thousands and is not: without its zeros, or quoted if it has other decimals. */
const exactly = (source: string, read: number): string => (Number.isInteger(read) ? String(read) : `"${source}"`);
