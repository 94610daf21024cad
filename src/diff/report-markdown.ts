import { capital } from "../core/language.ts";
import { printableLines } from "../platforms/console/printable.ts";
import { answerText } from "./answer-text.ts";
import type { AnswerChange } from "./answers.ts";
import { closeUp, closeUpLines } from "./close-up.ts";
import { columns, escaped, escapedLines, fenced, LETTERS, row } from "./markdown.ts";
import { failingOf, type Report, summaryOf } from "./report.ts";
import { SERIOUSNESS } from "./seriousness.ts";
import { CHANGE_TITLES, HEADINGS, moveText, notesOn, oldProblems, SERIOUSNESS_TITLES } from "./titles.ts";
import type { ToldFact } from "./told-facts.ts";

/** A list of the report: a table, folded away where it is long. */
interface Section {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly string[];
}

const LONG = 12;

/** The report for a comment on a pull request, no longer than GitHub takes. The answers come first. */
export function reportMarkdown(report: Report): string {
  const { language, before, facts } = report;
  const words = HEADINGS[language];
  const head = `### ${words.title}\n\n${escaped(summaryOf(report))}`;
  const problems = printableLines(oldProblems(before.problems, language));
  const parts = [head, ...(facts === undefined ? [`#### ${words.oldProblems}`, fenced(problems)] : [])];
  let left = LETTERS - parts.join("\n\n").length;
  const add = (title: string, sections: readonly Section[]): void => {
    if (sections.length > 0) parts.push(`#### ${title}`);
    for (const section of sections) {
      const part = sectionText(section, left, MORE[language]);
      left -= part.length;
      parts.push(part);
    }
  };
  add(words.answers, facts === undefined ? failingSections(report) : answerSections(report));
  add(words.facts, factSections(report));
  return parts.join("\n\n");
}

/** As many rows as fit; the rest is counted. */
function sectionText({ title, head, rows }: Section, left: number, more: (count: number) => string): string {
  let letters = title.length + head.length + 200;
  const shown = rows.filter((one) => {
    letters += one.length + 1;
    return letters <= left;
  });
  const name = `**${title}** (${rows.length})`;
  const missing = rows.length - shown.length;
  const table = shown.length === 0 ? [] : [[head, ...shown].join("\n")];
  const body = [...table, ...(missing === 0 ? [] : [more(missing)])].join("\n\n");
  if (rows.length <= LONG) return `${name}\n\n${body}`;
  return `<details><summary>${name.replace(/\*\*(.*)\*\*/, "<b>$1</b>")}</summary>\n\n${body}\n\n</details>`;
}

const MORE = {
  vi: (count: number) => `… và ${count} dòng nữa: chạy npm run diff để xem hết.`,
  en: (count: number) => `… and ${count} more rows: npm run diff shows them all.`,
} as const;

function answerSections({ answers, language }: Report): readonly Section[] {
  const words = HEADINGS[language];
  const cells = (change: AnswerChange): string => {
    const [was, is] = closeUpLines(answerText(change.before, language), answerText(change.after, language));
    return row([questionCell(change, language), escapedLines(was), escapedLines(is)]);
  };
  return SERIOUSNESS.flatMap((degree): Section[] => {
    const some = answers.filter(({ seriousness }) => seriousness === degree);
    const head = columns([words.question, words.before, words.after]);
    return some.length === 0 ? [] : [{ title: SERIOUSNESS_TITLES[language][degree], head, rows: some.map(cells) }];
  });
}

function failingSections({ answers, language }: Report): readonly Section[] {
  const words = HEADINGS[language];
  const rows = failingOf(answers).map((change) =>
    row([questionCell(change, language), escapedLines(answerText(change.after, language))]),
  );
  return rows.length === 0 ? [] : [{ title: words.failing, head: columns([words.question, words.answer]), rows }];
}

function questionCell(change: AnswerChange, language: Report["language"]): string {
  const notes = notesOn(change, language).map((note) => `<br><sub>${escaped(note)}</sub>`);
  return `${change.failing === undefined ? "" : "❌ "}${escaped(change.asking.question)}${notes.join("")}`;
}

function factSections({ facts, language }: Report): readonly Section[] {
  if (facts === undefined) return [];
  const words = HEADINGS[language];
  const head = columns(["", words.fact, words.before, words.after, words.where]);
  const sections = [...Map.groupBy(facts.told, ({ fact }) => fact.kind)].map(([kind, told]): Section => {
    return { title: capital(kind.label[language]), head, rows: told.map((one) => factRows(one, language)) };
  });
  const moves = facts.moves.map((move) => row([escaped(moveText(move, language))]));
  return [...sections, ...(moves.length === 0 ? [] : [{ title: words.moves, head: columns([""]), rows: moves }])];
}

/** Of what is changed a row for each field, the first one with the name. */
function factRows({ fact, title, file, line, rows }: ToldFact, language: Report["language"]): string {
  const change = CHANGE_TITLES[language][fact.change];
  const place = escaped(`${file}:${line}`);
  if (rows.length === 0) {
    const cells = fact.change === "removed" ? [escaped(title), "–"] : ["–", escaped(title)];
    return row([change, "", ...cells, place]);
  }
  return rows
    .map(({ label, before, after }, i) => {
      const [was, is] = before === null || after === null ? [before, after] : closeUp(before, after);
      const name = i === 0 ? `**${escaped(title)}**<br>` : "";
      const cells = [was, is].map((text) => (text === null ? "–" : escaped(text)));
      return row([i === 0 ? change : "", `${name}${escaped(label)}`, ...cells, i === 0 ? place : ""]);
    })
    .join("\n");
}
