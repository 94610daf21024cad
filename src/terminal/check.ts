import type { Bot } from "../core/bot.ts";
import type { Language } from "../core/language.ts";
import { dateLabel } from "../core/period.ts";
import type { Problem } from "../core/problem.ts";
import { finish } from "../core/steps.ts";
import { staleItems } from "../core/upkeep.ts";
import { brokenQuestions } from "../evaluation/golden.ts";
import { findingInReviews } from "../evaluation/reviews.ts";
import { inOrder } from "../knowledge/complaint.ts";
import { staleSchemas } from "../knowledge/schema-files.ts";
import { showProblems } from "../knowledge/show.ts";
import { printableLines } from "../platforms/console/printable.ts";
import { type Opened, openBot } from "./open.ts";

export interface CheckOptions {
  readonly knowledge: string;
  readonly language: Language;
  readonly json: boolean;
  readonly at?: number | undefined;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Says everything that is wrong with a knowledge base. Errors give exit code 1, warnings do not. */
export async function check({ knowledge: folder, language, json, at, say, complain }: CheckOptions): Promise<0 | 1> {
  const opened = await openBot(folder);
  const { problems: found, files } = opened.loaded;
  const used = opened.bot === undefined ? [] : problemsInUse(opened, at ?? Date.now());
  const problems = inOrder([...found, ...(await staleSchemas(folder)), ...used]);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const facts = opened.bot === undefined ? 0 : opened.knowledge.facts.length + opened.knowledge.figures.length;
  if (json) {
    const counts = { files, facts, errors, warnings: problems.length - errors };
    say(JSON.stringify({ ok: errors === 0, ...counts, problems }));
  } else {
    const text = printableLines(showProblems(problems, language));
    if (errors > 0) complain(text);
    else say(`${text}\n${READ[language](files, facts)}`);
  }
  return errors > 0 ? 1 : 0;
}

const READ = {
  vi: (files: number, facts: number) => `Đã đọc ${files} tệp, ${facts} dữ kiện.`,
  en: (files: number, facts: number) => `Read ${files} files with ${facts} facts.`,
} as const;

type Usable = Extract<Opened, { bot: Bot }>;

/** What only shows in answering: golden questions that no longer hold, and what today makes of reviews. */
function problemsInUse(opened: Usable, now: number): readonly Problem[] {
  const { bot, knowledge, loaded } = opened;
  const broken = brokenQuestions(bot, knowledge.questions, now).flatMap(
    ({ question, message, hint }) =>
      loaded.problemAbout(question, "q", { code: "golden-question", severity: "error", message, hint }) ?? [],
  );
  const reviews = finish(findingInReviews(opened, now)).flatMap(
    ({ item, at, said }) => loaded.problemAbout(item, at, said) ?? [],
  );
  return [...broken, ...reviews, ...unverified(opened, now)];
}

/** A warning for each item that somebody should have looked at again. */
const unverified = ({ knowledge, loaded }: Usable, now: number): readonly Problem[] =>
  staleItems(knowledge, new Date(now).toISOString().slice(0, 10)).flatMap(({ item, what, owner, verifyBy }) => {
    const who = owner === undefined ? { vi: "", en: "" } : { vi: ` (phụ trách: ${owner})`, en: ` (owner: ${owner})` };
    const message = {
      vi: `${what.vi}: quá hạn kiểm tra lại từ ${dateLabel(verifyBy, "vi")}${who.vi}.`,
      en: `${what.en}: overdue to be verified since ${dateLabel(verifyBy, "en")}${who.en}.`,
    };
    const hint = {
      vi: "Kiểm tra lại với nguồn, rồi đặt “verifyBy” sang ngày kiểm tra sau.",
      en: "Hold it against its source again, then set “verifyBy” to the next day of doing so.",
    };
    return loaded.problemAbout(item, "verifyBy", { code: "unverified", severity: "warning", message, hint }) ?? [];
  });
