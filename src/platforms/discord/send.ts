import type { Answer } from "../../core/answer.ts";
import { renderPlain } from "./render.ts";
import type { Talk } from "./talk.ts";
import { troubleOf } from "./trouble.ts";

/** Sends a card; where Discord refuses its body, the direct answer goes out as plain text, and the log says what was refused. */
export async function sendOr<T>(
  talk: Talk,
  answer: Answer,
  card: () => Promise<T>,
  plainly: (message: ReturnType<typeof renderPlain>) => Promise<T>,
): Promise<T> {
  try {
    return await card();
  } catch (error) {
    if (troubleOf(error) !== "refused body") throw error;
    talk.log(talk.describe(error));
    return plainly(renderPlain(answer));
  }
}

/** Sends with the bot's token; after one refusal the library has forgotten it, so it is put back and tried once more. */
export async function withToken<T>(talk: Talk, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (troubleOf(error) !== "refused token") throw error;
    talk.restoreToken();
    return send().finally(talk.restoreToken);
  }
}
