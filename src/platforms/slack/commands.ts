import type { MessageShortcut, SlackCommandMiddlewareArgs, SlackShortcutMiddlewareArgs, webApi } from "@slack/bolt";
import type { Answer } from "../../core/answer.ts";
import { commandModal, wantsModal } from "./modal.ts";
import { commandNamed } from "./names.ts";
import { commandOf, questionOf } from "./receive.ts";
import { type Message, render } from "./render.ts";
import { languageFor, type Talk } from "./talk.ts";

const PRIVATE = { response_type: "ephemeral", replace_original: false } as const;

/** A slash command: answered in the acknowledgement itself, which costs Slack and the person no second round. */
export async function onCommand(
  { command, ack }: SlackCommandMiddlewareArgs,
  client: webApi.WebClient,
  talk: Talk,
): Promise<void> {
  const name = commandNamed(command.command, talk.desk) ?? command.command.slice(1);
  const asking = { language: languageFor(await talk.people(command.user_id)), now: talk.now() };
  const request = commandOf(name, command.text ?? "", asking);
  const found = talk.desk.bot.commands.find((one) => one.name === name);
  if (found !== undefined && request.input === "" && wantsModal(found)) {
    await ack();
    const back = { url: command.response_url, user: command.user_id };
    await client.views.open({
      trigger_id: command.trigger_id,
      view: commandModal(found, asking.language, back, talk.desk),
    });
    return;
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

/** "Ask about this" in the menu of a message. */
export async function onShortcut(
  { shortcut, ack }: SlackShortcutMiddlewareArgs<MessageShortcut>,
  talk: Talk,
): Promise<void> {
  await ack();
  const { language } = await talk.people(shortcut.user.id);
  await talk.turn();
  const answer = talk.desk.bot.answer(questionOf(shortcut.message.text ?? "", { language, now: talk.now() }));
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
