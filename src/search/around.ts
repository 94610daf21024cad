import { CUE_PHRASES } from "./cues.ts";
import { isNumber, type Token } from "./fold.ts";
import { FUNCTION_PHRASES } from "./function-phrases.ts";
import { type Phrases, phrasesOf } from "./lexicon.ts";
import { PUBLIC_WORDS } from "./public-words.ts";
import { DECISIVE_WORDS } from "./words.ts";

/**
 * What people say around a question and that asks for nothing: what they need the answer for ("mình đang soạn công văn, …",
 * "for a briefing note"), and the particles that end a sentence. Told by its place and its kind; a clause that has a name, a
 * number, a time, a question word or a thing that is asked for by name is never passed over.
 */

interface Span {
  readonly start: number;
  readonly end: number;
}

const list = (phrases: string): Phrases<true> => phrasesOf(phrases.split("|"));

/** Whoever asks, at the head of a clause. */
const SPEAKERS = list(
  "mình|em|tôi|tui|cháu|bọn em|bọn mình|tụi em|tụi mình|tụi tui|chúng tôi|chúng em|chúng mình|bên em|bên mình|bên tôi|phòng em|cơ quan em|sếp|sếp em|thủ trưởng|i|we|my boss|our office|my office",
);
/** These, typed without marks, are other words: "ảnh", "chi". */
const MARKED_SPEAKERS = list("anh|chị|tớ");

/** What a clause is for, where it does not begin with whoever asks. */
const PURPOSES = list("để|phục vụ|nhằm|đang|chuẩn bị|for|so|in order to|because");

/** What people do with an answer, and how they feel about not having it. */
const WORKING_WORDS =
  "soạn|soạn thảo|viết|làm|chuẩn bị|tổng hợp|đưa vào|đưa lên|bỏ vào|chèn|dán|trích|trình|trình ký|nộp|gửi|điền|hoàn thiện|hoàn thành|đối chiếu|kiểm tra|rà soát|cập nhật|báo cáo|trả lời|phục vụ|nhằm|học|ôn|thi|tìm hiểu|đi họp|sắp họp|đọc|" +
  "lẫn|lẫn lộn|nhầm|nhầm lẫn|lộn|quên|không nhớ|không nhớ rõ|không rõ|chưa rõ|không chắc|chưa chắc|phân vân|thắc mắc|băn khoăn|tò mò|bối rối|rành|chưa rành|không rành|chưa quen|chưa nắm|không nắm|mới vào|mới về|mới nhận việc|" +
  "drafting|draft|writing|write|preparing|prepare|putting|put|compiling|compile|working|briefing|include|quote|cite|use|verify|confused|confuse|mix|mixed|mixing|forget|forgot|remember|not sure|started";
const WORK_WORDS =
  "công văn|tờ trình|bài phát biểu|phát biểu|diễn văn|bài nói|bản tin|tin bài|bài viết|bài|slide|bài thuyết trình|thuyết trình|tham luận|đề cương|dự thảo|văn bản|thông báo|email|thư|phiếu trình|luận văn|tiểu luận|khóa luận|tài liệu|hồ sơ|phụ lục|kịch bản|đoàn|đoàn công tác|cuộc họp|buổi họp|họp|giao ban|thông cáo|báo cáo|" +
  "sếp|thủ trưởng|lãnh đạo|cấp trên|phòng|cơ quan|đồng nghiệp|mới|công việc|gấp|hay bị|chiều nay|sáng nay|sáng mai|ngày mai|mai|tuần này|liền|ngay|rõ|" +
  "brief|briefing|note|notes|report|speech|letter|memo|presentation|slides|paper|email|document|talking points|remarks|essay|boss|colleague|sure|always|keep|urgent|urgently|tomorrow|new|here|job|just|no|not|don|m|am|re|ll|ve|d|t|official|internal|meeting";
const WORKING = list(WORKING_WORDS);
const WORK = list(WORK_WORDS);
/** They are words: none of them is a slip of another one. */
export const OFFICE_WORK: readonly string[] = `${WORKING_WORDS}|${WORK_WORDS}`.split("|");

/** With these the question itself begins; what comes before is about whoever asks. */
const OPENERS = list(
  "cho hỏi|cho em hỏi|cho mình hỏi|cho tôi hỏi|cho tui hỏi|cho anh hỏi|cho chị hỏi|cho biết|cần biết|muốn biết|muốn hỏi|xin hỏi|cho em biết|cho mình biết|cho tôi biết|could you tell|can you tell|please tell|may i ask|i need to know|i would like to know|we need to know",
);

/** Then it is the thing itself that they tell. */
const WANTING = list("cần|muốn|xin|quan tâm|hỏi|xem|tìm|need|want|looking|look|interested|about|regarding");

/** Things that are asked for, but not those that people also make out of an answer. */
const THINGS = phrasesOf(
  [...DECISIVE_WORDS, ...PUBLIC_WORDS].filter((word) => word !== "phát biểu" && word !== "email"),
);

/** The particles that end a sentence; anywhere else they are words, and without marks some of them are words there too. */
const PARTICLES = list("ta|á|dạ|hen|heng|hén|nghen|nhen|nghe|ha|hà|hé|hở|nè|lận|cà|hông|hong|hôn|hem");
const BARE_PARTICLES = list("ta|hen|heng|nghen|nhen|hong|hem");

/** The tokens of a question that only stand around it. `isOpen` is false for names and times. */
export function aroundIn(text: string, tokens: readonly Token[], isOpen: (at: number) => boolean): Span[] {
  const clauses = clausesOf(text, tokens);
  return [
    ...asidesIn(tokens, partsOf(tokens, clauses), isOpen),
    ...clauses.flatMap((one) => particlesAt(tokens, one, isOpen)),
  ];
}

