import type { Language } from "../core/language.ts";
import { directAnswer, type Judged } from "../evaluation/evaluate.ts";
import { type Tally, tally } from "../evaluation/tally.ts";
import { VARIANTS, type Variant } from "../evaluation/variants.ts";
import { printableLines } from "../platforms/console/printable.ts";

/** The questions of one file, typed one way. */
export interface Run {
  readonly file: string;
  readonly variant: Variant;
  readonly judged: readonly Judged[];
}

const isFailing = ({ verdict }: Judged): boolean => verdict !== "right";

/** A line for each file and way of typing, what failed, and six lines that sum it up. */
export function showEvaluation(runs: readonly Run[], language: Language): string {
  const words = WORDS[language];
  const lines = runs.map(
    ({ file, variant, judged }) => `${file}, ${words[variant]}: ${counts(tally(judged), language)}`,
  );
  const failing = runs.flatMap(({ file, variant, judged }) =>
    judged.filter(isFailing).map((one) => showFailing(one, `${file}, ${words[variant]}`, language)),
  );
  return printableLines([lines.join("\n"), ...failing, showSummary(runs, language)].join("\n\n"));
}

function counts({ answerable: a, unanswerable: u }: Tally, language: Language): string {
  const words = WORDS[language];
  const held = `${words.held} ${a.total}: ${part(a.right, a.total, words.right)}, ${part(a.wrong, a.total, words.wrong)}, ${part(a.refused, a.total, words.refused)}`;
  const notHeld = `${words.notHeld} ${u.total}: ${part(u.right, u.total, words.right)}, ${part(u.false, u.total, words.false)}`;
  return `${held}; ${notHeld}`;
}

const part = (count: number, total: number, word: string): string => `${word} ${count} (${percent(count, total)})`;
const percent = (count: number, total: number): string =>
  total === 0 ? "–" : `${((100 * count) / total).toFixed(1)}%`;

function showFailing({ typed, verdict, answer, failed }: Judged, where: string, language: Language): string {
  const said = directAnswer(answer)
    .split("\n")
    .slice(0, 6)
    .map((line) => `    ${line}`);
  return [`${WORDS[language][verdict]} [${where}]: ${typed}`, ...said, ...failed.map((one) => `    ✗ ${one}`)].join(
    "\n",
  );
}

function showSummary(runs: readonly Run[], language: Language): string {
  const words = WORDS[language];
  const row = (label: string, some: readonly Run[]): string[] => {
    const { answerable: a, unanswerable: u } = tally(some.flatMap(({ judged }) => judged));
    return [
      label,
      String(a.total),
      percent(a.right, a.total),
      percent(a.wrong, a.total),
      percent(a.refused, a.total),
      String(u.total),
      percent(u.right, u.total),
      percent(u.false, u.total),
    ];
  };
  const head = [
    words.typed,
    words.held,
    words.right,
    words.wrong,
    words.refused,
    words.notHeld,
    words.right,
    words.false,
  ];
  const rows = VARIANTS.map((variant) =>
    row(
      words[variant],
      runs.filter((run) => run.variant === variant),
    ),
  );
  return table([head, ...rows, row(words.all, runs)]);
}

function table(rows: readonly (readonly string[])[]): string {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(width(i)) : cell.padStart(width(i)))).join("  "))
    .join("\n");
}

/** The same for tools. */
export const evaluationJson = (runs: readonly Run[]): object => ({
  runs: runs.map(({ file, variant, judged }) => ({
    file,
    variant,
    ...tally(judged),
    failing: judged.filter(isFailing).map(({ question, typed, verdict, answer, failed }) => ({
      question: question.q,
      typed,
      verdict,
      status: answer.status,
      answer: directAnswer(answer),
      failed,
    })),
  })),
});

const WORDS = {
  vi: {
    plain: "nguyên văn",
    "no marks": "không dấu",
    typo: "gõ nhầm",
    telex: "telex thô",
    typed: "cách gõ",
    all: "tất cả",
    held: "có trong kho",
    notHeld: "không có",
    right: "đúng",
    wrong: "sai",
    refused: "không trả lời",
    false: "trả lời bừa",
  },
  en: {
    plain: "plain",
    "no marks": "no marks",
    typo: "typo",
    telex: "raw telex",
    typed: "typed",
    all: "all",
    held: "held",
    notHeld: "not held",
    right: "right",
    wrong: "wrong",
    refused: "refused",
    false: "false",
  },
} as const;
