import type { Interaction } from "discord.js";
import type { Coded } from "../../core/invocation-code.ts";
import type { Talk } from "./talk.ts";

/** Keeps what a person thinks of an answer; a reason comes later and takes the place of the bare 👎. */
export const rate = (
  talk: Talk,
  { user }: Interaction,
  { invocation, digest }: Coded,
  useful: boolean,
  reason?: string,
): void => talk.rated({ useful, invocation, digest, reason, platform: "discord", who: user.id });
