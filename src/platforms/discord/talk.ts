import type { Bot } from "../../core/bot.ts";
import type { Invocation } from "../../core/invocation.ts";
import type { Questions } from "../../core/questions.ts";
import type { Cards } from "./cards.ts";
import type { Recent } from "./recent.ts";
import type { Shown } from "./render.ts";

/** What every way of talking needs. */
export interface Talk {
  readonly bot: Bot;
  readonly shown: Shown;
  readonly cards: Cards;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What was answered last, by conversation or by the message that answered. */
  readonly previous: Recent<Invocation>;
  readonly rated: Questions["rated"];
  readonly log: (line: string) => void;
  readonly describe: (error: unknown) => string;
  /** Puts the token back that the library forgets after a refusal. */
  readonly restoreToken: () => void;
  /** True once for each key. */
  readonly once: (key: string) => boolean;
}
