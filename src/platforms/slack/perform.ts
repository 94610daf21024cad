import type { Asker } from "../../core/acting.ts";
import type { Answer } from "../../core/answer.ts";
import type { Request } from "../../core/bot.ts";
import { pagesOf } from "./pages.ts";
import { render } from "./render.ts";
import type { Talk } from "./talk.ts";

/** A person, and the channel in which they want something. */
export interface Here {
  readonly user: string;
  readonly channel: string;
}

/** Does what an acting command is for, with what Slack says of the rights of whoever wants it. */
export async function perform(request: Request, { user, channel }: Here, { desk, people }: Talk): Promise<Answer> {
  const { manages } = await people(user, true);
  const asker: Asker = { chat: "slack", id: user, roles: [], manages, channel };
  return desk.bot.perform({ ...request, asker });
}

/** A response_url takes no more. */
const MOST_REPLIES = 5;

/**
 * What an acting command said, to that person alone, and all of its pages: to turn one, what it is for would have to be done
 * again.
 */
export async function tell(url: string, answer: Answer, { desk, send }: Talk, thread_ts?: string): Promise<void> {
  for (const [i] of pagesOf(answer).slice(0, MOST_REPLIES).entries()) {
    const message = render(answer, { page: i + 1, shareable: false }, desk);
    await send.respond(url, message, { response_type: "ephemeral", replace_original: false, thread_ts });
  }
}
