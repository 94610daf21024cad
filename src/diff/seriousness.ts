import type { Answer } from "../core/answer.ts";
import type { Invocation } from "../core/invocation.ts";
import type { Knowledge } from "../core/knowledge.ts";
import { directAnswer } from "../evaluation/evaluate.ts";
import type { Renames } from "./marked.ts";

/**
 * What a change of an answer is, most serious first. refused: answered before, no longer. figure: another number or date.
 * understood: an answer to something else. answered: refused before. refusal: still no answer, for another reason.
 * expectation: the same answer, which its golden question does not want. wording: other words.
 */
export const SERIOUSNESS = [
  "refused",
  "figure",
  "understood",
  "answered",
  "refusal",
  "expectation",
  "wording",
] as const;

export type Seriousness = (typeof SERIOUSNESS)[number];

/** Undefined where people would read the same: status and direct answer. */
export type Judge = (before: Answer, after: Answer) => Seriousness | undefined;

/** Numbers are read with their units, of which both versions are asked. */
export function createJudge(versions: readonly Knowledge[], renames: Renames): Judge {
  const figure = figurePattern(versions);
  return (before, after) => {
    const [was, is] = [directAnswer(before), directAnswer(after)];
    if (before.status === after.status && was === is) return undefined;
    if (before.status === "answered" && after.status !== "answered") return "refused";
    if (before.status !== "answered") return after.status === "answered" ? "answered" : "refusal";
    if (inAnyOrder(was) === inAnyOrder(is)) return "wording";
    const pattern = before.language === after.language ? figure : DIGITS;
    if (figuresIn(was, pattern) !== figuresIn(is, pattern)) return "figure";
    return called(before.invocation, renames) === called(after.invocation, new Map()) ? "wording" : "understood";
  };
}

/** The rows of a list say the same in any order. */
const inAnyOrder = (text: string): string => text.split("\n").sort().join("\n");

/** What makes another figure of a number. */
const BEFORE_NUMBERS = "tăng|giảm|trên|khoảng|tối đa|ít nhất|up to|up|down|over|about|at least";
const UNCHANGED = "không đổi|unchanged";

/** A number or date with the word before it and the unit after it. */
function figurePattern(versions: readonly Knowledge[]): RegExp {
  const units = versions.flatMap(({ indicators, programmes, events }) => [
    ...[...indicators.values()].map(({ unit }) => unit),
    ...[...programmes.values(), ...events.values()].flatMap(({ counts }) => counts.map(({ unit }) => unit)),
  ]);
  const names = [...new Set(["%", ...units.flatMap(({ vi, en }) => [vi, en])])].sort((a, b) => b.length - a.length);
  const unit = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const number = "[-−]?\\d+(?:[.,:/]\\d+)*";
  return new RegExp(`(?:(?<!\\p{L})(?:${BEFORE_NUMBERS}) )?${number}(?: ?(?:${unit}))?|${UNCHANGED}`, "giu");
}

/** In another language points and commas stand for each other, and the words are others: its digits are compared. */
const DIGITS = /\d+/g;

const figuresIn = (text: string, pattern: RegExp): string => (text.match(pattern) ?? []).join("\n").toLowerCase();

function called(invocation: Invocation | undefined, renames: Renames): string {
  if (invocation === undefined) return "";
  const values = Object.entries(invocation.values).map(([name, value]) => {
    const ids = value.split(/([,#/])/).map((part) => renames.get(part) ?? part);
    return `${name}=${ids.join("")}`;
  });
  return [invocation.command, ...values.sort()].join("\n");
}
