import type { Chat } from "../../src/core/destination.ts";
import type { Program } from "./announcements.ts";
import { between, type Random } from "./chance.ts";
import { createFakeDiscord } from "./discord.ts";
import type { FakeChat } from "./fake-chat.ts";
import { createFakeSlack } from "./slack.ts";

const OTHERS_A_SECOND = 40;
/** Beside every so many foreign messages there is a copy of ours. */
const COPIES = 8;
/** How long others have been writing when the bot comes, in seconds; a message a second in every channel. */
const SO_FAR = 150;

export function openChats(names: readonly Chat[], { channels }: Program, now: () => number): readonly FakeChat[] {
  const idsIn = (name: Chat): string[] => channels.filter(({ chat }) => chat === name).map(({ id }) => id);
  return names.map((name) => (name === "slack" ? createFakeSlack : createFakeDiscord)(idsIn(name), now));
}

/** Other people write: for some minutes already, and until it is told to stop. */
export function talk(chats: readonly FakeChat[], { channels }: Program, random: Random, now: () => number) {
  const write = (channel: Program["channels"][number], at: number, isCopy: boolean): void =>
    chats.find(({ chat }) => chat === channel.chat)?.write(channel.id, at, isCopy);
  for (const channel of channels)
    for (let ago = SO_FAR; ago > 0; ago--) write(channel, now() - ago * 1000 + between(random, 0, 1000), false);
  let count = 0;
  const timer = setInterval(() => {
    const channel = channels[Math.floor(random() * channels.length)];
    count += 1;
    if (channel !== undefined) write(channel, now(), count % COPIES === 0);
  }, 1000 / OTHERS_A_SECOND);
  return () => clearInterval(timer);
}
