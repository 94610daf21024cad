/** C0 and C1 controls, which begin escape sequences, and marks that reorder or hide what stands around them. */
const UNPRINTABLE = /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]+/gu;

/** Text that a terminal only shows: nothing that was typed or that lies in a file can colour, move or erase anything. */
export const printable = (text: string): string => text.replace(/\s+/g, " ").replace(UNPRINTABLE, "");

/** The same for several lines, which stay several. */
export const printableLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replaceAll("\t", " ").replace(UNPRINTABLE, ""))
    .join("\n");
