import { type APIMessage, Routes } from "discord.js";
import type { Found, Window } from "../../core/poster.ts";
import { bears, type Mark } from "./mark.ts";
import type { Calls } from "./rest.ts";
import { lackingIn, standingIn } from "./standing.ts";

const PAGE = 100;

/** Discord's clock and ours may differ by so much. */
const SKEW_MS = 60_000;

const EPOCH_MS = 1_420_070_400_000;

/** The id before the first of this moment: https://docs.discord.com/developers/reference#snowflakes */
const idBefore = (epochMs: number): bigint => (BigInt(Math.max(1, Math.floor(epochMs) - EPOCH_MS)) << 22n) - 1n;

/** How far each search got that was not finished, so that it goes on there after a rate limit. */
export type Unfinished = Map<string, bigint>;

interface Search {
  readonly me: string;
  readonly channel: string;
  readonly mark: Mark;
  readonly window: Window;
}

/** Looks for the bot's own message of this mark among those of that time, oldest first. Rejects where a request fails. */
export async function lookFor(calls: Calls, search: Search, unfinished: Unfinished): Promise<Found> {
  const { me, channel, mark, window } = search;
  const name = `${channel} ${mark.nonce} ${window.from}`;
  const last = idBefore(window.to + SKEW_MS + 1);
  for (let after = unfinished.get(name) ?? idBefore(window.from - SKEW_MS); ; ) {
    unfinished.set(name, after);
    const page = await pageAfter(calls, channel, after);
    const found = page.find((message) => message.author.id === me && bears(message, mark));
    after = page.reduce((newest, { id }) => (BigInt(id) > newest ? BigInt(id) : newest), after);
    if (found === undefined && page.length === PAGE && after <= last) continue;
    const outcome = found === undefined ? await nothing(calls, search, page) : foundAt(found.id);
    unfinished.delete(name);
    return outcome;
  }
}

const pageAfter = (calls: Calls, channel: string, after: bigint): Promise<readonly APIMessage[]> =>
  calls.get(Routes.channelMessages(channel), { after: String(after), limit: String(PAGE) });

const foundAt = (reference: string): Found => ({ kind: "found", reference });

/**
 * To whom may not read the history Discord shows an empty one, so an empty page proves nothing:
 * https://docs.discord.com/developers/resources/message#get-channel-messages
 */
async function nothing(calls: Calls, { me, channel }: Search, page: readonly APIMessage[]): Promise<Found> {
  if (page.length > 0) return { kind: "absent" };
  const standing = await standingIn(calls, me, channel);
  const trouble = standing.reads ? undefined : lackingIn(standing);
  return trouble === undefined ? { kind: "absent" } : { kind: "unreadable", trouble };
}
