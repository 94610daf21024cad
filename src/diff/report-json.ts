import type { Answer } from "../core/answer.ts";
import { directAnswer } from "../evaluation/evaluate.ts";
import type { AnswerChange } from "./answers.ts";
import { unmarked } from "./marked.ts";
import type { Report } from "./report.ts";
import type { ToldFact } from "./told-facts.ts";

/** The report for tools; README.md describes it. Keys are only ever added. */
export const reportJson = ({ language, against, commit, before, after, facts, asked, answers }: Report): object => ({
  ok: true,
  language,
  against,
  commit: commit ?? null,
  before: facts === undefined ? null : { files: before.files.size, facts: before.items.length },
  after: { files: after.files.size, facts: after.items.length },
  facts: (facts?.told ?? []).map((one) => factJson(one)),
  moves: facts?.moves ?? [],
  asked,
  answers: answers.map(answerJson),
  problems: facts === undefined ? before.problems : [],
});

const factJson = ({ fact, title, file, line, rows }: ToldFact): object => ({
  change: fact.change,
  kind: fact.kind.name,
  id: fact.after?.id ?? fact.before?.id ?? null,
  oldId: fact.before?.id ?? null,
  title,
  file,
  line,
  fields: rows.map(({ field, ...row }) => ({
    path: field.steps.map((step) => (typeof step === "string" ? step : (step.after ?? step.before ?? 0))),
    ...row,
    values: { before: unmarked(field.before ?? null), after: unmarked(field.after ?? null) },
  })),
});

const answerJson = ({ asking, seriousness, before, after, failing }: AnswerChange): object => ({
  change: seriousness ?? null,
  question: asking.question,
  at: asking.at ?? null,
  golden: asking.golden,
  count: asking.count ?? null,
  before: before === undefined ? null : sideJson(before),
  after: sideJson(after),
  failing: failing ?? null,
});

const sideJson = (answer: Answer): object => ({
  status: answer.status,
  answer: directAnswer(answer),
  language: answer.language,
});
