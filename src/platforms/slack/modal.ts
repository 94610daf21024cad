import type { BlockSuggestion, SlackViewMiddlewareArgs, ViewSubmitAction } from "@slack/bolt";
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Command, Option } from "../../core/command.ts";
import type { Language } from "../../core/language.ts";
import { LIMITS } from "./limits.ts";
import { type Desk, isActing, type Wording } from "./names.ts";
import { type Here, perform, tell } from "./perform.ts";
import { render } from "./render.ts";
import { plainText } from "./rich.ts";
import type { Talk } from "./talk.ts";

export const MODAL = "command";
export const SUGGEST = "suggest";
const TYPED = "typed";

/** Where the answer goes: by the response_url of a command, else as a direct message. */
export interface Back extends Here {
  readonly url: string;
}

type Metadata = Back & { readonly command: string; readonly language: Language };

/** A command that needs something and was called without anything. */
export const wantsModal = ({ options }: Command): boolean =>
  Object.values(options).some(({ required }) => required === true);

/** A form for the values of a command; names are completed as they are typed. */
export function commandModal(command: Command, language: Language, back: Back, { prefix }: Wording): ModalView {
  const metadata: Metadata = { ...back, command: command.name, language };
  const fields: KnownBlock[] = Object.entries(command.options).map(([name, option]) => field(name, option, language));
  return {
    type: "modal",
    callback_id: MODAL,
    private_metadata: JSON.stringify(metadata),
    title: plainText(`/${prefix}${command.name}`, LIMITS.viewTitle),
    submit: plainText(TEXTS[command.act === undefined ? "ask" : "act"][language], LIMITS.viewTitle),
    close: plainText(TEXTS.close[language], LIMITS.viewTitle),
    blocks: [
      { type: "section", text: plainText(command.description[language], LIMITS.inputLabel) },
      ...fields.slice(0, LIMITS.viewBlocks - 1),
    ],
  };
}

function field(name: string, option: Option, language: Language): InputBlock {
  return {
    type: "input",
    block_id: name,
    label: plainText(option.description[language], LIMITS.inputLabel),
    optional: option.required !== true,
    element: element(option, language),
  };
}

function element(option: Option, language: Language): InputBlock["element"] {
  const placeholder = plainText(TEXTS.placeholder[option.kind][language], LIMITS.placeholder);
  switch (option.kind) {
    case "text":
      return { type: "plain_text_input", action_id: TYPED, placeholder, max_length: 1000 };
    case "choice":
      return {
        type: option.many === true ? "multi_static_select" : "static_select",
        action_id: TYPED,
        placeholder,
        options: Object.entries(option.choices ?? {}).map(([value, label]) => choice(value, label[language])),
      };
    case "entity":
    case "period":
      return {
        type: option.many === true ? "multi_external_select" : "external_select",
        action_id: SUGGEST,
        placeholder,
        min_query_length: 0,
      };
  }
}

const choice = (value: string, label: string): PlainTextOption => ({
  text: plainText(label, LIMITS.optionText),
  value,
});

/** What fits what is being typed into a field. */
export function suggestions({ view, block_id, value }: BlockSuggestion, { bot }: Desk): PlainTextOption[] {
  const { command, language } = readMetadata(view?.private_metadata);
  const seen = new Set<string>();
  return bot
    .suggest(command, block_id, value, language)
    .filter((one) => one.value.length <= LIMITS.optionValue && !seen.has(one.value) && seen.add(one.value))
    .slice(0, LIMITS.options)
    .map((one) => choice(one.value, one.label));
}

/** A filled form, answered where the command was typed, to whoever filled it. */
export async function onModal(
  { view, body, ack }: SlackViewMiddlewareArgs<ViewSubmitAction>,
  talk: Talk,
): Promise<void> {
  await ack();
  const { command, language, url, user, channel } = readMetadata(view.private_metadata);
  await talk.turn();
  const request = { command, input: valuesOf(view.state.values), language, now: talk.now(), who: body.user.id };
  if (isActing(command, talk.desk))
    return tell(url, await perform(request, { user: body.user.id, channel }, talk), talk);
  const answer = talk.desk.bot.answer(request);
  const direct = () => talk.send.post(render(answer, { shareable: false }, talk.desk), { channel: user });
  if (url === "") return direct();
  const reply = { response_type: "ephemeral", replace_original: false } as const;
  await talk.send.respond(url, render(answer, { shareable: true }, talk.desk), reply).catch(direct);
}

type State = ViewSubmitAction["view"]["state"]["values"];

function valuesOf(state: State): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, inputs] of Object.entries(state)) {
    const [input] = Object.values(inputs);
    const value =
      input?.value ?? input?.selected_option?.value ?? input?.selected_options?.map((one) => one.value).join(",");
    if (value) values[name] = value;
  }
  return values;
}

function readMetadata(text: string | undefined): Metadata {
  const read: Partial<Metadata> = text ? JSON.parse(text) : {};
  return { command: "", language: "vi", url: "", user: "", channel: "", ...read };
}

const TEXTS = {
  ask: { vi: "Hỏi", en: "Ask" },
  act: { vi: "Thực hiện", en: "Do it" },
  close: { vi: "Thôi", en: "Cancel" },
  placeholder: {
    text: { vi: "Gõ bằng lời thường", en: "In plain words" },
    choice: { vi: "Chọn một", en: "Choose one" },
    entity: { vi: "Gõ vài chữ để tìm, không dấu cũng được", en: "Type a few letters to search" },
    period: { vi: "Gõ một kỳ, ví dụ 2023 hay 2023-9M", en: "Type a period, such as 2023 or 2023-9M" },
  },
} as const;
