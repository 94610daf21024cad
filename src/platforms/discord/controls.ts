import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Answer } from "../../core/answer.ts";
import type { Command } from "../../core/command.ts";
import type { Choice } from "../../core/invocation.ts";
import { digestOf, writeCode } from "../../core/invocation-code.ts";
import type { Language } from "../../core/language.ts";
import { type Act, writeId } from "./custom-id.ts";
import { shortened } from "./shorten.ts";
import { TEXTS } from "./texts.ts";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type Look = Partial<Pick<APIButtonComponentWithCustomId, "style" | "disabled" | "emoji">>;

const LONGEST_LABEL = 80;
const LONGEST_OPTION = 100;
const MOST_BUTTONS = 5;
const MOST_OPTIONS = 25;

/** In the place of a code, where an answer cannot be found again: it is shared as it stands in the message. */
export const NO_CODE = "-";

const row = (...components: APIComponentInMessageActionRow[]): Row => ({ type: ComponentType.ActionRow, components });

const button = (act: Act, code: string, label: string, look: Look = {}): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: writeId(act, code),
  label: shortened(label, LONGEST_LABEL),
  ...look,
});

interface CodedChoice {
  readonly question: string;
  readonly code: string;
}

/** Choices that can be pressed, each once. */
export function codedChoices(choices: readonly Choice[], commands: readonly Command[]): CodedChoice[] {
  const coded = choices.flatMap(({ question, invocation }) => {
    const code = writeCode({ invocation, page: 1, digest: "" }, commands);
    return code === undefined ? [] : [{ question, code }];
  });
  return coded.filter(({ code }, i) => coded.findIndex((other) => other.code === code) === i).slice(0, MOST_OPTIONS);
}

/** A few choices as buttons below each other, many as a menu. */
export function choiceRows(choices: readonly CodedChoice[], language: Language): Row[] {
  if (choices.length === 0) return [];
  if (choices.length <= MOST_BUTTONS)
    return choices.map(({ question, code }) => row(button("choice", code, question, { style: ButtonStyle.Primary })));
  const options = choices.map(({ question, code }) => ({ label: shortened(question, LONGEST_OPTION), value: code }));
  const placeholder = TEXTS.choose[language];
  return [row({ type: ComponentType.StringSelect, custom_id: writeId("choose", language), placeholder, options })];
}

/** Whether a button shows less than the question. */
export const isCut = (choices: readonly CodedChoice[]): boolean =>
  choices.some(({ question }) => question.length > (choices.length <= MOST_BUTTONS ? LONGEST_LABEL : LONGEST_OPTION));

/** What may be done with an answer, and what has been done already. */
export interface Doing {
  readonly share: boolean;
  /** Nothing is done with it, and it has no pages: an announcement, or what was done for somebody. */
  readonly alone?: boolean;
  readonly shared?: boolean;
  readonly thanked?: boolean;
}

/** The code of an answer and of its pages; undefined for free text that is too long for a button. */
export const answerCode = (answer: Answer, page: number, commands: readonly Command[]): string | undefined =>
  answer.invocation && writeCode({ invocation: answer.invocation, page, digest: digestOf(answer) }, commands);

/** Pages, share, feedback; nothing where the answer cannot be found again. */
export function controlRow(
  answer: Answer,
  { page, pages }: { readonly page: number; readonly pages: number },
  doing: Doing,
  commands: readonly Command[],
): Row[] {
  if (doing.alone === true) return [];
  const { language, status } = answer;
  const to = (wanted: number): string | undefined => answerCode(answer, wanted, commands);
  const code = to(page);
  const buttons: APIButtonComponentWithCustomId[] = [];
  const add = (act: Act, id: string | undefined, label: string, look?: Look): void => {
    if (id !== undefined) buttons.push(button(act, id, label, look));
  };
  if (page > 1) add("page", to(page - 1), TEXTS.before[language]);
  if (page < pages) add("page", to(page + 1), TEXTS.after[language]);
  if (status === "unknown") add("again", code ?? language, TEXTS.again[language], { emoji: { name: "✏️" } });
  if (doing.share && status !== "ambiguous") {
    const label = doing.shared === true ? TEXTS.shared[language] : TEXTS.share[language];
    add("share", code ?? NO_CODE, label, { emoji: { name: "📣" }, disabled: doing.shared === true });
  }
  if (doing.thanked === true) add("thanked", code, TEXTS.thanks[language], { disabled: true });
  else if (status !== "ambiguous") {
    add("useful", code, TEXTS.useful[language], { emoji: { name: "👍" } });
    add("useless", code, TEXTS.useless[language], { emoji: { name: "👎" } });
  }
  return buttons.length === 0 ? [] : [row(...buttons)];
}
