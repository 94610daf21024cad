import { UserError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import { kindsOf } from "./ask-one.ts";
import { type Candidate, candidatesOf, meant } from "./choose.ts";
import { complaintsAbout } from "./complaints.ts";
import type { Desk } from "./desk.ts";
import { type Answers, type Ask, applies, type Scaffold } from "./scaffold.ts";

/**
 * One item of what the command line says; what it leaves out and can be proposed is taken so. Everything that is missing or
 * wrong is told at once, in a UserError. Warnings are handed to `warn`.
 */
export function itemFrom(
  scaffold: Scaffold,
  said: Answers,
  desk: Desk,
  language: Language,
  warn: (text: string) => void,
): Answers {
  const texts = TEXTS[language];
  const answers = new Map<string, readonly string[]>();
  const wrong: string[] = [];
  const missing: string[] = [];
  for (const ask of scaffold.asks) {
    const { option, after, optional } = ask;
    const given = said.get(option);
    if (!applies(ask, answers)) {
      if (given !== undefined) wrong.push(texts.alone(option, after ?? ""));
      continue;
    }
    const proposal = optional === undefined ? ask.proposes?.(answers, desk.known()) : undefined;
    const values = given ?? (proposal === undefined ? [] : [proposal]);
    const least = ask.least ?? (optional === undefined ? 1 : 0);
    if (values.length < least)
      missing.push(texts.needed(option, least, ask.question[language].split(/\?| \(/, 1)[0] ?? ""));
    const read = values.map((value) => resolve(ask, value, desk, language));
    wrong.push(...read.flatMap((one) => one.wrong ?? []));
    if (values.length > 0)
      answers.set(
        option,
        read.flatMap((one) => one.value ?? []),
      );
  }
  if (missing.length > 0) wrong.unshift(texts.missing(missing));
  if (wrong.length > 0) throw new UserError(wrong.join("\n"));
  const complaints = complaintsAbout(scaffold, [answers], desk).map(({ problem, options }) => ({
    severity: problem.severity,
    text: `${options.map((option) => `--${option}: `).join("")}${problem.message[language]} ${problem.hint?.[language] ?? ""}`.trimEnd(),
  }));
  const errors = complaints.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new UserError([...new Set(errors.map(({ text }) => text))].join("\n"));
  for (const { text } of complaints) warn(text);
  return answers;
}

interface Read {
  readonly value?: string;
  readonly wrong?: string;
}

function resolve(ask: Ask, value: string, desk: Desk, language: Language): Read {
  const candidates = candidatesOf(ask, desk.known().knowledge);
  if (candidates === undefined) return { value };
  const { found, sure } = meant(value, candidates);
  if (sure) return { value: found[0]?.id ?? value };
  const texts = TEXTS[language];
  const idsOf = (all: readonly Candidate[]): readonly string[] => all.map(({ id }) => id);
  if (found.length > 0) return { wrong: texts.several(ask.option, value, idsOf(found.slice(0, 5))) };
  if (ask.of === undefined) return { wrong: texts.noChoice(ask.option, value, idsOf(candidates)) };
  return { wrong: texts.noSuch(ask.option, value, kindsOf(ask, language), ask.of[0] ?? "") };
}

const TEXTS = {
  vi: {
    missing: (options: readonly string[]) => `Còn thiếu: ${options.join("; ")}.`,
    needed: (option: string, least: number, question: string) =>
      `--${option}${least > 1 ? ` (ít nhất ${least} lần)` : ""} (${question})`,
    alone: (option: string, after: string) => `--${option} chỉ dùng cùng với --${after}.`,
    several: (option: string, value: string, ids: readonly string[]) =>
      `--${option}: “${value}” có thể là ${ids.join(", ")}: ghi mã.`,
    noChoice: (option: string, value: string, ids: readonly string[]) =>
      `--${option}: “${value}” không được nhận. Dùng một trong: ${ids.join(", ")}.`,
    noSuch: (option: string, value: string, kinds: string, kind: string) =>
      `--${option}: kho không có ${kinds} nào tên “${value}”. Tạo trước: npm run new -- ${kind}`,
  },
  en: {
    missing: (options: readonly string[]) => `Missing: ${options.join("; ")}.`,
    needed: (option: string, least: number, question: string) =>
      `--${option}${least > 1 ? ` (at least ${least} times)` : ""} (${question})`,
    alone: (option: string, after: string) => `--${option} goes only with --${after}.`,
    several: (option: string, value: string, ids: readonly string[]) =>
      `--${option}: “${value}” may be ${ids.join(", ")}: give the id.`,
    noChoice: (option: string, value: string, ids: readonly string[]) =>
      `--${option}: “${value}” is not accepted. Use one of: ${ids.join(", ")}.`,
    noSuch: (option: string, value: string, kinds: string, kind: string) =>
      `--${option}: the knowledge base holds no ${kinds} called “${value}”. Make it first: npm run new -- ${kind}`,
  },
} as const satisfies Record<Language, unknown>;
