import { UserError } from "../core/errors.ts";
import type { Both } from "../core/language.ts";

export const inBoth = ({ vi, en }: Both): string => `${vi} · ${en}`;

/** The state can't be used now, and nothing was changed by the call (or nobody knows, where a connection broke). */
export class StateAway extends UserError {
  override name = "StateAway";
  /** What operators read: where it is and what is wrong, in both languages, without any password. */
  readonly detail: string;
  /** Whether it may well come back by itself. */
  readonly passes: boolean;

  constructor(detail: Both, passes: boolean, cause: unknown) {
    super(inBoth(AWAY), { cause });
    this.detail = inBoth(detail);
    this.passes = passes;
  }
}

/** For whoever runs the bot: the whole story. */
export const forOperators = (error: unknown): unknown =>
  error instanceof StateAway ? new UserError(error.detail, { cause: error.cause }) : error;

export const userError = (text: Both): UserError => new UserError(inBoth(text));

/** For whoever only asked: nothing of hosts and files. */
const AWAY: Both = {
  vi: "Bot tạm thời không dùng được kho trạng thái của mình. Hãy thử lại sau ít phút; nếu vẫn vậy, hãy báo người quản trị.",
  en: "The bot can't use its state right now. Try again in a few minutes; if it stays so, tell an admin.",
};
