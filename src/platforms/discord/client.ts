import { Client, GatewayIntentBits, Options, Partials } from "discord.js";
import { NO_MENTIONS } from "./render.ts";

/** The client as this bot needs it; `api` points it at another server. None of its intents is privileged. */
export const createClient = (api: string | undefined): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: NO_MENTIONS,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      ThreadMemberManager: 0,
    }),
    rest: {
      timeout: 15_000,
      retries: 3,
      // Answers to interactions are exempt from the 50 requests a second, but the library counts them; it still waits when told to.
      globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
      ...(api === undefined ? {} : { api }),
    },
  });
