import type { Language } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import { showProblem } from "../knowledge/show.ts";
import type { AnswerChange } from "./answers.ts";
import type { Change, Move } from "./facts.ts";
import type { Seriousness } from "./seriousness.ts";

/** What becomes of answers, as headings. */
export const SERIOUSNESS_TITLES: Readonly<Record<Language, Readonly<Record<Seriousness, string>>>> = {
  vi: {
    refused: "Không còn trả lời được",
    figure: "Số liệu hoặc ngày khác",
    understood: "Trả lời sang điều khác",
    answered: "Nay trả lời được",
    refusal: "Vẫn chưa trả lời được, lý do khác",
    expectation: "Câu trả lời như cũ, câu hỏi mẫu không đúng",
    wording: "Khác lời, cùng số liệu",
  },
  en: {
    refused: "No longer answered",
    figure: "Another figure or date",
    understood: "Now an answer to something else",
    answered: "Now answered",
    refusal: "Still no answer, for another reason",
    expectation: "The same answer, which the golden question does not want",
    wording: "Other words, same figures",
  },
};

/** What becomes of facts, in a word. */
export const CHANGE_TITLES: Readonly<Record<Language, Readonly<Record<Change, string>>>> = {
  vi: { added: "thêm", changed: "đổi", renamed: "đổi mã", removed: "bỏ" },
  en: { added: "added", changed: "changed", renamed: "renamed", removed: "removed" },
};

export const HEADINGS = {
  vi: {
    title: "Kho tri thức thay đổi gì",
    facts: "Dữ kiện",
    moves: "Chuyển tệp",
    answers: "Câu trả lời",
    failing: "Câu hỏi mẫu không đúng",
    question: "Câu hỏi",
    fact: "Dữ kiện",
    where: "Ở đâu",
    before: "Trước",
    after: "Sau",
    answer: "Câu trả lời",
    oldProblems: "Lỗi của bản cũ",
  },
  en: {
    title: "What changes in the knowledge base",
    facts: "Facts",
    moves: "Moved to other files",
    answers: "Answers",
    failing: "Golden questions that do not hold",
    question: "Question",
    fact: "Fact",
    where: "Where",
    before: "Before",
    after: "After",
    answer: "Answer",
    oldProblems: "Errors in the old version",
  },
} as const;

/** "places/a.yaml → places/b.yaml: 12 facts, unchanged" */
export function moveText({ from, to, whole, facts, changed }: Move, language: Language): string {
  const vi = language === "vi";
  const what = vi ? `${facts} dữ kiện` : `${facts} ${facts === 1 ? "fact" : "facts"}`;
  const none = vi ? "nội dung không đổi" : "unchanged";
  const same = changed === 0 ? none : vi ? `${changed} có đổi` : `${changed} changed`;
  const part = whole ? "" : vi ? "một phần, " : "in part, ";
  return `${from} → ${to}: ${part}${what}, ${same}`;
}

const PROBLEMS = 3;

/** The first errors of an older version that can't be compared with, and how many more there are. */
export function oldProblems(problems: readonly Problem[], language: Language): string {
  const errors = problems.filter(({ severity }) => severity === "error");
  const more = errors.length - PROBLEMS;
  const rest = language === "vi" ? `… và ${more} lỗi nữa.` : `… and ${more} more.`;
  const shown = errors.slice(0, PROBLEMS).map((one) => showProblem(one, language));
  return [...shown, ...(more > 0 ? [rest] : [])].join("\n");
}

/** Why a question was asked, and what its golden question misses. */
export function notesOn({ asking, failing, seriousness }: AnswerChange, language: Language): readonly string[] {
  const vi = language === "vi";
  const { golden, count, after, before } = asking;
  const asked = vi ? `người ta đã hỏi ${count} lần` : `asked ${count} times`;
  const gone = vi ? "câu hỏi mẫu đã bỏ" : "golden question, removed";
  const fresh = vi ? "câu hỏi mẫu mới" : "golden question, new";
  return [
    ...(golden && after === undefined ? [gone] : []),
    ...(golden && before === undefined && seriousness !== undefined ? [fresh] : []),
    ...(count === undefined ? [] : [asked]),
    ...(failing === undefined ? [] : [failing[language]]),
  ];
}