function asidesIn(tokens: readonly Token[], parts: readonly Span[], isOpen: (at: number) => boolean): readonly Span[] {
  if (parts.length < 2) return [];
  const asides = parts.filter((part, i) => {
    const next = parts[i + 1];
    return isAside(tokens, part, isOpen) || (next !== undefined && introduces(tokens, part, next, isOpen));
  });
  /** Where nothing else is asked, it is the question. */
  const isAsked = parts.some(
    (part) => !asides.includes(part) && !isAllOf(tokens, part, [FUNCTION_PHRASES, OPENERS, SPEAKERS]),
  );
  return isAsked ? asides : [];
}

/** What stands between marks of punctuation. */
function clausesOf(text: string, tokens: readonly Token[]): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    if (next !== undefined && !/[,;:?!()\n]|\.\s|\s[-–—]\s/.test(text.slice(token.end, next.start))) continue;
    clauses.push({ start, end: i + 1 });
    start = i + 1;
  }
  return clauses;
}

const ENGLISH_SPEAKERS = new Set(["i", "we"]);
const BEGINS_PURPOSE = new Set(["để", "de", "for", "so"]);

/** The clauses, each cut before what it may be for. */
const partsOf = (tokens: readonly Token[], clauses: readonly Span[]): Span[] =>
  clauses.flatMap(({ start, end }) => {
    const cuts = [start];
    for (let i = start + 1; i < end; i++) {
      const typed = tokens[i]?.typed ?? "";
      /** "For a meeting I need …": the purpose ends where whoever asks begins. */
      const isAfterIt = ENGLISH_SPEAKERS.has(typed) && BEGINS_PURPOSE.has(tokens[cuts.at(-1) ?? start]?.typed ?? "");
      if (isAfterIt || BEGINS_PURPOSE.has(typed)) cuts.push(i);
    }
    return cuts.map((cut, i) => ({ start: cut, end: cuts[i + 1] ?? end }));
  });

/** Nothing in it but office work, and it is told whose or that it is what for. */
function isAside(tokens: readonly Token[], part: Span, isOpen: (at: number) => boolean): boolean {
  const isFor = PURPOSES.longest(tokens, part.start) !== undefined;
  if (!isFor && !begins(tokens, part)) return false;
  if (!mayBePassedOver(tokens, part, isOpen)) return false;
  if (!isAllOf(tokens, part, [WORKING, WORK, FUNCTION_PHRASES, SPEAKERS, MARKED_SPEAKERS, PURPOSES])) return false;
  return has(tokens, part, WORKING) || (isFor && has(tokens, part, WORK));
}

/** "Em mới về sở, cho em hỏi …": said of whoever asks, right before the question is opened. */
const introduces = (tokens: readonly Token[], clause: Span, next: Span, isOpen: (at: number) => boolean): boolean =>
  opens(tokens, next) &&
  begins(tokens, clause) &&
  !has(tokens, clause, WANTING) &&
  mayBePassedOver(tokens, clause, isOpen);

function mayBePassedOver(tokens: readonly Token[], { start, end }: Span, isOpen: (at: number) => boolean): boolean {
  for (let i = start; i < end; i++) {
    const token = tokens[i];
    if (token === undefined || !isOpen(i) || isNumber(token)) return false;
    const filler = FUNCTION_PHRASES.longest(tokens, i)?.length ?? 0;
    if ((CUE_PHRASES.longest(tokens, i)?.length ?? 0) > filler || THINGS.longest(tokens, i) !== undefined) return false;
  }
  return true;
}

const lengthOf = (tokens: readonly Token[], at: number, lists: readonly Phrases<unknown>[]): number =>
  Math.max(...lists.map((list) => list.longest(tokens, at)?.length ?? 0));

function isAllOf(tokens: readonly Token[], { start, end }: Span, lists: readonly Phrases<unknown>[]): boolean {
  for (let i = start; i < end; ) {
    const length = lengthOf(tokens, i, lists);
    if (length === 0 || i + length > end) return false;
    i += length;
  }
  return true;
}

const has = (tokens: readonly Token[], { start, end }: Span, list: Phrases<unknown>): boolean => {
  for (let i = start; i < end; i++) if (list.longest(tokens, i) !== undefined) return true;
  return false;
};

const SOON = 3;

/** Whoever asks is named within its first words, after a greeting or the like. */
function begins(tokens: readonly Token[], { start, end }: Span): boolean {
  for (let i = start; i < Math.min(end, start + SOON); ) {
    if (SPEAKERS.longest(tokens, i) !== undefined) return true;
    if (tokens[i]?.marked === true && MARKED_SPEAKERS.longest(tokens, i) !== undefined) return true;
    const length = lengthOf(tokens, i, [FUNCTION_PHRASES, PURPOSES]);
    if (length === 0) return false;
    i += length;
  }
  return false;
}

const opens = (tokens: readonly Token[], { start, end }: Span): boolean => {
  for (let i = start; i < Math.min(end, start + SOON); i++) if (OPENERS.longest(tokens, i) !== undefined) return true;
  return false;
};

/** From the end of a clause back, over those who are addressed. */
function particlesAt(tokens: readonly Token[], { start, end }: Span, isOpen: (at: number) => boolean): Span[] {
  const found: Span[] = [];
  for (let at = end - 1; at > start && isOpen(at); ) {
    const token = tokens[at];
    const isParticle = (token?.marked === true ? PARTICLES : BARE_PARTICLES).longest(tokens, at) !== undefined;
    if (isParticle) found.push({ start: at, end: at + 1 });
    const length = [2, 1].find((count) => FUNCTION_PHRASES.longest(tokens, at - count + 1)?.length === count);
    if (!isParticle && length === undefined) break;
    at -= length ?? 1;
  }
  return found;
}
