import type { Cell, Row } from "./rows.ts";
import { type Answers, type Ask, applies } from "./scaffold.ts";

/** What a scaffold writes with: the answers, and examples where there are none. */
export interface Given {
  /** One answer. */
  (option: string): Cell;
  has(option: string): boolean;
  /** Several answers in one line: "[a, b]". */
  list(option: string): Cell;
  /** The answers as they were given, or the examples that stand for them. */
  answers(option: string): readonly string[];
  /** Rows for each of several answers; for as many examples where too few were given. */
  each(option: string, rows: (cell: Cell, answer: string) => readonly Row[]): readonly Row[];
}

export function givenBy(asks: readonly Ask[], answers: Answers): Given {
  const cells = (option: string, least: number): readonly { readonly cell: Cell; readonly answer: string }[] => {
    const ask = asks.find((one) => one.option === option);
    if (ask === undefined) throw new Error(`There is no option --${option}.`);
    const given = answers.get(option) ?? [];
    const examples = Array.from({ length: Math.max(0, least - given.length) }, (_, index) =>
      least === 1 ? ask.example : `${ask.example}-${index + 1}`,
    );
    const optional = ask.optional !== undefined || !applies(ask, answers);
    return [...given, ...examples].map((answer, index) => ({
      answer,
      cell: { option, yaml: scalar(answer, ask.form), answered: index < given.length, optional },
    }));
  };
  const several = (option: string) => cells(option, Math.max(1, asks.find((one) => one.option === option)?.least ?? 1));
  const one = (option: string): Cell => {
    const [first] = cells(option, 1);
    if (first === undefined) throw new Error(`Nothing stands for --${option}.`);
    return first.cell;
  };
  return Object.assign(one, {
    has: (option: string) => answers.has(option),
    answers: (option: string): readonly string[] => several(option).map(({ answer }) => answer),
    list: (option: string): Cell => ({
      ...one(option),
      yaml: `[${several(option)
        .map(({ cell }) => cell.yaml)
        .join(", ")}]`,
    }),
    each: (option: string, rows: (cell: Cell, answer: string) => readonly Row[]): readonly Row[] =>
      several(option).flatMap(({ cell, answer }) => rows(cell, answer)),
  });
}

const NUMBER = /^[-+]?\d[\w./-]*%?$/;
const ID = /^(?!(?:true|false|null)$)[a-z][a-z\d]*(?:-[a-z\d]+)*$/i;

/** As YAML reads it back: what is plain stays as it was typed, so that the loader sees what a person would have written. */
export function scalar(answer: string, form: Ask["form"]): string {
  const plain = (form !== "text" && ID.test(answer)) || (form === "number" && NUMBER.test(answer));
  return plain ? answer : JSON.stringify(answer);
}

/** One of the parts of an answer that has several, "a | b", as a text; empty where it has fewer. */
export const partOf = (cell: Cell, answer: string, at: number): Cell => ({
  ...cell,
  yaml: JSON.stringify(answer.split("|")[at]?.trim() ?? ""),
});
