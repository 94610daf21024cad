import type { Bot } from "../src/core/bot.ts";
import type { GoldenQuestion, Knowledge } from "../src/core/knowledge.ts";
import { evaluate, type Verdict } from "../src/evaluation/evaluate.ts";
import { type Typing, VARIANTS, variantOf } from "../src/evaluation/variants.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { readQuestions } from "../src/knowledge/question-file.ts";
import { assemble } from "../src/terminal/assemble.ts";
import { type Answering, answeringBy, answeringOurselves, type Firmly } from "./peers/answering.ts";
import { PEERS } from "./peers/index.ts";
import { ours } from "./peers/ours.ts";
import { type Row, rounded, type Section, type Wanted } from "./report.ts";
import { auroc, mean } from "./statistics.ts";

const TYPINGS: readonly Typing[] = [...VARIANTS, "two typos"];
const COLUMNS = ["plain", "no marks", "typo", "two typos", "telex", "English"] as const;
const FOLDERS = { quick: ["knowledge"], full: ["knowledge", "test/knowledge"] };
/** Slow engines are asked only every so many of the questions. */
const EVERY = { quick: 24, full: 4 };
const NOW = Date.UTC(2026, 10, 24, 5);

/**
 * The questions of a knowledge base and of files on the command line, answered from the same facts: the bot beside search
 * engines whose first hit is answered by the bot's own commands, and refused below the threshold that suits the engine best.
 */
export async function run({ full, files }: Wanted): Promise<readonly Section[]> {
  const more = files.filter((name) => !name.endsWith(".json"));
  const sections: Section[] = [];
  for (const folder of full ? FOLDERS.full : FOLDERS.quick) {
    const { knowledge } = await loadKnowledge(folder);
    if (knowledge === undefined) throw new Error(`${folder} has problems: npm run check -- --knowledge ${folder}`);
    const sets = [{ name: folder, questions: knowledge.questions }];
    if (folder === "knowledge") sets.push(...(await Promise.all(more.map(readSet))));
    for (const { name, questions } of sets) sections.push(...(await compare(name, questions, knowledge, full)));
  }
  return sections;
}

async function readSet(name: string) {
  const { questions, problems } = await readQuestions(name);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`${name}: ${problem.message.en}`);
  return { name, questions };
}

async function compare(name: string, questions: readonly GoldenQuestion[], knowledge: Knowledge, full: boolean) {
  const bot = assemble(knowledge);
  const isEnglish = new Map(questions.map((one) => [one, languageOf(one, bot) === "en"]));
  const outcomesOf = async (answering: Answering, some: readonly GoldenQuestion[]): Promise<Outcome[]> => {
    const all: Outcome[] = [];
    for (const typing of TYPINGS) all.push(...(await ask(answering, bot, some, typing, isEnglish)));
    return all;
  };
  const own = await outcomesOf(answeringOurselves(knowledge, bot), questions);
  const rows = [toRow("Liên Thành", own, undefined)];
  for (const engine of [{ ...ours, name: "Liên Thành, its index only" }, ...PEERS]) {
    const every = engine.slow !== true ? 1 : full ? EVERY.full : EVERY.quick;
    const some = questions.filter((_, i) => i % every === 0);
    const outcomes = await outcomesOf(await answeringBy(engine, knowledge, bot), some);
    rows.push(toRow(engine.name, outcomes, bestThreshold(outcomes, engine.scores)));
  }
  const section: Section = {
    title: `Answering: ${name}`,
    rows: rows.map(({ all }) => all),
    notes: [
      `${questions.length} questions, each typed in every way, over ${knowledge.facts.length} facts. Percent of answerable questions (right, wrong; the rest is refused) and of unanswerable ones (false).`,
      "Other engines: the first hit is answered by the bot's own commands, and refused below the threshold with the most right − wrong − 2 · false on these same questions, which favours them; “unrefused”: without any threshold. The bot has its own threshold. The bot was made with these questions, the others were not: to compare on others, name a file of questions. AUROC: answerable against unanswerable by score. Time: finding only; of the bot, all of the answer.",
    ],
    chart: { kind: "bars", by: "engine", columns: ["right %", "wrong %", "false %"] },
  };
  return [
    section,
    { title: `Answering: ${name}, right % by way of typing`, rows: rows.map(({ right }) => right) },
    { title: `Answering: ${name}, wrong or false % by way of typing`, rows: rows.map(({ bad }) => bad) },
  ];
}

