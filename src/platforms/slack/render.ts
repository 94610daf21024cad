import type { ActionsBlock, Button, ContextBlock, KnownBlock } from "@slack/types";
import type { Answer } from "../../core/answer.ts";
import type { Choice } from "../../core/invocation.ts";
import { digestOf, writeCode } from "../../core/invocation-code.ts";
import { LABELS, pageLabel } from "../../core/labels.ts";
import type { Language } from "../../core/language.ts";
import { citationLabel } from "../../core/naming.ts";
import type { Block } from "../../core/text.ts";
import { understoodAs } from "../../core/understood.ts";
import { choiceCode, codeButton, feedback } from "./buttons.ts";
import { cut, LIMITS } from "./limits.ts";
import { renameIn, type Wording } from "./names.ts";
import { pagesOf } from "./pages.ts";
import { fallback, plainLines, plainText, richBlocks } from "./rich.ts";

export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** How an answer is shown. */
export interface View {
  /** From 1. */
  readonly page?: number;
  /** With a button that posts it to the channel: what only the asker sees. */
  readonly shareable: boolean;
  /** A line above the answer: that the knowledge has changed, who shared it. */
  readonly note?: string | undefined;
}

export const CHOICES = 5;
const SMALL_PRINT = 1200;

/** An answer as blocks within Slack's limits: the answer, its choices, where it is from, what can be done with it. */
export function render(answer: Answer, view: View, desk: Wording): Message {
  const { language, invocation } = answer;
  const rename = renameIn(desk);
  const pages = pagesOf(answer);
  const page = Math.min(Math.max(1, view.page ?? 1), pages.length);
  const text = pages[page - 1] ?? [];
  const choices = answer.choices.slice(0, CHOICES);
  const digest = digestOf(answer);
  const code = (wanted: number): string | undefined =>
    invocation && writeCode({ invocation, page: wanted, digest }, desk.bot.commands, LIMITS.buttonCode);
  const here = code(page);
  const buttons = [
    ...(page > 1 ? codeButton("turn", 1, LABELS.previousPage[language], code(page - 1)) : []),
    ...(page < pages.length ? codeButton("turn", 2, LABELS.nextPage[language], code(page + 1)) : []),
    ...(view.shareable ? codeButton("share", 0, LABELS.share[language], here) : []),
  ];
  const note = [view.note, pages.length > 1 ? pageLabel(page, pages.length)[language] : undefined];
  const blocks = [
    ...small(note.filter((one) => one !== undefined)),
    ...richBlocks([...text, ...wordedChoices(choices)], rename),
    ...actions(choiceButtons(choices, desk)),
    ...small(sources(answer, desk)),
    ...small(understood(answer, desk)),
    ...actions(buttons),
    ...feedback(here, language),
  ];
  return { text: fallback([view.note ?? "", text, ...choices.map(({ question }) => question)]), blocks };
}

/** One sentence of ours, without anything to press. */
export const say = (sentence: string): Message => ({
  text: fallback([sentence]),
  blocks: richBlocks([{ kind: "paragraph", line: [{ kind: "text", text: sentence }] }], (text) => text),
});

export const actions = (elements: Button[]): ActionsBlock[] =>
  elements.length === 0 ? [] : [{ type: "actions", elements }];

export const small = (lines: readonly string[]): ContextBlock[] =>
  lines.length === 0 ? [] : [{ type: "context", elements: [plainLines(lines, SMALL_PRINT)] }];

const areLong = (choices: readonly Choice[]): boolean =>
  choices.some(({ question }) => question.length > LIMITS.buttonShown);

/** Questions that buttons would cut short stand above them, with the same numbers. */
export const wordedChoices = (choices: readonly Choice[]): Block[] =>
  areLong(choices)
    ? choices.map(({ question }, at) => ({
        kind: "paragraph",
        line: [{ kind: "text", text: `${at + 1}. ${cut(question, 300)}` }],
      }))
    : [];

export const choiceButtons = (choices: readonly Choice[], { bot }: Wording): Button[] =>
  choices.flatMap(({ question, invocation }, at, all) => {
    const label = areLong(all) ? `${at + 1}. ${question}` : question;
    return codeButton("choose", at, label, choiceCode(invocation, bot.commands)).map((button) => ({
      ...button,
      accessibility_label: plainText(question, LIMITS.buttonText).text,
    }));
  });

export function sources({ citations, language }: Answer, { knowledge }: Wording): string[] {
  const bySource = Map.groupBy(citations, ({ id }) => id);
  const lines = [...bySource].map(([id, some]) => {
    const numbers = [...new Set(some.flatMap(({ paragraph }) => paragraph ?? []))].sort((a, b) => a - b);
    const [first, ...more] = numbers;
    const label = citationLabel(knowledge, { id, paragraph: first }, language);
    return `${LABELS.source[language]}: ${cut([label, ...more].join(", "), 300)}`;
  });
  return withinSmallPrint(lines, language);
}

function withinSmallPrint(lines: readonly string[], language: Language): string[] {
  let room = SMALL_PRINT - 60;
  const shown = lines.filter((line) => {
    room -= line.length + 1;
    return room >= 0;
  });
  const left = lines.length - shown.length;
  return left === 0 ? shown : [...shown, MORE[language](left)];
}

const MORE = {
  vi: (count: number) => `… và ${count} nguồn khác`,
  en: (count: number) => `… and ${count} more source${count === 1 ? "" : "s"}`,
} as const;

function understood({ invocation, language }: Answer, desk: Wording): string[] {
  const text = invocation && understoodAs(invocation, desk.bot.commands, desk.knowledge);
  return text === undefined ? [] : [cut(`${LABELS.understood[language]}: ${renameIn(desk)(text)}`, 400)];
}
