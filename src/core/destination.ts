import type { Language } from "./language.ts";

/** Where announcements go. */
export const CHATS = ["slack", "discord"] as const;
export type Chat = (typeof CHATS)[number];

/** A channel: "C0123ABCDEF" of Slack, "1100000000000000003" of Discord. */
export interface Channel {
  readonly chat: Chat;
  readonly id: string;
}

export interface Destination extends Channel {
  readonly language: Language;
  /** Days before a meeting; those of the review where it is left out. */
  readonly leads?: readonly number[] | undefined;
  /** Discord: also keeps a scheduled event of each confirmed meeting. */
  readonly event?: boolean | undefined;
}

const SHAPES: Readonly<Record<Chat, RegExp>> = { slack: /^[CGD][A-Z0-9]{2,20}$/, discord: /^\d{15,20}$/ };

/** Whether it could be the id of a channel there. */
export const isChannelId = (chat: Chat, id: string): boolean => SHAPES[chat].test(id);

/** "slack:C0123ABCDEF". */
export const writeChannel = ({ chat, id }: Channel): string => `${chat}:${id}`;

/** What writeChannel wrote, or a person: undefined where it is no channel. */
export function readChannel(text: string): Channel | undefined {
  const [, chat, id] = /^\s*(slack|discord)\s*:\s*([A-Za-z0-9]+)\s*$/i.exec(text) ?? [];
  const named = CHATS.find((one) => one === chat?.toLowerCase());
  return named === undefined || id === undefined || !isChannelId(named, id) ? undefined : { chat: named, id };
}
