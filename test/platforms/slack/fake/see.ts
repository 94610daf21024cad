import type { Seen } from "../../contract.ts";

type Node = Readonly<Record<string, unknown>>;

export interface Shown {
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly isPrivate: boolean;
  /** Where the person is who reads it. */
  readonly timeZone?: string | undefined;
}

const MENTIONS = new Set(["user", "usergroup", "channel", "broadcast", "team"]);

/** The message as a person reads it, and what of it would ping, link or stand out. */
export function see({ text, blocks, isPrivate, timeZone = "Asia/Ho_Chi_Minh" }: Shown): Seen {
  const seen = {
    timeZone,
    lines: [] as string[],
    buttons: [] as string[],
    pings: [] as string[],
    links: [] as string[],
    formatted: [] as string[],
  };
  for (const block of blocks) walk(block, seen);
  const marked = [...text.matchAll(/<([^>]*)>/g)].map(([, inside = ""]) => inside);
  return {
    text: seen.lines.join("\n"),
    buttons: seen.buttons,
    private: isPrivate,
    pings: [...seen.pings, ...marked.filter((one) => /^[@!#]/.test(one))],
    links: [...seen.links, ...marked.filter((one) => /^(https?|mailto):/.test(one))],
    formatted: seen.formatted,
  };
}

type Sight = {
  timeZone: string;
  lines: string[];
  buttons: string[];
  pings: string[];
  links: string[];
  formatted: string[];
};

function walk(node: unknown, seen: Sight): void {
  if (Array.isArray(node)) for (const one of node) walk(one, seen);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  const { type, ...rest } = node as Node & { readonly type?: string };
  if (type === "mrkdwn") throw new Error("mrkdwn formats what people typed: use plain_text or rich_text");
  if (type === "button" || "positive_button" in rest) pressable(rest, seen);
  else if (type === "rich_text_section") seen.lines.push(words(rest.elements, seen));
  else if (type === "table") table(rest.rows, seen);
  else if (type === "plain_text") seen.lines.push(String(rest.text));
  else for (const value of Object.values(rest)) walk(value, seen);
}

function pressable(node: Node, seen: Sight): void {
  for (const button of [node, node.positive_button, node.negative_button])
    if (typeof button === "object" && button !== null && "text" in button) {
      const { text } = button.text as { text: string };
      seen.buttons.push(text);
      seen.lines.push(text);
    }
  if (typeof node.url === "string") seen.links.push(node.url);
}

function words(elements: unknown, seen: Sight): string {
  const parts = elements as readonly Element[];
  return parts
    .map(({ type, text = "", url, style, ...date }) => {
      if (type === "date") return dateIn(seen.timeZone, date);
      if (MENTIONS.has(type)) seen.pings.push(type);
      if (url !== undefined) seen.links.push(url);
      if (style !== undefined) seen.formatted.push(text);
      return text;
    })
    .join("");
}

interface Element {
  readonly type: string;
  readonly text?: string;
  readonly url?: string;
  readonly style?: object;
  readonly timestamp?: number;
  readonly format?: string;
  readonly fallback?: string;
}

/** As Slack shows a date to a reader in English; what it does not know of is shown as the fallback. */
function dateIn(timeZone: string, { timestamp, format = "", fallback = "" }: Omit<Element, "type">): string {
  if (timestamp === undefined || !Number.isInteger(timestamp)) return fallback;
  const show = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).format(timestamp * 1000);
  return format
    .replace("{date_long}", show({ dateStyle: "full" }))
    .replace("{time}", show({ timeStyle: "short" }))
    .replace(/.*[{}].*/, fallback);
}

function table(rows: unknown, seen: Sight): void {
  for (const row of rows as readonly (readonly { text: string }[])[])
    seen.lines.push(row.map(({ text }) => text).join(" | "));
}
