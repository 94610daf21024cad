import type { Config } from "../config.ts";
import type { Command } from "../core/command.ts";
import { publishDiscord } from "./discord.ts";
import { publishSlack } from "./slack.ts";

export interface Publishing {
  readonly commands: readonly Command[];
  readonly config: Config;
  /** What follows the name of the platform on the command line. */
  readonly words: readonly string[];
  readonly say: (line: string) => void;
}

/** Tells a platform which commands there are: `npm run publish -- NAME`. */
export interface Publisher {
  readonly name: string;
  /** Rejects with a UserError that says what to do where it can't. */
  publish(publishing: Publishing): Promise<void>;
}

/** All of them, one file each. */
export const publishers: readonly Publisher[] = [
  { name: "slack", publish: publishSlack },
  { name: "discord", publish: publishDiscord },
];
