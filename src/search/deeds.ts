import type { Token } from "./fold.ts";
import { createPhrases } from "./lexicon.ts";

/** What is done to, or by, what is counted, each in all its words: provinces that were invited are not those that signed. */
const DEEDS = [
  "ký|ký kết|đặt bút|sign|signs|signed",
  "mời|được mời|khách mời|invite|invites|invited",
  "dự|tham dự|tham gia|có mặt|đến dự|về dự|attend|attends|attended|join|joined|took part|take part|participated",
  "hỗ trợ|giúp đỡ|ủng hộ|cứu trợ|tặng|support|supported|helped|donated",
  "xây dựng|thành lập|mở|build|built|set up|opened",
];
const PHRASES = createPhrases(DEEDS.flatMap((words, deed) => words.split("|").map((word) => [word, deed] as const)));

/** The deeds that a text tells of, by number; names are not looked into where `isOpen` says so. */
export const deedsIn = (tokens: readonly Token[], isOpen: (at: number) => boolean = () => true): number[] =>
  tokens.flatMap((_, at) => (isOpen(at) ? (PHRASES.longest(tokens, at)?.value ?? []) : []));
