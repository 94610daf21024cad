import { withFolderBefore } from "../before.ts";
import { guarded } from "../core/guarded.ts";
import type { GoldenQuestion, Knowledge } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import type { AskedOften } from "../core/question-store.ts";
import { finish } from "../core/steps.ts";
import { readQuestions } from "../knowledge/question-file.ts";
import { showProblems } from "../knowledge/show.ts";
import { printableLines } from "../platforms/console/printable.ts";
import { createAssembler } from "../terminal/assemble.ts";
import { type Asked, askAll, compareAnswers } from "./answers.ts";
import { compareFacts } from "./facts.ts";
import { fenced } from "./markdown.ts";
import { gatherQuestions } from "./questions.ts";
import { losesAnswers, type Report, type Sound } from "./report.ts";
import { reportJson } from "./report-json.ts";
import { reportMarkdown } from "./report-markdown.ts";
import { showReport } from "./report-text.ts";
import { loadSide, type Side } from "./side.ts";
import { tellFacts } from "./told-facts.ts";

export interface DiffOptions {
  readonly knowledge: string;
  readonly language: Language;
  /** Epoch milliseconds: both versions are asked as if at that time. */
  readonly at?: number | undefined;
  /** The version before the edit: a folder, or a commit of git. */
  readonly against: string;
  readonly format: "text" | "json" | "markdown";
  /** Files of golden questions that are asked as well. */
  readonly questions: readonly string[];
  /** What people ask most; nothing is known where it is left out. */
  readonly mostAsked?: ((complain: (text: string) => void) => Promise<readonly AskedOften[]>) | undefined;
  /** Exit code 2 where a golden question loses its answer or its figure. */
  readonly failOnAnswers: boolean;
  /** Letters a line. */
  readonly width: number;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

/**
 * What an edit of the YAML files changes in facts and answers. Gives the exit code: 1 where the new version has errors, 2 as
 * asked for. Rejects with a UserError where there is no version to compare with.
 */
export async function diff(options: DiffOptions): Promise<0 | 1 | 2> {
  const { knowledge: folder, language, against, format, say } = options;
  const after = await loadSide(folder);
  const given = await Promise.all(options.questions.map(readQuestions));
  const wrong = [...after.problems, ...given.flatMap(({ problems }) => problems)].filter(isError);
  if (!isSound(after) || wrong.length > 0) return refuse(wrong, options);
  const { before, commit } = await withFolderBefore(folder, against, language, async (path, commit) => ({
    before: await loadSide(path, { shown: commit === undefined ? path : folder, other: after }),
    commit,
  }));
  const questions = given.flatMap((one) => one.questions);
  const report = await compare(before, after, { questions, commit }, options);
  if (format === "json") say(JSON.stringify(reportJson(report)));
  else say(format === "markdown" ? reportMarkdown(report) : showReport(report, options.width));
  return options.failOnAnswers && losesAnswers(report) ? 2 : 0;
}

interface Comparing {
  readonly questions: readonly GoldenQuestion[];
  readonly commit: string | undefined;
}

async function compare(
  before: Side,
  after: Sound,
  { questions: given, commit }: Comparing,
  { language, against, mostAsked, complain, at: now = Date.now() }: DiffOptions,
): Promise<Report> {
  const about = { language, against, commit, before, after };
  const facts = isSound(before) ? factsOf(before, after, language) : undefined;
  if (facts?.same) return { ...about, facts, asked: 0, answers: [] };
  const assembling = createAssembler();
  const report = (error: unknown): void => complain(String(error instanceof Error ? error.stack : error));
  const askable = (knowledge: Knowledge): Asked => {
    const { bot } = finish(assembling(knowledge));
    return { knowledge, bot: guarded(bot, report) };
  };
  const popular = (await mostAsked?.(complain)) ?? [];
  const askings = gatherQuestions({ before: before.knowledge, after: after.knowledge, given, popular });
  const newer = askable(after.knowledge);
  const answers =
    before.knowledge === undefined || facts === undefined
      ? askAll(newer, askings, now)
      : compareAnswers(askable(before.knowledge), newer, askings, facts.renames, now);
  return { ...about, facts, asked: askings.length, answers };
}

function factsOf(before: Sound, after: Sound, language: Language): NonNullable<Report["facts"]> {
  const facts = compareFacts(before, after);
  return { ...facts, told: tellFacts(facts.changes, before.knowledge, after.knowledge, language) };
}

const isError = ({ severity }: Problem): boolean => severity === "error";

const isSound = (side: Side): side is Sound => side.knowledge !== undefined;

/** What is wrong with the new version, as `check` says it; on a pull request people should see it too. */
function refuse(problems: readonly Problem[], { language, format, say, complain }: DiffOptions): 1 {
  const text = printableLines(showProblems(problems, language));
  if (format === "json") say(JSON.stringify({ ok: false, problems }));
  else complain(text);
  if (format === "markdown") say(fenced(text));
  return 1;
}
