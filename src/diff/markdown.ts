import { printable } from "../platforms/console/printable.ts";

/** Breaks what GitHub would turn into a mention, a reference or a link after its own escapes are gone. Nobody sees it. */
const BREAK = "\u200B";

/**
 * Text of one line that stays text inside a line or a table's cell of GitHub's Markdown. GitHub looks for mentions, issues, commits, links and
 * emoji in the finished page, where no backslash and no entity is left: only a letter between keeps them apart
 * (github.com/github/markup/issues/1168).
 */
export const escaped = (text: string): string =>
  printable(text)
    .trim()
    .replace(/[@#]/g, `$&${BREAK}`)
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${BREAK}`)
    .replace(/\b(mailto|xmpp):/gi, `$1:${BREAK}`)
    .replace(/\bwww\./gi, `www${BREAK}.`)
    .replace(/\bGH-(?=\d)/gi, `$&${BREAK}`)
    .replace(/\b(?=\d*[a-f])[0-9a-f]{7,40}\b/g, (commit) => (commit.match(/.{1,6}/g) ?? []).join(BREAK))
    .replace(/[\\`*_[\]|~!^=]/g, "\\$&")
    .replace(/#/g, "\\#")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\$/g, "<span>$$</span>");

/** Several lines in one cell. */
export const escapedLines = (text: string): string => text.split("\n").map(escaped).join("<br>");

/** GitHub takes 65,536 letters in a comment. */
export const LETTERS = 60_000;

/** Text as it is, where it has several lines, as much as GitHub takes: the fence is longer than any in it. */
export function fenced(whole: string): string {
  const text = whole.length > LETTERS ? `${whole.slice(0, LETTERS)}\n…` : whole;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

export const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The head of a table. */
export const columns = (names: readonly string[]): string => `${row(names)}\n${row(names.map(() => "---"))}`;
