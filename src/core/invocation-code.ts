import type { Answer } from "./answer.ts";
import type { Command } from "./command.ts";
import type { Invocation } from "./invocation.ts";
import type { Knowledge } from "./knowledge.ts";
import { plain } from "./text.ts";

/** Longest code where no platform says otherwise: what a Discord custom_id (100) leaves beside the name of a button. */
export const LONGEST_CODE = 90;

export interface Coded {
  readonly invocation: Invocation;
  /** From 1. */
  readonly page: number;
  /** What the answer said when the code was made (`digestOf`): where it differs now, the knowledge has changed since. */
  readonly digest: string;
}

const SEPARATOR = "|";
const SHORT = "~";

/**
 * An invocation as a short text for a button or a link, so that it can be run again by anyone at any time: nothing waits in
 * memory for a click. Ids that would make it too long are abbreviated. Undefined for free text that does not fit.
 */
export function writeCode(
  { invocation, page, digest }: Coded,
  commands: readonly Command[],
  longest = LONGEST_CODE,
): string | undefined {
  const command = commands.find(({ name }) => name === invocation.command);
  if (command === undefined) return undefined;
  const values = Object.keys(command.options).map((name) => invocation.values[name] ?? "");
  if (values.some((value) => value.includes(SEPARATOR))) return undefined;
  const head = [`${invocation.language}${page}`, digest, command.name];
  const whole = [...head, ...values].join(SEPARATOR).replace(/\|+$/, "");
  if (whole.length <= longest) return whole;
  const short = [...head, ...values.map(abbreviate)].join(SEPARATOR).replace(/\|+$/, "");
  return short.length <= longest ? short : undefined;
}

/** The invocation of a code; undefined where it is none, or where what it names is not known any more. */
export function readCode(code: string, commands: readonly Command[], knowledge: Knowledge): Coded | undefined {
  const [start = "", digest = "", name = "", ...values] = code.split(SEPARATOR);
  const head = /^(vi|en)(\d{1,3})$/.exec(start);
  const command = commands.find((one) => one.name === name);
  const options = Object.keys(command?.options ?? {});
  if (head === null || command === undefined || values.length > options.length) return undefined;
  const read: Record<string, string> = {};
  for (const [i, value] of values.entries()) {
    const option = options[i];
    if (option === undefined || value === "") continue;
    const full = value.split(",").map((part) => (part.startsWith(SHORT) ? expand(part, knowledge) : part));
    if (full.includes(undefined)) return undefined;
    read[option] = full.join(",");
  }
  const language = head[1] === "en" ? "en" : "vi";
  return { invocation: { command: command.name, values: read, language }, page: Number(head[2]), digest };
}

/** A few letters that change with the direct answer. */
export const digestOf = (answer: Pick<Answer, "headline">): string => hash(plain(answer.headline)).slice(0, 4);

const abbreviate = (value: string): string =>
  value
    .split(",")
    .map((part) => (part.length > 8 ? SHORT + hash(part) : part))
    .join(",");

const expand = (short: string, knowledge: Knowledge): string | undefined =>
  idsIn(knowledge).find((id) => SHORT + hash(id) === short);

/** Every id that a value may hold: of things, and of parts of things. */
function idsIn(knowledge: Knowledge): string[] {
  const ids = new Set<string>(knowledge.names.map(({ id }) => id));
  for (const { subject, part } of knowledge.facts) {
    ids.add(subject);
    if (part !== undefined) ids.add(part);
  }
  return [...ids];
}

/** FNV-1a, 32 bits, in base 36: not for secrets. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const unit of text) {
    value ^= unit.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value.toString(36).padStart(7, "0");
}
