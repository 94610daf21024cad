import { z } from "zod";
import type { Both } from "../core/language.ts";
import { type Complaint, keyAt, type Said, type Spot, valueAt } from "./complaint.ts";
import { FORMS } from "./forms.ts";
import { numberHint } from "./hints.ts";
import { descriptionAt, itemSchema, type JsonSchema, keysAt } from "./json-schema.ts";
import type { Kind } from "./kind.ts";
import type { Path } from "./locate.ts";
import { choices, didYouMean, nearest } from "./nearest.ts";
import { type Finding, findingsOf } from "./union.ts";
import { dig, isRecord } from "./value.ts";

/** A complaint and the path, within the item, of what it is about. */
export interface AboutPath {
  readonly path: Path;
  readonly complaint: Complaint;
}

/** What is wrong with an item that its schema has refused, in words for people. `base` is where the item stands in its file. */
export function schemaComplaints(
  kind: Kind<unknown>,
  item: unknown,
  issues: readonly z.core.$ZodIssue[],
  base: Path,
): readonly AboutPath[] {
  const schema = itemSchema(kind);
  const findings = findingsOf(issues, item);
  const strangers = findings.flatMap(strangersOf);
  const renamed = new Set(strangers.map(({ path }) => String(renamedTo(schema, path))));
  const complain = (path: Path, at: Spot, said: Said): AboutPath => ({
    path: [...base, ...path],
    complaint: { at, severity: "error", ...said },
  });
  return [
    ...strangers.map(({ path }) => complain(path, keyAt([...base, ...path]), unknownKey(schema, path))),
    ...findings
      .filter(({ issue, path }) => issue.code !== "unrecognized_keys" && !renamed.has(String(path)))
      .map((finding) => complain(finding.path, valueAt([...base, ...finding.path]), say(schema, finding, item))),
  ];
}

const strangersOf = ({ issue, path }: Finding): readonly { readonly path: Path }[] =>
  issue.code === "unrecognized_keys" ? issue.keys.map((key) => ({ path: [...path, key] })) : [];

function renamedTo(schema: JsonSchema, path: Path): Path | undefined {
  const near = nearest(String(path.at(-1)), keysAt(schema, path.slice(0, -1)));
  return near === undefined ? undefined : [...path.slice(0, -1), near];
}

function unknownKey(schema: JsonSchema, path: Path): Said {
  const key = path.at(-1);
  const keys = keysAt(schema, path.slice(0, -1));
  const near = nearest(String(key), keys);
  return {
    code: "unknown-key",
    message: { vi: `Không có mục nào tên “${key}” ở đây.`, en: `There is no key “${key}” here.` },
    hint: near === undefined ? choices(keys) : didYouMean(near),
  };
}

function say(schema: JsonSchema, { issue, path }: Finding, item: unknown): Said {
  const value = dig(item, path);
  if (value === undefined) return missing(schema, path);
  if (value === null || value === "") return empty(schema, path);
  switch (issue.code) {
    case "invalid_type":
      return wrongType(schema, path, issue.expected, value);
    case "invalid_value":
      return wrongChoice(issue.values.map(String), value);
    case "too_small":
    case "too_big":
      return wrongSize(path, issue, value);
    case "invalid_format":
      return wrongForm(path, issue.format === "regex" ? issue.message : issue.format, value);
    case "custom":
      return wrongForm(path, String(issue.params?.code), value);
    default:
      return { code: "schema", message: zodSays(issue) };
  }
}

/** "“aliases”", or "item 2 of “aliases”" where a list is meant. */
function nameOf(path: Path): Both {
  const last = path.at(-1);
  if (last === undefined) return { vi: "Phần tử này", en: "This item" };
  if (typeof last === "string") return { vi: `“${last}”`, en: `“${last}”` };
  const list = path.at(-2);
  return { vi: `Phần tử thứ ${last + 1} của “${list}”`, en: `Item ${last + 1} of “${list}”` };
}

const TEXTS: Readonly<Record<string, Both>> = {
  vi: { vi: "bản tiếng Việt", en: "Vietnamese text" },
  en: { vi: "bản tiếng Anh", en: "English text" },
};

function missing(schema: JsonSchema, path: Path): Said {
  const key = String(path.at(-1));
  const text = TEXTS[key];
  if (text === undefined)
    return {
      code: "missing-key",
      message: { vi: `Thiếu mục “${key}”.`, en: `“${key}” is missing.` },
      hint: described(schema, path, `${key}: …`),
    };
  const owner = path.length < 2 ? undefined : nameOf(path.slice(0, -1));
  return {
    code: "missing-language",
    message: {
      vi: `Thiếu ${text.vi}${owner === undefined ? "" : ` của ${owner.vi}`}.`,
      en: `The ${text.en}${owner === undefined ? "" : ` of ${owner.en}`} is missing.`,
    },
    hint: { vi: `Thêm “${key}: …”.`, en: `Add “${key}: …”.` },
  };
}

function empty(schema: JsonSchema, path: Path): Said {
  const name = nameOf(path);
  return {
    code: "empty",
    message: { vi: `${name.vi} để trống.`, en: `${name.en} is empty.` },
    hint:
      typeof path.at(-1) === "string"
        ? described(schema, path, `${path.at(-1)}: …`)
        : { vi: "Viết nội dung, hoặc xóa dòng này.", en: "Write something, or delete the line." },
  };
}

/** "Add “asOf: …” (the day …)": descriptions are written "Vietnamese · English". */
function described(schema: JsonSchema, path: Path, write: string): Both {
  const parts = descriptionAt(schema, path)?.split(" · ") ?? [];
  const [vi, en] = parts.length === 2 ? parts.map((part) => ` (${part})`) : ["", ""];
  return { vi: `Viết “${write}”${vi}.`, en: `Write “${write}”${en}.` };
}

