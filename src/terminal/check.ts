import type { Bot } from "../core/bot.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import { dateLabel } from "../core/period.ts";
import type { Problem } from "../core/problem.ts";
import { expectedDates } from "../core/review.ts";
import { brokenQuestions } from "../evaluation/golden.ts";
import { inOrder } from "../knowledge/complaint.ts";
import type { Loaded } from "../knowledge/load.ts";
import { staleSchemas } from "../knowledge/schema-files.ts";
import { showProblems } from "../knowledge/show.ts";
import { printableLines } from "../platforms/console/printable.ts";
import { type Opened, openBot } from "./open.ts";

export interface CheckOptions {
  readonly knowledge: string;
  readonly language: Language;
  readonly json: boolean;
  readonly at?: number | undefined;
}

/** Prints everything that is wrong with a knowledge base. Errors give exit code 1, warnings do not. */
export async function check({ knowledge: folder, language, json, at }: CheckOptions): Promise<void> {
  const opened = await openBot(folder);
  const { problems: found, files } = opened.loaded;
  const used = opened.bot === undefined ? [] : problemsInUse(opened, at ?? Date.now());
  const problems = inOrder([...found, ...(await staleSchemas(folder)), ...used]);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const facts = opened.bot === undefined ? 0 : opened.knowledge.facts.length + opened.knowledge.figures.length;
  if (json) {
    const counts = { files, facts, errors, warnings: problems.length - errors };
    console.log(JSON.stringify({ ok: errors === 0, ...counts, problems }));
  } else {
    const text = printableLines(showProblems(problems, language));
    if (errors > 0) console.error(text);
    else console.log(`${text}\n${READ[language](files, facts)}`);
  }
  if (errors > 0) process.exitCode = 1;
}

const READ = {
  vi: (files: number, facts: number) => `Đã đọc ${files} tệp, ${facts} dữ kiện.`,
  en: (files: number, facts: number) => `Read ${files} files with ${facts} facts.`,
} as const;

/** What only shows in answering: golden questions that no longer hold, and reviews that are overdue. */
function problemsInUse({ bot, knowledge, loaded }: Extract<Opened, { bot: Bot }>, now: number): readonly Problem[] {
  const broken = brokenQuestions(bot, knowledge.questions, now).flatMap(
    ({ question, message, hint }) =>
      loaded.problemAbout(question, "q", { code: "golden-question", severity: "error", message, hint }) ?? [],
  );
  return [...broken, ...overdueReviews(knowledge, loaded, now)];
}

/** A warning for each review of which an expected date has passed with no meeting recorded. */
const overdueReviews = (knowledge: Knowledge, { problemAbout }: Loaded, now: number): readonly Problem[] =>
  [...knowledge.reviews.values()].flatMap((review) => {
    const dates = expectedDates(review, knowledge, now).filter(({ overdue }) => overdue);
    const last = dates.at(-1);
    if (last === undefined) return [];
    const message = {
      vi: `${review.names.vi}: ${dates.length} kỳ quá hạn, chưa ghi nhận cuộc họp nào; kỳ gần nhất dự kiến ${dateLabel(last.date, "vi")}.`,
      en: `${review.names.en}: ${dates.length} overdue with no meeting recorded; the latest was expected on ${dateLabel(last.date, "en")}.`,
    };
    const hint = {
      vi: "Thêm cuộc họp vào “meetings”: state là held nếu đã họp, cancelled nếu đã hủy.",
      en: "Add the meeting to “meetings”: state held if it took place, cancelled if it was called off.",
    };
    return problemAbout(review, "everyMonths", { code: "overdue-review", severity: "warning", message, hint }) ?? [];
  });
