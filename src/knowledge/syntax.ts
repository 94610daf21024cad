import { type ErrorCode, isScalar, visit, type YAMLError } from "yaml";
import type { Both } from "../core/language.ts";
import type { Complaint, Said } from "./complaint.ts";
import type { Page } from "./page.ts";

/** What YAML itself refuses, in words for people. One complaint a line: those that follow from it on the same line are noise. */
export function syntaxComplaints(page: Page): Complaint[] {
  const { errors, warnings } = page.document;
  const lines = new Set<number>();
  const syntax = [...errors, ...warnings].flatMap((error): Complaint[] => {
    const { line } = page.counter.linePos(error.pos[0]);
    if (lines.has(line)) return [];
    lines.add(line);
    return [{ at: { range: rangeOf(page, error) }, severity: "error", ...say(page, error) }];
  });
  return [...directives(page), ...syntax];
}

/** "%YAML 1.1" would change what all values mean: "no" would be false. Nothing else can start a line with %. */
const directives = (page: Page): readonly Complaint[] =>
  [...page.text.matchAll(/^%.*$/gm)].map(({ index, 0: line }) => ({
    at: { range: [index, index + line.length] },
    severity: "error",
    ...DIRECTIVE,
  }));

/** True where the tree of a page is whole in spite of its errors, so that its content can be checked as well. */
export const isReadable = (page: Page): boolean =>
  page.document.errors.every(({ code }) => code === "DUPLICATE_KEY" || code === "TAG_RESOLVE_FAILED");

const isOpenQuote = (error: YAMLError): boolean => /^Missing closing/.test(error.message);

function rangeOf(page: Page, error: YAMLError): readonly [number, number] {
  const [from] = error.pos;
  if (isOpenQuote(error)) return lastQuote(page, from) ?? error.pos;
  const tab = indentingTab(page.text, from);
  return tab === undefined ? error.pos : [tab, tab + 1];
}

/** A quote that is never closed is noticed at the end of the file; what helps is where it opens. */
function lastQuote(page: Page, before: number): readonly [number, number] | undefined {
  let found: readonly [number, number] | undefined;
  visit(page.document, (_, node) => {
    if (!isScalar(node) || !node.type?.startsWith("QUOTE") || !node.range) return;
    const [from] = node.range;
    if (from < before) found = [from, from + 1];
  });
  return found;
}

function say(page: Page, error: YAMLError): Said {
  const here = lineAt(page.text, error.pos[0]);
  if (indentingTab(page.text, error.pos[0]) !== undefined) return SAYINGS.TAB_AS_INDENT;
  if (error.code === "DUPLICATE_KEY") return duplicateKey(page.text.slice(error.pos[0]));
  if (error.code === "MULTILINE_IMPLICIT_KEY" && /^\s*(- )?\w+:\S/.test(here)) return MISSING_SPACE;
  if (error.code === "BLOCK_AS_IMPLICIT_KEY" && !/:\s.*:(\s|$)/.test(here)) return SAYINGS.BAD_INDENT;
  if (isOpenQuote(error)) return OPEN_QUOTE;
  return SAYINGS[error.code];
}

/** Where a tab indents the line of an offset: whatever else YAML says of such a line, the tab is to blame. */
function indentingTab(text: string, offset: number): number | undefined {
  const indent = /^ *\t/.exec(lineAt(text, offset))?.[0];
  return indent === undefined ? undefined : text.lastIndexOf("\n", offset - 1) + indent.length;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end === -1 ? text.length : end);
}

function duplicateKey(after: string): Said {
  const key = /^[^\s:]+/.exec(after)?.[0] ?? after;
  return {
    code: "duplicate-key",
    message: { vi: `Mục “${key}” viết hai lần.`, en: `The key “${key}” is written twice.` },
    hint: {
      vi: "Giữ một mục; nếu là hai dữ kiện khác nhau thì tách thành hai phần tử của danh sách (mỗi phần tử bắt đầu bằng “- ”).",
      en: "Keep one of them; if they are two different facts, make two list items (each starts with “- ”).",
    },
  };
}

const QUOTE_IT: Both = {
  vi: 'Đặt cả câu trong dấu nháy: "…".',
  en: 'Put the whole text in quotes: "…".',
};

const MISSING_SPACE: Said = {
  code: "missing-space",
  message: { vi: "Sau dấu hai chấm thiếu dấu cách.", en: "There is no space after the colon." },
  hint: { vi: "Viết “vi: …”, không viết “vi:…”.", en: "Write “vi: …”, not “vi:…”." },
};

const OPEN_QUOTE: Said = {
  code: "open-quote",
  message: { vi: "Dấu nháy mở ở đây không được đóng lại.", en: "The quote that opens here is never closed." },
  hint: { vi: "Thêm dấu nháy cùng loại ở cuối câu.", en: "Add the same quote at the end of the text." },
};

const ANCHOR: Said = {
  code: "anchor",
  message: { vi: "Dấu & và * ở đầu một giá trị không dùng được.", en: "& and * cannot start a value." },
  hint: QUOTE_IT,
};

const TAG: Said = {
  code: "tag",
  message: { vi: "Thẻ YAML (bắt đầu bằng “!”) không dùng được.", en: "YAML tags (starting with “!”) cannot be used." },
  hint: { vi: "Bỏ thẻ; nếu là chữ thì đặt trong dấu nháy.", en: "Remove the tag; if it is text, put it in quotes." },
};

const KEY: Said = {
  code: "key",
  message: { vi: "Tên mục phải là một từ.", en: "A key must be one word." },
  hint: {
    vi: "Viết “tên: giá trị”; nếu đây là câu chữ thì đặt cả câu trong dấu nháy.",
    en: "Write “key: value”; if this is text, put the whole of it in quotes.",
  },
};

