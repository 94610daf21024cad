import type { Seen } from "../../contract.ts";
import { componentsIn } from "./check.ts";
import type { Made } from "./messages.ts";

interface Read {
  text: string;
  readonly formatted: string[];
  readonly links: string[];
  readonly pings: string[];
}

/** One rule of Discord's markdown: where it holds, what is read. */
type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray, into: Read) => string];

const format: Rule[1] = ([, inside = ""], into) => {
  into.formatted.push(inside);
  return inside;
};

const link: Rule[1] = ([whole, label], into) => {
  into.links.push(whole);
  return label ?? whole;
};

const ping: Rule[1] = ([whole], into) => {
  into.pings.push(whole);
  return whole;
};

/** Where whoever reads this is. */
const READER = new Intl.DateTimeFormat("vi", { timeZone: "America/New_York", dateStyle: "short", timeStyle: "short" });

const timestamp: Rule[1] = ([whole, seconds], into) => {
  into.formatted.push(whole);
  return READER.format(Number(seconds) * 1000);
};

const RULES: readonly Rule[] = [
  [/^\\([^0-9A-Za-z\s])/, ([, letter = ""]) => letter],
  [/^`([^`]+)`/, format],
  [/^\*\*([^*]+)\*\*/, format],
  [/^\*([^*\s][^*]*)\*/, format],
  [/^__([^_]+)__/, format],
  [/^_([^_]+)_(?!\w)/, format],
  [/^~~([^~]+)~~/, format],
  [/^\|\|([^|]+)\|\|/, format],
  [/^\[([^\]]+)\]\([^)]+\)/, link],
  [/^<(?:@[!&]?|#)\d+>/, ping],
  [/^<t:(-?\d{1,13}):[tTdDfF]>/, timestamp],
  [/^<(?:a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^:]+:\d+|id:\w+|https?:[^>]+)>/, format],
  [/^@(?:everyone|here)/, ping],
  [/^https?:\/\/\S+/, link],
  [/^[a-z]+/i, ([whole]) => whole],
];

/** A line as Discord shows it. */
function readLine(line: string, into: Read): string {
  const [start = ""] = /^(?:- |-# )?/.exec(line) ?? [];
  let rest = line.slice(start.length);
  if (/^(?:#{1,3} |> |>>> |[-*+] |\d+\. |-# )/.test(rest)) into.formatted.push(rest);
  let text = start === "- " ? "• " : "";
  while (rest !== "") {
    const rule = RULES.find(([pattern]) => pattern.test(rest));
    const match = rule?.[0].exec(rest);
    text += rule !== undefined && match ? rule[1](match, into) : rest.charAt(0);
    rest = rest.slice(match?.[0].length ?? 1);
  }
  return text;
}

/** What stands in Discord's markdown, as a person sees it. */
export function readMarkdown(markdown: string): Read {
  const into: Read = { text: "", formatted: [], links: [], pings: [] };
  into.text = markdown
    .split("\n")
    .map((line) => readLine(line, into))
    .join("\n");
  return into;
}

const isString = (value: unknown): value is string => typeof value === "string";

/** A message as a person sees it. */
export function seen({ body }: Pick<Made, "body">): Seen {
  const parts = componentsIn(body.components).map(({ it }) => it);
  const texts = [body.content, ...parts.map(({ content }) => content)].filter(isString).map(readMarkdown);
  const options = parts.flatMap(({ options: all }) => (Array.isArray(all) ? all : []));
  const buttons = [...parts, ...options].map(({ label }) => label).filter(isString);
  const mentions = body.allowed_mentions as { parse?: readonly string[] } | undefined;
  const silent = mentions?.parse?.length === 0;
  return {
    text: [...texts.map(({ text }) => text), ...buttons].join("\n"),
    buttons,
    private: (Number(body.flags ?? 0) & 64) !== 0,
    pings: [...texts.flatMap(({ pings }) => pings), ...(silent ? [] : ["whoever is mentioned"])],
    links: texts.flatMap(({ links }) => links),
    formatted: texts.flatMap(({ formatted }) => formatted),
  };
}

/** The custom_id behind a button's label, or behind an entry of a menu with the entry's value. */
export function behind({ body }: Made, label: string): { readonly id: string; readonly value?: string } {
  for (const { it } of componentsIn(body.components)) {
    if (it.label === label && isString(it.custom_id) && it.disabled !== true) return { id: it.custom_id };
    const option = (Array.isArray(it.options) ? it.options : []).find((one) => one.label === label);
    if (option !== undefined) return { id: String(it.custom_id), value: String(option.value) };
  }
  throw new Error(`There is nothing called “${label}” to press.`);
}
