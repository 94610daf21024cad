import type { Insertable, Selectable } from "kysely";
import type { Ledger, MeetingDetails, SeenMeeting } from "../core/ledger.ts";
import { newVersions } from "../core/seen.ts";
import { isCounting } from "./activation.ts";
import { batches } from "./batches.ts";
import type { Engine } from "./engine.ts";
import { SKEW_MS } from "./skew.ts";
import type { MeetingVersionTable } from "./tables.ts";

type Reading = Pick<Engine["db"], "selectFrom">;

const COLUMNS = 13;

/** Compares what the files hold with what was seen, and records it, in one transaction: of two who look, one finds what is new. */
export const createSee =
  ({ db, now, lock }: Engine): Ledger["see"] =>
  (meetings, digest) =>
    db.transaction().execute(async (transaction) => {
      await lock(transaction);
      if (!(await isCounting(transaction, digest))) return undefined;
      const seen = await seenSoFar(transaction);
      const gaps = await openGaps(transaction);
      const { at } = await transaction.selectNoFrom(now().as("at")).executeTakeFirstOrThrow();
      const doubt = doubtOf(gaps);
      const fresh = newVersions(seen, meetings, at, isBlank(gaps)).map((one) => rowOf({ doubt, ...one }));
      for (const rows of batches(fresh, COLUMNS))
        await transaction.insertInto("meeting_version").values(rows).execute();
      if (gaps.length > 0)
        await transaction.updateTable("gap").set({ looked_at: at }).where("looked_at", "is", null).execute();
      return fresh.length === 0 ? seen : seenSoFar(transaction);
    });

export async function seenSoFar(via: Reading): Promise<SeenMeeting[]> {
  const rows = await via
    .selectFrom("meeting_version")
    .selectAll()
    .orderBy("review")
    .orderBy("meeting")
    .orderBy("sequence")
    .execute();
  return rows.map(versionOf);
}

type Gap = { readonly from_at: number | null; readonly to_at: number | null };

/** After which nobody has looked at meetings yet. */
export const openGaps = (via: Reading): Promise<Gap[]> =>
  via.selectFrom("gap").select(["from_at", "to_at"]).where("looked_at", "is", null).execute();

/** The state is new. */
export const isBlank = (gaps: readonly Gap[]): boolean => gaps.some(({ from_at }) => from_at === null);

/** What is seen for the first time after a backup was brought back may have been seen, and announced, in between. */
function doubtOf(gaps: readonly Gap[]): SeenMeeting["doubt"] {
  const known = gaps.flatMap(({ from_at: from, to_at: to }) => (from === null || to === null ? [] : [{ from, to }]));
  if (known.length === 0) return undefined;
  const from = Math.min(...known.map((gap) => gap.from));
  return { from: from - SKEW_MS, to: Math.max(...known.map((gap) => gap.to)) + SKEW_MS };
}

function rowOf(one: SeenMeeting): Insertable<MeetingVersionTable> {
  const { review, meeting, sequence, state, date, time, seenAt, memorandum, details, formerly, silent, doubt } = one;
  return {
    ...{ review, meeting, sequence, state, date, time: time ?? null, seen_at: seenAt },
    memorandum: memorandum ?? null,
    details: details === undefined ? null : JSON.stringify(details),
    formerly: formerly === undefined ? null : JSON.stringify([formerly.review, formerly.meeting]),
    silent: silent === undefined ? null : 1,
    doubt_from: doubt?.from ?? null,
    doubt_to: doubt?.to ?? null,
  };
}

function versionOf(row: Selectable<MeetingVersionTable>): SeenMeeting {
  const { review, meeting, sequence, state, date, time, seen_at: seenAt, memorandum, details, formerly, silent } = row;
  const { doubt_from: from, doubt_to: to } = row;
  const [formerReview, formerMeeting] = formerly === null ? [] : (JSON.parse(formerly) as [string, string]);
  return {
    ...{ review, meeting, sequence, state, date, seenAt },
    ...(time === null ? {} : { time }),
    ...(memorandum === null ? {} : { memorandum }),
    ...(details === null ? {} : { details: JSON.parse(details) as MeetingDetails }),
    ...(formerReview === undefined || formerMeeting === undefined
      ? {}
      : { formerly: { review: formerReview, meeting: formerMeeting } }),
    ...(silent === null ? {} : { silent: true }),
    ...(from === null || to === null ? {} : { doubt: { from, to } }),
  };
}
