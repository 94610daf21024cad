import { once } from "node:events";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { PageDesk } from "./desk.ts";
import { versionOf } from "./version.ts";

/** The server lets connections go that are silent for twice as long. */
const PING_MS = 10_000;
const MOST_LISTENERS = 50;

/** Tells open pages the version of what the bot knows, and since when it knows it: at first, and with every change. */
export function createChanges({ living, stopping }: Pick<PageDesk, "living" | "stopping">) {
  let listeners = 0;
  return (context: Context): Response => {
    if (listeners >= MOST_LISTENERS || stopping.aborted) return context.body(null, 503, { "retry-after": "10" });
    listeners += 1;
    return streamSSE(context, async (stream) => {
      const left = new AbortController();
      stream.onAbort(() => left.abort());
      const tell = (): void => {
        const status = living.status();
        void stream.writeSSE({ event: "version", data: `${versionOf(status)} ${status.since}` });
      };
      const unfollow = living.follow(tell);
      const pinging = setInterval(() => void stream.write(":\n\n"), PING_MS);
      tell();
      // Rejects when the reader leaves.
      await once(stopping, "abort", { signal: left.signal }).catch(() => {});
      clearInterval(pinging);
      unfollow();
      listeners -= 1;
    });
  };
}
