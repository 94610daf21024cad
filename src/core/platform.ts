import type { Bot } from "./bot.ts";

/** A place where people talk to the bot. */
export interface Platform {
  readonly name: string;
  /** Connects and answers until stopped. Rejects with a UserError that says what to do where the settings are wrong. */
  start(bot: Bot): Promise<void>;
  /** Answers what is under way, then closes. */
  stop(): Promise<void>;
}
