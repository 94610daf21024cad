import type { Seen } from "../../contract.ts";

type Node = Readonly<Record<string, unknown>>;

export interface Shown {
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly isPrivate: boolean;
}

const MENTIONS = new Set(["user", "usergroup", "channel", "broadcast", "team"]);

/** The message as a person reads it, and what of it would ping, link or stand out. */
export function see({ text, blocks, isPrivate }: Shown): Seen {
  const seen = {
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

type Sight = { lines: string[]; buttons: string[]; pings: string[]; links: string[]; formatted: string[] };

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
  const parts = elements as readonly { type: string; text?: string; url?: string; style?: object }[];
  return parts
    .map(({ type, text = "", url, style }) => {
      if (MENTIONS.has(type)) seen.pings.push(type);
      if (url !== undefined) seen.links.push(url);
      if (style !== undefined) seen.formatted.push(text);
      return text;
    })
    .join("");
}

function table(rows: unknown, seen: Sight): void {
  for (const row of rows as readonly (readonly { text: string }[])[])
    seen.lines.push(row.map(({ text }) => text).join(" | "));
}
