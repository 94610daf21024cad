import type { Bot } from "../../core/bot.ts";
import type { Knowledge } from "../../core/knowledge.ts";
import type { Rename } from "./rich.ts";

/** The command for a question in plain words. The others are global in a workspace and take a prefix. */
export const ASK_COMMAND = "/hoi";

/** What messages are rendered with. */
export interface Wording {
  readonly bot: Pick<Bot, "commands">;
  readonly knowledge: Knowledge;
  /** "lt-": what the names of commands begin with in Slack. */
  readonly prefix: string;
}

/** What everything here is looked up in. */
export interface Desk extends Wording {
  readonly bot: Bot;
}

/** "/fields …" as people type it in Slack: "/lt-fields …". Other texts stay as they are. */
export const renameIn =
  ({ bot, prefix }: Wording): Rename =>
  (text) => {
    const [, name] = /^\/([\w-]+)/.exec(text) ?? [];
    if (name === undefined || !bot.commands.some((command) => command.name === name)) return text;
    return `/${prefix}${text.slice(1)}`;
  };

/** The command of a name as Slack sends it; undefined where there is none of that name. */
export function commandNamed(typed: string, { bot, prefix }: Wording): string | undefined {
  if (typed === ASK_COMMAND) return "ask";
  const name = typed.replace(/^\//, "");
  if (!name.startsWith(prefix)) return undefined;
  return bot.commands.find((command) => command.name === name.slice(prefix.length))?.name;
}

/** Whether the command of this name does something: then it is performed, not only answered. */
export const isActing = (name: string, { bot }: Wording): boolean =>
  bot.commands.some((command) => command.name === name && command.act !== undefined);
