import { capital } from "../core/language.ts";
import { printable, printableLines } from "../platforms/console/printable.ts";
import { answerText } from "./answer-text.ts";
import type { AnswerChange } from "./answers.ts";
import { closeUp, closeUpLines } from "./close-up.ts";
import { sideBySide } from "./columns.ts";
import { failingOf, type Report, summaryOf } from "./report.ts";
import { SERIOUSNESS } from "./seriousness.ts";
import { CHANGE_TITLES, HEADINGS, moveText, notesOn, oldProblems, SERIOUSNESS_TITLES } from "./titles.ts";
import type { Row, ToldFact } from "./told-facts.ts";

/** The report for a terminal so many columns wide; what matters most comes last, where the eye is. */
export function showReport(report: Report, width: number): string {
  const parts = [...factParts(report), ...moveParts(report), ...answerParts(report, width), summaryOf(report)];
  return printableLines(parts.join("\n\n"));
}

const SIGNS = { added: "+", changed: "~", renamed: "~", removed: "-" } as const;

function factParts({ facts, language, before }: Report): readonly string[] {
  if (facts === undefined) return [`${HEADINGS[language].oldProblems}\n${oldProblems(before.problems, language)}`];
  const line = ({ fact, title, file, line, rows }: ToldFact): string => {
    const note = fact.change === "renamed" ? ` [${CHANGE_TITLES[language].renamed}]` : "";
    return [`  ${SIGNS[fact.change]} ${printable(title)}${note} (${file}:${line})`, ...rows.map(rowText)].join("\n");
  };
  return [...Map.groupBy(facts.told, ({ fact }) => fact.kind)].map(([kind, told]) =>
    [`${capital(kind.label[language])} (${told.length})`, ...told.map(line)].join("\n"),
  );
}

function rowText({ label, before, after }: Row): string {
  if (before === null) return `      + ${label}: ${printable(after ?? "")}`;
  if (after === null) return `      - ${label}: ${printable(before)}`;
  const [was, is] = closeUp(printable(before), printable(after));
  return `      ${label}: ${was} → ${is}`;
}

const moveParts = ({ facts, language }: Report): readonly string[] =>
  facts === undefined || facts.moves.length === 0
    ? []
    : [[HEADINGS[language].moves, ...facts.moves.map((move) => `  ${moveText(move, language)}`)].join("\n")];

function answerParts(report: Report, width: number): readonly string[] {
  const { answers, language, facts } = report;
  const words = HEADINGS[language];
  if (facts === undefined) {
    const failing = failingOf(answers);
    const one = (change: AnswerChange): string => indented([...headOf(change), answerText(change.after, language)]);
    return failing.length === 0 ? [] : [`${words.failing} (${failing.length})`, ...failing.map(one)];
  }
  const one = (change: AnswerChange): string => {
    const [was, is] = closeUpLines(answerText(change.before, language), answerText(change.after, language));
    const columns = sideBySide(`${words.before}\n${was}`, `${words.after}\n${is}`, width - 4);
    return indented([...headOf(change), columns]);
  };
  return SERIOUSNESS.flatMap((degree) => {
    const some = answers.filter(({ seriousness }) => seriousness === degree);
    const title = `${SERIOUSNESS_TITLES[language][degree]} (${some.length})`;
    return some.length === 0 ? [] : [[title, ...some.map(one)].join("\n\n")];
  });

  function headOf(change: AnswerChange): readonly string[] {
    const notes = notesOn(change, language).map((note) => `  ${printable(note)}`);
    return [`${change.failing === undefined ? "•" : "✗"} ${printable(change.asking.question)}`, ...notes];
  }
}

const indented = (blocks: readonly string[]): string =>
  blocks
    .join("\n")
    .split("\n")
    .map((line, i) => (i === 0 ? `  ${line}` : `    ${line}`))
    .join("\n");
