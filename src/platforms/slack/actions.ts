import type { BlockAction, webApi } from "@slack/bolt";
import type { Answer } from "../../core/answer.ts";
import { type Coded, digestOf, readCode } from "../../core/invocation-code.ts";
import { LABELS } from "../../core/labels.ts";
import { actOf } from "./buttons.ts";
import { rate } from "./feedback.ts";
import { commandModal } from "./modal.ts";
import { isActing } from "./names.ts";
import { perform, tell } from "./perform.ts";
import { render, say, type View } from "./render.ts";
import { conversationOf, languageFor, remember, type Talk } from "./talk.ts";

/** A press: on which message, by whom, and where what it leads to goes. */
interface Press {
  readonly value: string;
  readonly user: BlockAction["user"];
  readonly url: string;
  readonly channel: string;
  readonly thread: string | undefined;
  readonly isPrivate: boolean;
}

/** Any button of ours. All they need is in their value, so that they work whenever they are pressed. */
export async function onAction(body: BlockAction, client: webApi.WebClient, talk: Talk): Promise<void> {
  const [action] = body.actions;
  if (action === undefined) return;
  const press = pressOf(body);
  switch (actOf(action.action_id)) {
    case "open":
      return openModal(body, press, client, talk);
    case "rate":
      return rate(press, body.trigger_id, client, talk);
    case "choose":
      return withCode(press, talk, choose, carryOut);
    case "turn":
      return withCode(press, talk, turn);
    case "share":
      return withCode(press, talk, share);
  }
}

function pressOf({ actions, user, response_url, container, channel, message }: BlockAction): Press {
  const [action] = actions;
  return {
    value: action !== undefined && "value" in action && typeof action.value === "string" ? action.value : "",
    user,
    url: response_url ?? "",
    channel: channel?.id ?? container.channel_id ?? "",
    thread: container.thread_ts ?? message?.thread_ts,
    isPrivate: container.is_ephemeral === true,
  };
}

type Then = (coded: Coded, answer: Answer, press: Press, talk: Talk) => Promise<void>;

type Do = (coded: Coded, press: Press, talk: Talk) => Promise<void>;

/** The answer as it is today; with `acting`, what a button of an acting command does. */
async function withCode(press: Press, talk: Talk, then: Then, acting?: Do): Promise<void> {
  const { bot, knowledge } = talk.desk;
  const coded = readCode(press.value, bot.commands, knowledge);
  if (coded === undefined) {
    const language = languageFor(await talk.people(press.user.id));
    return respond(press, say(LABELS.gone[language]), talk);
  }
  if (acting !== undefined && isActing(coded.invocation.command, talk.desk)) return acting(coded, press, talk);
  await talk.turn();
  await then(coded, bot.run(coded.invocation, talk.now()), press, talk);
}

const respond = (press: Press, message: Parameters<Talk["send"]["respond"]>[1], { send }: Talk, replace = false) =>
  send.respond(press.url, message, {
    response_type: "ephemeral",
    replace_original: replace,
    thread_ts: replace ? undefined : press.thread,
  });

const changed = ({ digest }: Coded, answer: Answer): string | undefined =>
  digest === "" || digest === digestOf(answer) ? undefined : LABELS.changed[answer.language];

const isDirect = ({ channel, isPrivate }: Press): boolean => channel.startsWith("D") && !isPrivate;

/** Does what a choice is for, in the name of who pressed it, and tells that person alone. Others may still press it. */
async function carryOut({ invocation }: Coded, press: Press, talk: Talk): Promise<void> {
  const { command, values: input, language } = invocation;
  const here = { user: press.user.id, channel: press.channel };
  const answer = await perform({ command, input, language, now: talk.now() }, here, talk);
  await tell(press.url, answer, talk, press.thread);
}

/** One of the readings: private, but in a direct conversation, where nobody else is. */
async function choose(coded: Coded, answer: Answer, press: Press, talk: Talk): Promise<void> {
  remember(conversationOf(press.channel, press.thread), answer, talk);
  const view: View = { shareable: !isDirect(press), note: changed(coded, answer) };
  const message = render(answer, view, talk.desk);
  if (isDirect(press)) await talk.send.post(message, { channel: press.channel, thread_ts: press.thread });
  else await respond(press, message, talk);
}

/** Another page: in place where nobody else sees it, else for the one who turned it. */
async function turn(coded: Coded, answer: Answer, press: Press, talk: Talk): Promise<void> {
  const view: View = { page: coded.page, shareable: !isDirect(press), note: changed(coded, answer) };
  await respond(press, render(answer, view, talk.desk), talk, press.isPrivate || isDirect(press));
}

/** To everybody in the channel, with the name of who shared it, and without pinging that person. */
async function share(coded: Coded, answer: Answer, press: Press, talk: Talk): Promise<void> {
  const { name } = await talk.people(press.user.id);
  const who = name ?? press.user.name ?? press.user.username ?? press.user.id;
  const note = [SHARED_BY[answer.language](who), changed(coded, answer)].filter((one) => one !== undefined).join("\n");
  const message = render(answer, { page: coded.page, shareable: false, note }, talk.desk);
  await talk.send.respond(press.url, message, {
    response_type: "in_channel",
    replace_original: false,
    thread_ts: press.thread,
  });
  const own = render(answer, { page: coded.page, shareable: false, note: SHARED[answer.language] }, talk.desk);
  await respond(press, own, talk, true);
}

const SHARED_BY = { vi: (who: string) => `${who} đã chia sẻ:`, en: (who: string) => `Shared by ${who}:` } as const;
const SHARED = { vi: "Đã chia sẻ vào kênh.", en: "Shared to the channel." } as const;

async function openModal(body: BlockAction, press: Press, client: webApi.WebClient, talk: Talk): Promise<void> {
  const command = talk.desk.bot.commands.find(({ name }) => name === press.value);
  if (command === undefined) return;
  const language = languageFor(await talk.people(press.user.id));
  const view = commandModal(
    command,
    language,
    { url: press.url, user: press.user.id, channel: press.channel },
    talk.desk,
  );
  await client.views.open({ trigger_id: body.trigger_id, view });
}
