import {
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  type JSONEncodable,
  MessageFlags,
  SeparatorSpacingSize,
} from "discord.js";
import type { Answer, Status } from "../../core/answer.ts";
import type { Command } from "../../core/command.ts";
import type { Knowledge } from "../../core/knowledge.ts";
import { pageLabel } from "../../core/labels.ts";
import { citationLabel } from "../../core/naming.ts";
import { line, plain } from "../../core/text.ts";
import { understoodAs } from "../../core/understood.ts";
import { answerCode, choiceRows, codedChoices, controlRow, type Doing, isCut } from "./controls.ts";
import { escaped } from "./escape.ts";
import { lineMarkdown, within } from "./markdown.ts";
import { type CardPage, cardPage, wholeCard } from "./paging.ts";
import { shortened } from "./shorten.ts";
import { moreText, TEXTS } from "./texts.ts";

/** What the labels of an answer are looked up in. */
export interface Shown {
  readonly knowledge: Knowledge;
  readonly commands: readonly Command[];
}

export interface Manner extends Doing {
  /** From 1. */
  readonly page?: number;
  /** Small print above the answer, as markdown: who shared it, or that the knowledge has changed. */
  readonly notice?: string | undefined;
}

/** What discord.js sends, whatever it is sent with. */
export interface Message {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: readonly JSONEncodable<APIContainerComponent>[];
  readonly allowedMentions: typeof NO_MENTIONS;
}

/** Nobody is ever pinged. */
export const NO_MENTIONS = { parse: [] as [], repliedUser: false } as const;

/** With the headline, the body and a notice (paging.ts) less than the 4000 that a message may hold. */
const LONGEST_SMALL_PRINT = 500;
const LONGEST_CHOICES = 400;
/** Beside the words, so that nothing is told by colour alone. */
const COLOURS = { answered: 0x2f6fb3, unknown: 0x8a8f98, ambiguous: 0xc98a1b } as const satisfies Record<
  Status,
  number
>;

/** An answer as a card of components: the direct answer, detail, choices, where it is from, buttons. Pure. */
export function render(answer: Answer, shown: Shown, manner: Manner): Message {
  const { language } = answer;
  const shownPage = manner.alone === true ? wholeCard(answer) : cardPage(answer, manner.page ?? 1);
  const choices = codedChoices(answer.choices, shown.commands);
  const written = isCut(choices) ? choices.map(({ question }) => `- ${lineMarkdown(line`${question}`, 160)}`) : [];
  const parts: APIComponentInContainer[][] = [
    [...texts(manner.notice === undefined ? "" : `-# ${manner.notice}`), ...texts(shownPage.headline)],
    texts(shownPage.body),
    [...texts(within(written, LONGEST_CHOICES)), ...choiceRows(choices, language)],
    texts(smallPrint(answer, shown, shownPage)),
  ];
  const components: APIComponentInContainer[] = [
    ...parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [SEPARATOR, ...part])),
    ...controlRow(answer, shownPage, manner, shown.commands),
  ];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [asJson({ type: ComponentType.Container, accent_color: COLOURS[answer.status], components })],
    allowedMentions: NO_MENTIONS,
  };
}

/** The same without any component: for where Discord refused the card. */
export const renderPlain = (answer: Answer) => ({
  content: shortened(escaped(shortened(plain(answer.headline), 900)), 1900),
  flags: MessageFlags.SuppressEmbeds as const,
  allowedMentions: NO_MENTIONS,
});

/** What is written as Discord reads it already; discord.js would turn every key of a bare object into snake case again. */
const asJson = <T>(component: T): JSONEncodable<T> => ({ toJSON: () => component });

const SEPARATOR: APIComponentInContainer = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
};

const texts = (content: string): APIComponentInContainer[] =>
  content === "" ? [] : [{ type: ComponentType.TextDisplay, content }];

function smallPrint(answer: Answer, { knowledge, commands }: Shown, { page, pages, elsewhere }: CardPage): string {
  const { language, citations, invocation } = answer;
  const sources = new Set(citations.map((citation) => citationLabel(knowledge, citation, language)));
  const understood = invocation && understoodAs(invocation, commands, knowledge);
  const isPaged = pages > 1 && answerCode(answer, page, commands) !== undefined;
  const lines = [
    ...(pages > 1 ? [(isPaged ? pageLabel(page, pages) : moreText(elsewhere))[language]] : []),
    ...(understood === undefined ? [] : [`${TEXTS.understood[language]}: ${understood}`]),
    ...[...sources].map((source) => `${TEXTS.source[language]}: ${source}`),
  ];
  return within(
    lines.map((text) => `-# ${lineMarkdown(line`${text}`, 240)}`),
    LONGEST_SMALL_PRINT,
  );
}
