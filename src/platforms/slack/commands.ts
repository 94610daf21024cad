import type { MessageShortcut, SlackCommandMiddlewareArgs, SlackShortcutMiddlewareArgs, webApi } from "@slack/bolt";
import type { Answer } from "../../core/answer.ts";
import type { Command } from "../../core/command.ts";
import type { Language } from "../../core/language.ts";
import { usageHint } from "./manifest.ts";
import { commandModal, wantsModal } from "./modal.ts";
import { commandNamed } from "./names.ts";
import { perform, tell } from "./perform.ts";
import { commandOf, questionOf } from "./receive.ts";
import { type Message, render, say } from "./render.ts";
import { slackError } from "./send.ts";
import { languageFor, type Talk } from "./talk.ts";

const PRIVATE = { response_type: "ephemeral", replace_original: false } as const;

/** A slash command: answered in the acknowledgement itself, which costs Slack and the person no second round. */
export async function onCommand(
  { command, ack }: SlackCommandMiddlewareArgs,
  client: webApi.WebClient,
  talk: Talk,
): Promise<void> {
  const name = commandNamed(command.command, talk.desk) ?? command.command.slice(1);
  const who = command.user_id;
  const asking = { language: languageFor(await talk.people(who)), now: talk.now(), who };
  const request = commandOf(name, command.text ?? "", asking);
  const found = talk.desk.bot.commands.find((one) => one.name === name);
  if (found !== undefined && request.input === "" && wantsModal(found)) {
    await ack();
    return openForm(found, command, asking.language, client, talk);
  }
  if (found?.act !== undefined) {
    await ack();
    const here = { user: command.user_id, channel: command.channel_id };
    return tell(command.response_url, await perform(request, here, talk), talk);
  }
  if (name !== "ask") {
    await replyOrRespond(ack, command.response_url, privately(talk.desk.bot.answer(request), talk), talk);
    return;
  }
  // Working out a question takes longer: acknowledged first, however many are waiting.
  await ack();
  await talk.turn();
  await talk.send.respond(command.response_url, privately(talk.desk.bot.answer(request), talk), PRIVATE);
}

/** A form for what the command needs; where Slack does not open it in time, how the same is typed. */
async function openForm(
  found: Command,
  { trigger_id, response_url, user_id, channel_id }: SlackCommandMiddlewareArgs["command"],
  language: Language,
  client: webApi.WebClient,
  { desk, send, log }: Talk,
): Promise<void> {
  const view = commandModal(found, language, { url: response_url, user: user_id, channel: channel_id }, desk);
  try {
    await client.views.open({ trigger_id, view });
  } catch (error) {
    log(`Slack: a form was not opened (${slackError(error) ?? error}).`);
    const typed = `/${desk.prefix}${found.name} ${usageHint(found.options)}`;
    await send.respond(response_url, say(NO_FORM[language](typed)), PRIVATE);
  }
}

const NO_FORM = {
  vi: (typed: string) => `Slack chưa mở được biểu mẫu. Hãy gõ luôn điều cần hỏi: ${typed}`,
  en: (typed: string) => `Slack did not open the form. Please type what you need: ${typed}`,
} as const;

/** "Ask about this" in the menu of a message. */
export async function onShortcut(
  { shortcut, ack }: SlackShortcutMiddlewareArgs<MessageShortcut>,
  talk: Talk,
): Promise<void> {
  await ack();
  const who = shortcut.user.id;
  const { language } = await talk.people(who);
  await talk.turn();
  const answer = talk.desk.bot.answer(questionOf(shortcut.message.text ?? "", { language, now: talk.now(), who }));
  await talk.send.respond(shortcut.response_url, privately(answer, talk), PRIVATE);
}

const privately = (answer: Answer, { desk }: Talk): Message => render(answer, { shareable: true }, desk);

/** Where the connection went away before the acknowledgement, the answer takes the other way. */
async function replyOrRespond(
  ack: SlackCommandMiddlewareArgs["ack"],
  url: string,
  message: Message,
  { send, log }: Talk,
): Promise<void> {
  try {
    await ack({ response_type: "ephemeral", ...message });
  } catch (error) {
    log(
      `Slack: an acknowledgement was lost (${error instanceof Error ? error.message : error}); answering by response_url.`,
    );
    await send.respond(url, message, PRIVATE);
  }
}
