import type { SlackViewMiddlewareArgs, ViewSubmitAction, webApi } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { type Coded, readCode } from "../../core/invocation-code.ts";
import { LABELS, REASON } from "../../core/labels.ts";
import type { Language } from "../../core/language.ts";
import { LIMITS } from "./limits.ts";
import { say } from "./render.ts";
import { plainText } from "./rich.ts";
import { slackError } from "./send.ts";
import { languageFor, type Talk } from "./talk.ts";

export const REASONS = "reason";

/** A thumb that was pressed, by whom and where. */
interface Thumb {
  /** "+" or "-", then the code of the answer. */
  readonly value: string;
  readonly user: { readonly id: string };
  readonly url: string;
  readonly thread: string | undefined;
}

/** Keeps what a person thinks of an answer and says so; whoever finds it wrong may write why. */
export async function rate(thumb: Thumb, trigger_id: string, client: webApi.WebClient, talk: Talk): Promise<void> {
  const code = thumb.value.slice(1);
  const useful = thumb.value.startsWith("+");
  const coded = codedIn(code, talk);
  const language = coded?.invocation.language ?? languageFor(await talk.people(thumb.user.id));
  if (coded !== undefined) keep(coded, useful, thumb.user.id, talk);
  const asked =
    coded === undefined || useful
      ? undefined
      : openReason({ trigger_id, view: reasonModal({ code, url: thumb.url, language }) }, client, talk);
  await thank(thumb, coded === undefined ? LABELS.gone[language] : LABELS.thanks[language], talk);
  await asked;
}

/** Nobody misses a form that does not open. */
async function openReason(
  form: Parameters<webApi.WebClient["views"]["open"]>[0],
  client: webApi.WebClient,
  talk: Talk,
): Promise<void> {
  try {
    await client.views.open(form);
  } catch (error) {
    talk.log(`Slack: a form was not opened (${slackError(error) ?? error}).`);
  }
}

/** The reason that the form asked for. */
export async function onReason(
  { view, body, ack }: SlackViewMiddlewareArgs<ViewSubmitAction>,
  talk: Talk,
): Promise<void> {
  await ack();
  const { code = "", url = "", language = "vi" }: Partial<Metadata> = JSON.parse(view.private_metadata || "{}");
  const reason = view.state.values.reason?.typed?.value?.trim() ?? "";
  const coded = codedIn(code, talk);
  if (reason === "" || coded === undefined) return;
  keep(coded, false, body.user.id, talk, reason);
  await thank({ url, thread: undefined }, REASON.noted[language], talk);
}

const codedIn = (code: string, { desk }: Talk): Coded | undefined => readCode(code, desk.bot.commands, desk.knowledge);

const keep = ({ invocation, digest }: Coded, useful: boolean, who: string, talk: Talk, reason?: string): void =>
  talk.rated({ useful, invocation, digest, reason, platform: "slack", who });

const thank = ({ url, thread }: Pick<Thumb, "url" | "thread">, sentence: string, { send }: Talk): Promise<void> =>
  send.respond(url, say(sentence), { response_type: "ephemeral", replace_original: false, thread_ts: thread });

interface Metadata {
  readonly code: string;
  readonly url: string;
  readonly language: Language;
}

const reasonModal = (metadata: Metadata): ModalView => ({
  type: "modal",
  callback_id: REASONS,
  private_metadata: JSON.stringify(metadata),
  title: plainText(REASON.title[metadata.language], LIMITS.viewTitle),
  submit: plainText(REASON.send[metadata.language], LIMITS.viewTitle),
  close: plainText(REASON.close[metadata.language], LIMITS.viewTitle),
  blocks: [
    {
      type: "input",
      block_id: "reason",
      optional: true,
      label: plainText(REASON.label[metadata.language], LIMITS.inputLabel),
      element: { type: "plain_text_input", action_id: "typed", multiline: true, max_length: 500 },
    },
  ],
});
