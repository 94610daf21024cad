import { type APIChannel, type APIMessage, type APIUser, DiscordAPIError, MessageFlags, Routes } from "discord.js";
import type { Both } from "../../core/language.ts";
import type { Poster } from "../../core/poster.ts";
import { bareBody, cardBody, plainBody } from "./bodies.ts";
import { lookFor, type Unfinished } from "./history.ts";
import { bears, markLine, markOf, marksIn } from "./mark.ts";
import { type Failed, failedOf, NotSent, notFoundOf, reasonOf } from "./outcomes.ts";
import type { Shown } from "./render.ts";
import { type Access, type Calls, createRest } from "./rest.ts";
import { keepScheduled } from "./scheduled-events.ts";
import { lackingIn, standingIn } from "./standing.ts";
import { describe, troubleOf } from "./trouble.ts";

/** Labels and buttons are made from the knowledge and the commands as they are when something is posted. */
export interface PosterSettings extends Access, Shown {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/** Posts over HTTP alone: it needs no connection to the gateway. */
export function createDiscordPoster(settings: PosterSettings): Poster {
  const { token, now, log } = settings;
  const rest = createRest(settings);
  const unfinished: Unfinished = new Map();
  let own: string | undefined;

  const me = async (calls: Calls): Promise<string> => {
    own ??= (await calls.get<APIUser>(Routes.user())).id;
    return own;
  };

  const complain = (error: unknown): void => {
    if (error instanceof NotSent) log(describe(error.cause, token));
    else log(error instanceof DiscordAPIError ? describe(error, token) : `Discord: ${reasonOf(error)}`);
  };

  const failed = (error: unknown, channel: string): Failed => {
    complain(error);
    return failedOf(error, channel);
  };

  /** Where Discord refuses a body, which surely did nothing, something simpler is tried once. */
  async function orSimpler<T>(send: () => Promise<T>, simpler: () => Promise<T>): Promise<T> {
    try {
      return await send();
    } catch (error) {
      if (troubleOf(error) !== "refused body") throw error;
      complain(error);
      return simpler();
    }
  }

  return {
    chat: "discord",
    async post(channel, { key, answer }, mayStillSend) {
      const mark = markOf(channel, key);
      const calls = rest();
      const send = (body: object): Promise<APIMessage> =>
        calls.post(Routes.channelMessages(channel), { ...body, nonce: mark.nonce, enforce_nonce: true }, mayStillSend);
      try {
        const made = await orSimpler(
          async () => send(cardBody(answer, settings, mark.ids)),
          async () => send(plainBody(answer, markLine(mark.nonce))),
        );
        if (typeof made.id !== "string") return { kind: "unclear", reason: "Discord's answer holds no message" };
        // Without its marks a message could not be found again, if its record is ever lost.
        if (!bears({ ...made, nonce: "" }, mark)) log(`Discord: message ${made.id} has lost its mark`);
        return { kind: "posted", reference: made.id };
      } catch (error) {
        return failed(error, channel);
      }
    },
    async find(channel, key, window) {
      const calls = rest();
      try {
        return await lookFor(calls, { me: await me(calls), channel, mark: markOf(channel, key), window }, unfinished);
      } catch (error) {
        complain(error);
        return notFoundOf(error, channel);
      }
    },
    async edit(channel, reference, answer) {
      const calls = rest();
      const route = Routes.channelMessage(channel, reference);
      try {
        const before = await calls.get<APIMessage>(route);
        const { ids, line } = marksIn(before);
        const isCard = ((before.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
        await orSimpler(
          async () => calls.patch(route, isCard ? cardBody(answer, settings, ids) : plainBody(answer, line)),
          async () => calls.patch(route, isCard ? bareBody(answer, ids) : plainBody(answer, line)),
        );
        return { kind: "posted", reference };
      } catch (error) {
        return failed(error, channel);
      }
    },
    async inspect(channel) {
      const calls = rest();
      try {
        const standing = await standingIn(calls, await me(calls), channel);
        const trouble = lackingIn(standing);
        return trouble === undefined ? { name: standing.name } : { trouble };
      } catch (error) {
        const failure = failed(error, channel);
        return { trouble: failure.kind === "hopeless" ? failure.trouble : away(failure.reason) };
      }
    },
    async keepEvent(channel, event) {
      const calls = rest();
      try {
        const place = await calls.get<APIChannel>(Routes.channel(channel));
        const guild = "guild_id" in place ? place.guild_id : undefined;
        if (guild === undefined) return { kind: "hopeless", trouble: noServer(channel) };
        const reference = await keepScheduled({ calls, guild, me: await me(calls), now: now() }, event);
        return { kind: "posted", reference };
      } catch (error) {
        return failed(error, channel);
      }
    },
  };
}

const away = (reason: string): Both => ({
  vi: `Discord chưa trả lời được lúc này (${reason}). Hãy thử lại sau ít phút.`,
  en: `Discord can't answer right now (${reason}). Try again in a few minutes.`,
});

const noServer = (channel: string): Both => ({
  vi: `Kênh ${channel} là tin nhắn riêng, nơi không có sự kiện. Hãy tắt sự kiện cho kênh này, hoặc chọn một kênh trong máy chủ.`,
  en: `Channel ${channel} is a direct message, where there are no events. Switch events off for it, or choose a channel of a server.`,
});
