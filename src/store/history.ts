import type { Announced, AnnouncementKind, LedgerState, Subject } from "../core/announced.ts";
import { type Destination, readChannel } from "../core/destination.ts";
import type { Ledger } from "../core/ledger.ts";
import type { Engine } from "./engine.ts";

const STATES: readonly LedgerState[] = ["pending", "sending", "posted", "skipped", "failed", "uncertain"];

/** These leave no post of a meeting behind: they change one, or are about something else. */
const NO_POSTS: readonly AnnouncementKind[] = ["edit", "event", "trouble"];

/** Looks at the ledger without changing it. */
export function createHistory({ db }: Engine): Pick<Ledger, "history" | "postsOf" | "counts"> {
  return {
    async history(count) {
      const rows = await db
        .selectFrom("ledger")
        .select(["id", "subject", "destination", "due_at", "state", "posted_at", "reason"])
        .where("ended_at", "is not", null)
        .orderBy("ended_at", "desc")
        .orderBy("due_at", "desc")
        .orderBy("id", "desc")
        .limit(count)
        .execute();
      return rows.map((row): Announced => {
        const { chat, id, language } = JSON.parse(row.destination) as Destination;
        return {
          id: row.id,
          subject: JSON.parse(row.subject) as Subject,
          channel: { chat, id },
          language,
          dueAt: row.due_at,
          state: row.state,
          postedAt: row.posted_at ?? undefined,
          reason: row.reason ?? undefined,
        };
      });
    },
    async postsOf(review, occurrence, channel) {
      const rows = await db
        .selectFrom("ledger")
        .select(["id", "reference", "subject"])
        .where("review", "=", review)
        .where("occurrence", "=", occurrence)
        // The ids of no two chats are alike.
        .where("channel", "=", readChannel(channel)?.id ?? channel)
        .where("state", "=", "posted")
        .where("kind", "not in", NO_POSTS)
        .where("reference", "is not", null)
        .orderBy("posted_at")
        .orderBy("id")
        .execute();
      return rows.map(({ id, reference, subject }) => ({
        id,
        reference: reference ?? "",
        subject: JSON.parse(subject) as Subject,
      }));
    },
    async counts() {
      const rows = await db
        .selectFrom("ledger")
        .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
        .groupBy("state")
        .execute();
      return Object.fromEntries(STATES.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0]));
    },
  };
}
