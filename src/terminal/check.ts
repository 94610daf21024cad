import type { Bot } from "../core/bot.ts";
import { isUnknown, type Review } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import { dateLabel } from "../core/period.ts";
import type { Problem } from "../core/problem.ts";
import { staleItems } from "../core/upkeep.ts";
import { brokenQuestions } from "../evaluation/golden.ts";
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

type Usable = Extract<Opened, { bot: Bot }>;

/** What only shows in answering: golden questions that no longer hold, and what today makes of reviews. */
function problemsInUse(opened: Usable, now: number): readonly Problem[] {
  const { bot, knowledge, loaded } = opened;
  const broken = brokenQuestions(bot, knowledge.questions, now).flatMap(
    ({ question, message, hint }) =>
      loaded.problemAbout(question, "q", { code: "golden-question", severity: "error", message, hint }) ?? [],
  );
  const reviews = [
    ...overdueReviews(opened, now),
    ...heldAhead(opened, now),
    ...tooEarly(opened),
    ...emptyRules(opened),
  ];
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

/** A warning for each review of which a date has passed with no meeting recorded. */
const overdueReviews = ({ knowledge, bot, loaded }: Usable, now: number): readonly Problem[] =>
  [...knowledge.reviews.values()].flatMap((review) => {
    const all = bot.calendar.occurrences(review, now).filter(({ state }) => state === "overdue");
    const last = all.at(-1);
    if (last === undefined) return [];
    const message = {
      vi: `${review.names.vi}: ${all.length} kỳ quá hạn, chưa ghi nhận là đã họp; kỳ gần nhất ${dateLabel(last.date, "vi")}.`,
      en: `${review.names.en}: ${all.length} overdue, not recorded as held; the latest was due on ${dateLabel(last.date, "en")}.`,
    };
    const hint = {
      vi: "Thêm cuộc họp vào “meetings”, hoặc sửa “state” của nó: held nếu đã họp, cancelled nếu đã hủy.",
      en: "Add the meeting to “meetings”, or set its “state”: held if it took place, cancelled if it was called off.",
    };
    const said = { code: "overdue-review", severity: "warning", message, hint } as const;
    return loaded.problemAbout(review, cadenceKey(review), said) ?? [];
  });

/** An error for each meeting that is said to have been held on a day that has not come. */
const heldAhead = ({ knowledge, bot, loaded }: Usable, now: number): readonly Problem[] =>
  [...knowledge.reviews.values()].flatMap((review) => {
    const today = bot.calendar.today(review, now);
    return review.meetings.flatMap(({ id, state, date }, index) => {
      if (state !== "held" || date <= today) return [];
      const message = {
        vi: `Cuộc họp “${id}” ghi là đã họp, nhưng ngày ${dateLabel(date, "vi")} chưa tới.`,
        en: `The meeting “${id}” is said to have been held, but ${dateLabel(date, "en")} has not come yet.`,
      };
      const hint = {
        vi: "Sửa ngày; cuộc họp đã chốt mà chưa họp thì ghi state: confirmed.",
        en: "Correct the date; a meeting that is fixed and still to come has state: confirmed.",
      };
      const said = { code: "held-ahead", severity: "error", message, hint } as const;
      return loaded.problemAbout(review, ["meetings", index, "state"], said) ?? [];
    });
  });

/** An error for each meeting on a day on which there was nothing to review yet. */
const tooEarly = ({ knowledge, loaded }: Usable): readonly Problem[] =>
  [...knowledge.reviews.values()].flatMap((review) => {
    const signed = knowledge.memoranda.get(review.memorandum)?.signed.date;
    if (signed === undefined || isUnknown(signed)) return [];
    return review.meetings.flatMap(({ id, date }, index) => {
      if (date >= signed.day) return [];
      const message = {
        vi: `Cuộc họp “${id}” ngày ${dateLabel(date, "vi")} diễn ra trước khi ký (${dateLabel(signed.day, "vi")}).`,
        en: `The meeting “${id}” on ${dateLabel(date, "en")} is before the signing (${dateLabel(signed.day, "en")}).`,
      };
      const hint = { vi: "Sửa ngày họp, hoặc ngày ký của biên bản.", en: "Correct its date, or the memorandum's." };
      const said = { code: "before-signing", severity: "error", message, hint } as const;
      return loaded.problemAbout(review, ["meetings", index, "date"], said) ?? [];
    });
  });

/** A rule that is written well and still gives no day. */
const emptyRules = ({ knowledge, bot, loaded }: Usable): readonly Problem[] =>
  [...knowledge.reviews.values()].flatMap((review) => {
    const signed = knowledge.memoranda.get(review.memorandum)?.signed.date;
    if (review.rule === undefined || signed === undefined || isUnknown(signed)) return [];
    if (bot.calendar.follows(review)) return [];
    const message = {
      vi: `Không có ngày nào sau ngày ký (${dateLabel(signed.day, "vi")}) hợp với quy tắc “${review.rule}”.`,
      en: `No day after the signing (${dateLabel(signed.day, "en")}) fits the rule “${review.rule}”.`,
    };
    const hint = {
      vi: "Ngày trong quy tắc có thật không (30/2?), UNTIL có sau ngày ký không?",
      en: "Does its day exist (30 February?), is UNTIL after the signing?",
    };
    return loaded.problemAbout(review, "rule", { code: "empty-rule", severity: "error", message, hint }) ?? [];
  });

const cadenceKey = ({ rule }: Review): string => (rule === undefined ? "everyMonths" : "rule");