const DIRECTIVE: Said = {
  code: "directive",
  message: { vi: "Dòng chỉ thị “%…” không dùng được.", en: "Directives (“%…”) cannot be used." },
  hint: { vi: "Xóa dòng này.", en: "Delete the line." },
};

const UNEXPECTED: Said = {
  code: "unexpected",
  message: {
    vi: "Chỗ này có ký hiệu mà YAML không chờ đợi.",
    en: "There is something here that YAML does not expect.",
  },
  hint: {
    vi: "Nếu là câu chữ có dấu nháy, ngoặc hoặc “: ” thì đặt cả câu trong dấu nháy; danh sách viết [A, B] hoặc mỗi dòng một “- ”.",
    en: "If it is text with quotes, brackets or “: ”, put the whole of it in quotes; a list is [A, B] or one “- ” a line.",
  },
};

const SAYINGS: Readonly<Record<ErrorCode, Said>> = {
  ALIAS_PROPS: ANCHOR,
  BAD_ALIAS: ANCHOR,
  MULTIPLE_ANCHORS: ANCHOR,
  MULTIPLE_TAGS: TAG,
  TAG_RESOLVE_FAILED: TAG,
  BAD_PROP_ORDER: TAG,
  BAD_COLLECTION_TYPE: TAG,
  BAD_DIRECTIVE: DIRECTIVE,
  NON_STRING_KEY: KEY,
  KEY_OVER_1024_CHARS: KEY,
  MULTILINE_IMPLICIT_KEY: {
    code: "key-or-indent",
    message: {
      vi: "Dòng này không phải “tên: giá trị”, hoặc thụt vào sai.",
      en: "This is not “key: value”, or it is indented wrongly.",
    },
    hint: {
      vi: "Sau tên mục cần dấu hai chấm và một dấu cách; các mục cùng cấp phải thẳng cột.",
      en: "A key is followed by a colon and a space; keys of one level start in the same column.",
    },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    code: "colon-in-text",
    message: {
      vi: "Trong câu chữ này có dấu hai chấm và dấu cách (“: ”), nên YAML hiểu đó là một mục mới.",
      en: "There is a colon and a space (“: ”) in this text, which YAML takes for a new key.",
    },
    hint: QUOTE_IT,
  },
  DUPLICATE_KEY: duplicateKey(""),
  MULTIPLE_DOCS: {
    code: "second-document",
    message: {
      vi: "Dòng “---” mở đầu một văn bản thứ hai; mỗi tệp chỉ có một.",
      en: "“---” starts a second document; a file holds only one.",
    },
    hint: {
      vi: "Viết thành danh sách, mỗi phần tử bắt đầu bằng “- ”, hoặc tách thành hai tệp.",
      en: "Write a list whose items start with “- ”, or make two files.",
    },
  },
  TAB_AS_INDENT: {
    code: "tab",
    message: {
      vi: "Dòng này thụt vào bằng phím Tab; YAML chỉ nhận dấu cách.",
      en: "This line is indented with a tab; YAML takes only spaces.",
    },
    hint: { vi: "Thay mỗi Tab bằng hai dấu cách.", en: "Replace each tab by two spaces." },
  },
  BAD_DQ_ESCAPE: {
    code: "escape",
    message: {
      vi: "Trong dấu nháy kép, dấu \\ là ký hiệu đặc biệt và ở đây viết sai.",
      en: "Inside double quotes, \\ is special, and what follows it here is unknown.",
    },
    hint: { vi: "Dùng dấu nháy đơn: '\\d', hoặc viết \\\\.", en: "Use single quotes: '\\d', or write \\\\." },
  },
  BAD_INDENT: {
    code: "indent",
    message: { vi: "Dòng này thụt vào không đúng cấp.", en: "This line is indented wrongly." },
    hint: {
      vi: "Các mục cùng cấp phải thẳng cột; ngoặc [ hay { đã mở phải được đóng.",
      en: "Keys of one level start in the same column; an open [ or { must be closed.",
    },
  },
  BAD_SCALAR_START: {
    code: "special-character",
    message: {
      vi: "Giá trị không thể bắt đầu bằng ký tự này nếu không có dấu nháy.",
      en: "A value cannot start with this character unless it is quoted.",
    },
    hint: QUOTE_IT,
  },
  BLOCK_IN_FLOW: {
    code: "block-in-brackets",
    message: {
      vi: "Trong ngoặc [ ] hoặc { } không viết được kiểu nhiều dòng.",
      en: "Inside [ ] or { } the many-line notation does not work.",
    },
    hint: { vi: "Bỏ ngoặc và xuống dòng cho từng mục.", en: "Drop the brackets and give each key its own line." },
  },
  MISSING_CHAR: {
    code: "missing-character",
    message: {
      vi: "Chỗ này thiếu một ký hiệu: dấu hai chấm sau tên mục, “- ” đầu phần tử, hoặc dấu phẩy trong ngoặc.",
      en: "A sign is missing here: a colon after a key, “- ” before a list item, or a comma in brackets.",
    },
    hint: {
      vi: "So với dòng ngay trên: các dòng cùng cấp viết giống nhau.",
      en: "Compare with the line above: lines of one level look alike.",
    },
  },
  UNEXPECTED_TOKEN: UNEXPECTED,
  IMPOSSIBLE: UNEXPECTED,
  RESOURCE_EXHAUSTION: {
    code: "too-deep",
    message: { vi: "Các mục lồng nhau quá sâu.", en: "The keys are nested too deeply." },
    hint: {
      vi: "Kho tri thức chỉ cần vài cấp; kiểm tra lại các dấu ngoặc.",
      en: "A few levels are enough; check the brackets.",
    },
  },
};
