import type { KnownEventFromType, webApi } from "@slack/bolt";
import { homeView } from "./home.ts";
import { questionOf } from "./receive.ts";
import { render } from "./render.ts";
import { answerIn, conversationOf, isComplaint, languageFor, type Talk } from "./talk.ts";

/** A mention in a channel: answered in its thread, so that the channel stays readable. */
export async function onMention(event: KnownEventFromType<"app_mention">, talk: Talk): Promise<void> {
  const { channel, user, ts, thread_ts } = event;
  // In a direct conversation the same arrives as a message; an edited question has been answered already.
  if (user === undefined || "bot_id" in event || "edited" in event || channel.startsWith("D")) return;
  const thread = thread_ts ?? ts;
  const answer = await answerWords(event.text, user, conversationOf(channel, thread), talk);
  if (isComplaint(answer)) {
    const message = render(answer, { shareable: false }, talk.desk);
    return talk.send
      .whisper(message, { channel, user, thread_ts })
      .catch(() => talk.send.post(message, { channel, thread_ts: thread }));
  }
  await talk.send.post(render(answer, { shareable: false }, talk.desk), { channel, thread_ts: thread });
}

/** A direct message: answered as plainly as it was asked. Edits, joins and what bots say are no questions. */
export async function onMessage(event: KnownEventFromType<"message">, talk: Talk): Promise<void> {
  if (event.channel_type !== "im" || "bot_id" in event) return;
  if (event.subtype !== undefined && event.subtype !== "file_share") return;
  const { channel, user, thread_ts, text } = event;
  if (user === undefined || user === "USLACKBOT") return;
  const answer = await answerWords(text ?? "", user, conversationOf(channel, thread_ts), talk);
  await talk.send.post(render(answer, { shareable: false }, talk.desk), { channel, thread_ts });
}

/** The bot's own page in Slack, anew whenever somebody opens it. */
export async function onHome(
  event: KnownEventFromType<"app_home_opened">,
  client: webApi.WebClient,
  talk: Talk,
): Promise<void> {
  if (event.tab !== "home") return;
  const language = languageFor(await talk.people(event.user));
  await client.views.publish({ user_id: event.user, view: homeView(language, talk.now(), talk.desk) });
}

async function answerWords(text: string, user: string, conversation: string, talk: Talk) {
  const { language } = await talk.people(user);
  await talk.turn();
  return answerIn(conversation, questionOf(text, { language, now: talk.now(), who: user }), talk);
}
