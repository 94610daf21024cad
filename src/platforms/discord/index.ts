import { type Client, Events, type Interaction, type Message } from "discord.js";
import type { Command } from "../../core/command.ts";
import type { UserError } from "../../core/errors.ts";
import type { Invocation } from "../../core/invocation.ts";
import type { Knowledge } from "../../core/knowledge.ts";
import { perSnapshot } from "../../core/living.ts";
import type { Platform } from "../../core/platform.ts";
import type { Questions } from "../../core/questions.ts";
import { answerMessage } from "./asked.ts";
import { createCards } from "./cards.ts";
import { createConnection } from "./connection.ts";
import { answerInteraction } from "./interaction.ts";
import { createDiscordPoster } from "./poster.ts";
import { createOnce, createRecent } from "./recent.ts";
import type { Talk } from "./talk.ts";
import { describe } from "./trouble.ts";
import { createUnderWay } from "./under-way.ts";

export interface DiscordSettings {
  readonly token: string;
  /** Another server than Discord's, with the path of its API. */
  readonly api?: string | undefined;
  /** What announcements are made from while the bot is not started. */
  readonly knowledge: Knowledge;
  readonly commands?: readonly Command[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Hears what people think of answers. */
  readonly rated?: Questions["rated"] | undefined;
  readonly log: (line: string) => void;
  /** The connection ended for good: what the person can do about it. */
  readonly lost: (error: UserError) => void;
  /** How long nothing may be heard before the connection is given up; three minutes unless told otherwise. */
  readonly patienceMs?: number;
}

/** More than can be redelivered, and more conversations than go on at once. */
const REMEMBERED = 5000;

/** Discord: slash commands, buttons, mentions and direct messages over the gateway; announcements without it. */
export function createDiscord(settings: DiscordSettings): Platform {
  const { token, api, knowledge, commands = [], now, log, patienceMs = 180_000 } = settings;
  const underWay = createUnderWay();
  const once = createOnce(REMEMBERED);
  const previous = createRecent<Invocation>(REMEMBERED);
  const report = (error: unknown): void => log(describe(error, token));
  /** What answers are made from now; undefined before the start and after the end. */
  let started: (() => Pick<Talk, "bot" | "shown" | "cards">) | undefined;

  const common = {
    now,
    previous,
    rated: settings.rated ?? (() => {}),
    log,
    describe: (error: unknown) => describe(error, token),
    once,
  };

  function listen(client: Client): void {
    const take = (id: string, answer: (talk: Talk) => Promise<void>): void => {
      if (started === undefined || !once(id)) return;
      underWay.add(
        answer({ ...common, ...started(), restoreToken: () => void client.rest.setToken(token) }).catch(report),
      );
    };
    client.on(Events.InteractionCreate, (interaction: Interaction) =>
      take(interaction.id, (talk) => answerInteraction(talk, interaction)),
    );
    client.on(Events.MessageCreate, (message: Message) => take(message.id, (talk) => answerMessage(talk, message)));
  }

  const connection = createConnection({ ...settings, listen, patienceMs });
  return {
    name: "discord",
    poster: createDiscordPoster({
      token,
      api,
      get knowledge() {
        return started?.().shown.knowledge ?? knowledge;
      },
      get commands() {
        return started?.().shown.commands ?? commands;
      },
      now,
      log,
    }),
    isConnected: connection.stands,
    async start(current) {
      started = perSnapshot(current, ({ bot, knowledge: held }) => {
        const shown = { knowledge: held, commands: bot.commands };
        return { bot, shown, cards: createCards(shown) };
      });
      await connection.open();
    },
    async stop() {
      started = undefined;
      await underWay.done();
      await connection.close();
    },
  };
}
