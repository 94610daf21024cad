import { printable } from "../platforms/console/printable.ts";

/** What was typed, as one line of NFC text: no escape sequence of a terminal, nothing invisible gets into a file. */
export const answerIn = (typed: string): string => printable(typed.normalize("NFC")).replace(/ +/g, " ").trim();
