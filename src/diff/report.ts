import type { Knowledge } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import type { AnswerChange } from "./answers.ts";
import type { Change, Facts } from "./facts.ts";
import type { Seriousness } from "./seriousness.ts";
import type { Side } from "./side.ts";
import type { ToldFact } from "./told-facts.ts";

/** A version without errors. */
export interface Sound extends Side {
  readonly knowledge: Knowledge;
}

/** What was compared with what, and how it came out. */
export interface Report {
  readonly language: Language;
  /** As the person named it, and the commit that it is. */
  readonly against: string;
  readonly commit: string | undefined;
  readonly before: Side;
  readonly after: Sound;
  /** Undefined where the older version has errors: then only the newer one is told of. */
  readonly facts: (Facts & { readonly told: readonly ToldFact[] }) | undefined;
  /** How many questions both versions were asked; none where nothing can differ. */
  readonly asked: number;
  readonly answers: readonly AnswerChange[];
}

/** "HEAD (1a2b3c4)" */
export const nameOfOld = ({ against, commit }: Pick<Report, "against" | "commit">): string =>
  commit === undefined || commit.startsWith(against) ? against : `${against} (${commit.slice(0, 7)})`;

export const countOf = ({ changes }: Facts, change: Change): number =>
  changes.filter((one) => one.change === change).length;

/** Golden questions that the new version does not answer as they expect. */
export const failingOf = (answers: readonly AnswerChange[]): readonly AnswerChange[] =>
  answers.filter(({ failing }) => failing !== undefined);

const SERIOUS: readonly (Seriousness | undefined)[] = ["refused", "figure"];

/** Whether a golden question that was answered is refused, or answered with another figure. */
export const losesAnswers = ({ answers }: Report): boolean =>
  answers.some(({ asking, seriousness }) => asking.golden && SERIOUS.includes(seriousness));

/** One thing after the other, in one sentence. */
export function summaryOf(report: Report): string {
  const { language, facts, asked, answers } = report;
  const words = SUMMARY[language];
  const name = nameOfOld(report);
  const failing = failingOf(answers).length;
  const notHolding = failing === 0 ? "" : words.failing(failing);
  if (facts === undefined) {
    const statuses = (["answered", "unknown", "ambiguous"] as const).map((status) =>
      words[status](answers.filter(({ after }) => after.status === status).length),
    );
    return words.alone(name, report.after.items.length, asked, statuses.join(", ")) + notHolding;
  }
  if (facts.changes.length + facts.moves.length + answers.length === 0) return words.same(name);
  const counted = (["changed", "added", "removed", "renamed"] as const).flatMap((change) => {
    const count = countOf(facts, change);
    return count === 0 ? [] : [words[change](count)];
  });
  const changed = counted.length === 0 ? words.noFacts : counted.join(", ");
  return words.compared(name, changed, asked, answers.length) + notHolding;
}

const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const SUMMARY = {
  vi: {
    same: (name: string) => `Không có dữ kiện hay câu trả lời nào khác so với ${name}.`,
    compared: (name: string, facts: string, asked: number, changed: number) =>
      `So với ${name}: ${facts}; đã hỏi ${asked} câu, ${changed === 0 ? "không câu trả lời nào đổi" : `${changed} câu trả lời đổi`}.`,
    alone: (name: string, facts: number, asked: number, statuses: string) =>
      `${name} có lỗi nên không so sánh được. Bản mới có ${facts} dữ kiện; đã hỏi ${asked} câu: ${statuses}.`,
    failing: (count: number) => ` ${count} câu hỏi mẫu không đúng.`,
    noFacts: "không dữ kiện nào đổi",
    changed: (count: number) => `${count} dữ kiện đổi`,
    added: (count: number) => `${count} thêm`,
    removed: (count: number) => `${count} bỏ`,
    renamed: (count: number) => `${count} dữ kiện đổi mã`,
    answered: (count: number) => `${count} có câu trả lời`,
    unknown: (count: number) => `${count} không có`,
    ambiguous: (count: number) => `${count} hỏi lại`,
  },
  en: {
    same: (name: string) => `No fact and no answer differs from ${name}.`,
    compared: (name: string, facts: string, asked: number, changed: number) =>
      `Against ${name}: ${facts}; ${some(asked, "question")} asked, ${changed === 0 ? "no answer changes" : `${some(changed, "answer")} changed`}.`,
    alone: (name: string, facts: number, asked: number, statuses: string) =>
      `${name} has errors and can't be compared with. The new version holds ${some(facts, "fact")}; ${some(asked, "question")} asked: ${statuses}.`,
    failing: (count: number) =>
      count === 1 ? " 1 golden question does not hold." : ` ${count} golden questions do not hold.`,
    noFacts: "no fact changes",
    changed: (count: number) => `${some(count, "fact")} changed`,
    added: (count: number) => `${count} added`,
    removed: (count: number) => `${count} removed`,
    renamed: (count: number) => `${some(count, "id")} renamed`,
    answered: (count: number) => `${count} answered`,
    unknown: (count: number) => `${count} unknown`,
    ambiguous: (count: number) => `${count} asked back`,
  },
} as const;