const languageOf = ({ q, at }: GoldenQuestion, bot: Bot) =>
  bot.answer({ command: "ask", input: q, now: at === undefined ? NOW : Date.parse(at) }).language;

interface Outcome {
  readonly column: (typeof COLUMNS)[number];
  readonly isHeld: boolean;
  /** If it is answered. */
  readonly verdict: Verdict;
  readonly score: number;
  readonly cpu: number;
}

/** English questions are asked plainly only. The verdicts are those of `npm run eval`. */
async function ask(
  answering: Answering,
  bot: Bot,
  questions: readonly GoldenQuestion[],
  typing: Typing,
  isEnglish: ReadonlyMap<GoldenQuestion, boolean>,
): Promise<Outcome[]> {
  const some = questions.filter((one) => typing === "plain" || isEnglish.get(one) !== true);
  const given: Firmly[] = [];
  for (const [i, { q, at }] of some.entries())
    given.push(await answering(variantOf(q, typing, i + 1), at === undefined ? NOW : Date.parse(at)));
  let next = 0;
  const told: Bot = { ...bot, answer: () => (given[next++] as Firmly).answer };
  return evaluate(told, some, typing, NOW).map(({ question, verdict }, i) => ({
    column: isEnglish.get(question) === true ? "English" : (typing as Exclude<Typing, "English">),
    isHeld: question.expect === "answered",
    verdict,
    score: given[i]?.score ?? 0,
    cpu: given[i]?.cpu ?? 0,
  }));
}

const refusedBelow = (threshold: number | undefined, { verdict, score, isHeld }: Outcome): Verdict =>
  threshold === undefined || score >= threshold ? verdict : isHeld ? "refused" : "right";

/** Right − wrong − 2 · false over all questions whose answer is held, and those whose answer is not. */
function worthAt(threshold: number, outcomes: readonly Outcome[]): number {
  let worth = 0;
  for (const outcome of outcomes) {
    const verdict = refusedBelow(threshold, outcome);
    worth += verdict === "false" ? -2 : verdict === "wrong" ? -1 : Number(verdict === "right" && outcome.isHeld);
  }
  return worth;
}

function bestThreshold(outcomes: readonly Outcome[], hasScores: boolean): number {
  if (!hasScores) return Number.NEGATIVE_INFINITY;
  const thresholds = [...new Set(outcomes.map(({ score }) => score)), Number.POSITIVE_INFINITY];
  return thresholds.reduce((a, b) => (worthAt(b, outcomes) > worthAt(a, outcomes) ? b : a));
}

function toRow(engine: string, outcomes: readonly Outcome[], threshold: number | undefined) {
  const judged = outcomes.map((outcome) => ({ ...outcome, verdict: refusedBelow(threshold, outcome) }));
  const held = judged.filter(({ isHeld }) => isHeld);
  const notHeld = judged.filter(({ isHeld }) => !isHeld);
  const scoresOf = (some: readonly Outcome[]): number[] => some.map(({ score }) => score);
  const all: Row = {
    engine,
    "right unrefused %": percent(
      outcomes.filter(({ isHeld }) => isHeld),
      "right",
    ),
    "right %": percent(held, "right"),
    "wrong %": percent(held, "wrong"),
    "false %": percent(notHeld, "false"),
    AUROC: threshold === Number.NEGATIVE_INFINITY ? undefined : rounded(auroc(scoresOf(held), scoresOf(notHeld)), 3),
    "cpu ms": rounded(mean(outcomes.map(({ cpu }) => cpu)), 3),
    answerable: held.length,
    unanswerable: notHeld.length,
  };
  const by = (cell: (some: readonly Outcome[]) => number | undefined): Row => ({
    engine,
    ...Object.fromEntries(COLUMNS.map((column) => [column, cell(judged.filter((one) => one.column === column))])),
  });
  return {
    all,
    right: by((some) =>
      percent(
        some.filter(({ isHeld }) => isHeld),
        "right",
      ),
    ),
    bad: by((some) => percent(some, "wrong", "false")),
  };
}

const percent = (outcomes: readonly Outcome[], ...verdicts: Verdict[]): number | undefined =>
  outcomes.length === 0
    ? undefined
    : rounded((100 * outcomes.filter(({ verdict }) => verdicts.includes(verdict)).length) / outcomes.length, 1);
