import type { Inline, Moment } from "../../core/text.ts";

/** C0 and C1 controls, and marks that reorder or hide what stands around them. */
const UNPRINTABLE = /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]+/gu;

const ZERO_WIDTH_SPACE = "\u200B";

/** One line of text that Discord shows as it is: no markup, no mention, no timestamp, no emoji, no link. */
export function escaped(text: string): string {
  const marked = onOneLine(text).replace(/[\\*_~`|[\]<]/g, "\\$&");
  return text.includes("@") || text.includes("://") ? withoutAddresses(marked) : marked;
}

const withoutAddresses = (text: string): string =>
  text
    .replace(/\b(https?|[a-z][a-z0-9+.-]{1,20})(?=:\/\/)/gi, "$1\\")
    .replace(/@(?=everyone|here)/gi, `@${ZERO_WIDTH_SPACE}`);

/** The same where a line begins, which is where headings, small print, quotations and lists are made. */
export const escapedAtStart = (text: string): string =>
  escaped(text)
    .trimStart()
    .replace(/^[>#+-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");

/** Text in a code span, where a backslash would be shown: only the mark that ends the span has to go. */
export const inCode = (text: string): string => onOneLine(text).replaceAll("`", "ˋ");

/** Lines as they are, spaces at their beginning too. */
const codeBlock = (text: string): string => {
  const lines = text.split("\n").map((one) => one.replace(/[^\S ]/g, " ").replace(UNPRINTABLE, ""));
  return `\`\`\`yaml\n${lines.join("\n").replaceAll("`", "ˋ")}\n\`\`\``;
};

/** One line where it is not known whether markup is read: nothing in it becomes a mention or a link either way. */
export const unlinked = (text: string): string =>
  onOneLine(text)
    .replaceAll("<", `<${ZERO_WIDTH_SPACE}`)
    .replaceAll("](", `]${ZERO_WIDTH_SPACE}(`)
    .replaceAll("://", `:${ZERO_WIDTH_SPACE}//`)
    .replace(/@(?=everyone|here)/gi, `@${ZERO_WIDTH_SPACE}`);

const onOneLine = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, " ").replace(UNPRINTABLE, "");

/** One part of a line; `first` where nothing stands before it. */
export function inlineMarkdown(part: Inline, first: boolean): string {
  if (part.kind === "moment") return `${first ? "" : " · "}${inReadersTime(part)}`;
  const { kind, text } = part;
  if (text.trim() === "") return text === "" ? "" : " ";
  switch (kind) {
    case "text":
      return first ? escapedAtStart(text) : escaped(text);
    case "strong":
      return `**${escaped(text)}**`;
    case "emphasis":
      return `*${escaped(text)}*`;
    // Without the preview that Discord would put below the message.
    case "link":
      return `<${text}>`;
    case "code":
      return text.includes("\n") ? codeBlock(text) : `\`${inCode(text)}\``;
  }
}

/** Discord shows such a tag as date and time where the reader is: https://docs.discord.com/developers/reference#message-formatting */
const inReadersTime = ({ at, label }: Moment): string => `${escaped(label)}: <t:${Math.floor(at / 1000)}:F>`;