const TYPES: Readonly<Record<string, Both>> = {
  string: { vi: "chữ", en: "text" },
  number: { vi: "một con số", en: "a number" },
  int: { vi: "một số nguyên", en: "a whole number" },
  boolean: { vi: "true hoặc false", en: "true or false" },
  array: { vi: "một danh sách", en: "a list" },
  object: { vi: "một nhóm “tên: giá trị”", en: "a group of “key: value” lines" },
};

const typeOf = (value: unknown): string => (Array.isArray(value) ? "array" : typeof value);

function wrongType(schema: JsonSchema, path: Path, expected: string, value: unknown): Said {
  const wanted = TYPES[expected] ?? { vi: expected, en: expected };
  const found = TYPES[typeOf(value)] ?? { vi: "thứ khác", en: "something else" };
  const name = nameOf(path);
  return {
    code: "wrong-type",
    message: {
      vi: `${name.vi} phải là ${wanted.vi}, ở đây lại là ${found.vi}.`,
      en: `${name.en} must be ${wanted.en}, but this is ${found.en}.`,
    },
    hint: typeHint(schema, path, expected, value),
  };
}

const YES = new Set(["yes", "on", "y", "có", "đúng"]);

function typeHint(schema: JsonSchema, path: Path, expected: string, value: unknown): Both | undefined {
  const text = String(value);
  if (expected === "string" && !isRecord(value))
    return { vi: `Đặt trong dấu nháy: "${text}".`, en: `Quote it: "${text}".` };
  if (expected === "boolean") {
    const meant = String(YES.has(text.toLowerCase()));
    return { vi: `Viết ${meant}, không có dấu nháy.`, en: `Write ${meant}, without quotes.` };
  }
  if (expected === "number" || expected === "int") return numberHint(text);
  if (expected === "array")
    return isRecord(value)
      ? { vi: "Mỗi phần tử bắt đầu bằng “- ”.", en: "Start each item with “- ”." }
      : { vi: `Viết [${text}].`, en: `Write [${text}].` };
  return groupHint(keysAt(schema, path), value);
}

function groupHint(keys: readonly string[], value: unknown): Both | undefined {
  if (typeof value === "string" && /^[a-z]\w*:\S/i.test(value))
    return { vi: "Sau dấu hai chấm thiếu dấu cách: “vi: …”.", en: "A space is missing after the colon: “vi: …”." };
  if (keys.includes("vi") && !isRecord(value))
    return { vi: `Viết {vi: "${value}", en: "…"}.`, en: `Write {vi: "…", en: "${value}"}.` };
  return keys.length === 0
    ? undefined
    : { vi: `Các mục bên trong: ${keys.join(", ")}.`, en: `The keys inside it: ${keys.join(", ")}.` };
}

function wrongChoice(values: readonly string[], value: unknown): Said {
  const near = nearest(String(value), values);
  const shown = isRecord(value) ? "…" : String(value);
  return {
    code: "wrong-choice",
    message: {
      vi: `“${shown}” không nằm trong các giá trị được nhận.`,
      en: `“${shown}” is not one of the accepted values.`,
    },
    hint: near === undefined ? choices(values) : didYouMean(near),
  };
}

type Sized = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

function wrongSize(path: Path, issue: Sized, value: unknown): Said {
  const small = issue.code === "too_small";
  const limit = String(small ? issue.minimum : issue.maximum);
  if (issue.origin === "string" && small) return empty({}, path);
  if (issue.origin === "array" || issue.origin === "string") return wrongLength(path, small, limit, issue.origin);
  const name = nameOf(path);
  return {
    code: small ? "too-small" : "too-large",
    message: {
      vi: `${name.vi} là ${value}, phải ${small ? "từ" : "không quá"} ${limit}${small ? " trở lên" : ""}.`,
      en: `${name.en} is ${value}; it must be at ${small ? "least" : "most"} ${limit}.`,
    },
    hint: path.at(-1) === "paragraph" ? PARAGRAPHS : undefined,
  };
}

function wrongLength(path: Path, small: boolean, limit: string, of: string): Said {
  const name = nameOf(path);
  const [vi, en] = of === "array" ? ["phần tử", "items"] : ["ký tự", "characters"];
  return {
    code: small ? "too-few" : "too-many",
    message: {
      vi: `${name.vi} phải có ${small ? "ít nhất" : "nhiều nhất"} ${limit} ${vi}.`,
      en: `${name.en} must have at ${small ? "least" : "most"} ${limit} ${en}.`,
    },
    hint: small
      ? { vi: "Thêm phần tử, mỗi phần tử một dòng “- ”.", en: "Add items, one “- ” line each." }
      : { vi: "Viết ngắn lại.", en: "Make it shorter." },
  };
}

const PARAGRAPHS: Both = {
  vi: "Đoạn đầu tiên dưới tựa bài là đoạn 1; chú thích ảnh cũng tính.",
  en: "The first paragraph under the title is 1; captions count.",
};

function wrongForm(path: Path, form: string, value: unknown): Said {
  const said = FORMS[form];
  const name = nameOf(path);
  if (said === undefined)
    return {
      code: "form",
      message: { vi: `${name.vi} viết không đúng dạng.`, en: `${name.en} is not written as it should be.` },
    };
  return { code: `wrong-${form}`, message: said.message(String(value)), hint: said.hint(String(value)) };
}

function zodSays(issue: z.core.$ZodIssue): Both {
  const say = (language: "vi" | "en"): string => {
    const said = z.locales[language]().localeError({ ...issue, input: undefined });
    return typeof said === "string" ? said : (said?.message ?? issue.message);
  };
  return { vi: say("vi"), en: say("en") };
}
