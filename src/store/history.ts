import type { Announced, AnnouncementKind, LedgerState, Subject } from "../core/announced.ts";
import { type Destination, readChannel } from "../core/destination.ts";
import type { Ledger, MeetingId } from "../core/ledger.ts";
import { meetingKey } from "../core/seen.ts";
import type { Engine } from "./engine.ts";
import { seenSoFar } from "./versions.ts";

const STATES: readonly LedgerState[] = ["pending", "sending", "posted", "skipped", "failed", "uncertain"];

/** These leave no post of a meeting behind: they change one, or are about something else. */
const NO_POSTS: readonly AnnouncementKind[] = ["edit", "event", "trouble"];

/** Looks at the ledger without changing it. */
export function createHistory({ db }: Engine): Pick<Ledger, "history" | "postsOf" | "counts"> {
  /** The ids that a meeting has and had. */
  async function namesOf(meeting: MeetingId): Promise<MeetingId[]> {
    const seen = await seenSoFar(db);
    const names = [meeting];
    for (const name of names)
      for (const { formerly } of seen.filter((one) => meetingKey(one) === meetingKey(name)))
        if (formerly !== undefined && !names.some((one) => meetingKey(one) === meetingKey(formerly)))
          names.push(formerly);
    return names;
  }

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
      const names = await namesOf({ review, meeting: occurrence });
      const rows = await db
        .selectFrom("ledger")
        .select(["id", "reference", "subject"])
        .where((row) => row.or(names.map(({ review, meeting }) => row.and({ review, occurrence: meeting }))))
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
