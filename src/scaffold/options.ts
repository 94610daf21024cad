import { UserError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import { nearest } from "../knowledge/nearest.ts";
import { answerIn } from "./answer.ts";
import type { Answers, Scaffold } from "./scaffold.ts";

/** What was said on the command line after the name of the kind. */
export interface Words {
  /** None where everything is to be asked. */
  readonly answers: Answers;
  /** The file, below the folder of the kind, without its ending. */
  readonly file: string | undefined;
  readonly print: boolean;
  readonly help: boolean;
}

/** "--value 48200", "--value=48200"; a value may begin with a minus. Throws a UserError at what no kind of answer takes. */
export function readWords(words: readonly string[], { kind, asks }: Scaffold, language: Language): Words {
  const answers = new Map<string, readonly string[]>();
  const texts = TEXTS[language];
  const flags = { print: false, help: false };
  let file: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const [, name, inline] = /^--([a-z][a-z-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (word === "-h" || name === "help") flags.help = true;
    else if (name === "print" && inline === undefined) flags.print = true;
    else {
      const ask = asks.find(({ option }) => option === name);
      if (name === undefined) throw new UserError(texts.stray(word));
      if (ask === undefined && name !== "file")
        throw new UserError(texts.unknown(name, kind.name, nearestTo(name, asks)));
      const value = inline ?? words[++at];
      if (value === undefined || (inline === undefined && value.startsWith("--")))
        throw new UserError(texts.noValue(name));
      const text = answerIn(value);
      if (text === "") throw new UserError(texts.noValue(name));
      const earlier = answers.get(name) ?? [];
      if (name === "file") file = text;
      else if (ask?.least === undefined && earlier.length > 0) throw new UserError(texts.twice(name));
      else answers.set(name, [...earlier, text]);
    }
  }
  return { answers, file, ...flags };
}

const nearestTo = (name: string, asks: Scaffold["asks"]): string | undefined =>
  nearest(name, [...asks.map(({ option }) => option), "file", "print"]);

const TEXTS = {
  vi: {
    stray: (word: string) => `Không hiểu “${word}”: câu trả lời viết dạng --tên giá-trị. Thêm --help để xem các tên.`,
    unknown: (name: string, kind: string, near: string | undefined) =>
      `“new ${kind}” không có tùy chọn --${name}.${near === undefined ? "" : ` Có phải --${near}?`} Thêm --help để xem các tùy chọn.`,
    noValue: (name: string) => `--${name} cần một giá trị.`,
    twice: (name: string) => `--${name} chỉ ghi một lần.`,
  },
  en: {
    stray: (word: string) =>
      `“${word}” is not understood: answers are written --name value. Add --help to see the names.`,
    unknown: (name: string, kind: string, near: string | undefined) =>
      `“new ${kind}” has no option --${name}.${near === undefined ? "" : ` Did you mean --${near}?`} Add --help to see the options.`,
    noValue: (name: string) => `--${name} takes a value.`,
    twice: (name: string) => `--${name} is given once.`,
  },
} as const satisfies Record<Language, unknown>;
