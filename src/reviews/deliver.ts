import type { AnnouncementKind } from "../core/announced.ts";
import type { Calendar, Occurrence } from "../core/calendar.ts";
import { type Destination, writeChannel } from "../core/destination.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { Both, Language } from "../core/language.ts";
import type { Claimed, Ledger } from "../core/ledger.ts";
import type { Log } from "../core/log.ts";
import type { MeetingEvent, Posted, Poster } from "../core/poster.ts";
import { ANNOUNCEMENTS } from "./announcements/index.ts";
import { DAY_MS } from "./announcements/kind.ts";

/** How one delivery ended, for logs and counts. */
export type Outcome =
  | "posted"
  | "found"
  | "retry"
  | "unclear"
  | "uncertain"
  | "failed"
  | "late"
  | "withdrawn"
  | "lease lost";

export interface Delivering {
  readonly ledger: Ledger;
  readonly posters: readonly Poster[];
  readonly knowledge: Knowledge;
  readonly calendar: Calendar;
  readonly admins: readonly Destination[];
  readonly leaseMs: number;
  /** A meeting as the scheduled event of a chat. */
  readonly eventOf: (occurrence: Occurrence, knowledge: Knowledge, language: Language) => MeetingEvent;
  /** Milliseconds that only go forward, whatever is done to the clock. */
  readonly elapsed: () => number;
  readonly log: Log;
}

/** A history that can't be read may be readable again in a minute; after so many looks a person is asked. */
const LOOKS = 3;
const LOOK_AGAIN_MS = 60_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** Attempts, over some twenty minutes. */
const TOLD_AFTER = 8;

/** Longer with each attempt. */
const backoff = (attempts: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 12));

/**
 * Brings one claimed announcement to its end, or back into the ledger. What may have been posted is looked for before
 * anything is sent again; nothing is sent twice within one call.
 */
export async function deliver(row: Claimed, delivering: Delivering): Promise<Outcome> {
  const { ledger, posters } = delivering;
  const poster = posters.find(({ chat }) => chat === row.destination.chat);
  if (poster === undefined) return fail(row, NOT_SET_UP(row.destination.chat), delivering);
  if (row.maybePosted && !isRepeatable(row)) {
    const looked = await look(row, poster, delivering);
    if (looked !== "absent") return looked;
  }
  if (row.expired) return settled(await ledger.skipped(row, "late"), "late");
  return row.subject.kind === "event" ? keepEvent(row, poster, delivering) : post(row, poster, delivering);
}

/** Done twice, it is as if it was done once. */
const isRepeatable = ({ subject: { kind } }: Claimed): boolean => kind === "event" || kind === "edit";

const settled = (held: boolean, outcome: Outcome): Outcome => (held ? outcome : "lease lost");

/** What the channel's own history says of an earlier attempt. */
async function look(row: Claimed, poster: Poster, delivering: Delivering): Promise<Outcome | "absent"> {
  const { ledger, log } = delivering;
  const found = await poster.find(row.destination.id, row.key, row.window);
  switch (found.kind) {
    case "absent":
      return "absent";
    case "found":
      await editEarlier(row, delivering);
      return settled(await ledger.posted(row, found.reference, "found"), "found");
    case "later":
      return settled(
        await ledger.lookLater(row, found.retryInMs ?? backoff(row.attempts), found.reason, false),
        "retry",
      );
    case "unreadable": {
      const reason = found.trouble.en;
      if (row.unreadable + 1 < LOOKS) return settled(await ledger.lookLater(row, LOOK_AGAIN_MS, reason, true), "retry");
      log.warn("An announcement may or may not have been posted; an admin has to say.", { key: row.key, reason });
      await tellAdmins(row, UNCERTAIN(row.destination, found.trouble), delivering);
      return settled(await ledger.uncertain(row, reason), "uncertain");
    }
  }
}

async function post(row: Claimed, poster: Poster, delivering: Delivering): Promise<Outcome> {
  const { ledger, knowledge, calendar, leaseMs, elapsed } = delivering;
  const now = await ledger.now();
  const { language } = row.destination;
  const kind = ANNOUNCEMENTS.find((one) => one.kind === row.subject.kind);
  const answer = kind?.compose(row.subject, { knowledge, calendar, language, dueAt: row.dueAt, now });
  if (answer === undefined) return settled(await ledger.skipped(row, "withdrawn"), "withdrawn");
  const before = [elapsed(), Date.now()] as const;
  // Somebody may stop this process at any moment, and for long: whoever has the lease by then looks first.
  const isInTime = (): boolean => Math.max(elapsed() - before[0], Date.now() - before[1]) <= leaseMs / 2;
  if (!(await ledger.markSending(row, leaseMs)) || !isInTime()) return "lease lost";
  const { id } = row.destination;
  const ended =
    row.subject.kind === "edit"
      ? await poster.edit(id, row.subject.of ?? "", answer)
      : await poster.post(id, { key: row.key, answer }, isInTime);
  return record(row, ended, delivering);
}

async function keepEvent(row: Claimed, poster: Poster, delivering: Delivering): Promise<Outcome> {
  const { ledger, knowledge, calendar, eventOf, leaseMs } = delivering;
  const review = knowledge.reviews.get(row.subject.review);
  const now = await ledger.now();
  const occurrence = review && calendar.occurrences(review, now).find(({ id }) => id === row.subject.occurrence);
  if (occurrence === undefined || poster.keepEvent === undefined)
    return settled(await ledger.skipped(row, "withdrawn"), "withdrawn");
  if (!(await ledger.markSending(row, leaseMs))) return "lease lost";
  // It keeps the id with which it was made, whatever the meeting is called by now.
  const { first } = row.subject;
  const named =
    first === undefined
      ? occurrence
      : { ...occurrence, id: first.meeting, review: { ...occurrence.review, id: first.review } };
  const kept = await poster.keepEvent(row.destination.id, eventOf(named, knowledge, row.destination.language));
  // It is looked for each time, so that another try is safe however this one ended.
  return record(row, kept.kind === "unclear" ? { kind: "refused", reason: kept.reason } : kept, delivering);
}

async function record(row: Claimed, ended: Posted, delivering: Delivering): Promise<Outcome> {
  const { ledger } = delivering;
  const retryInMs = "retryInMs" in ended ? ended.retryInMs : undefined;
  switch (ended.kind) {
    case "posted":
      await editEarlier(row, delivering);
      return settled(await ledger.posted(row, ended.reference, "posted"), "posted");
    case "refused":
      // Where an event or an edit alone is refused, what is to be posted in that channel does not wait for it.
      if (isRepeatable(row) && retryInMs === undefined)
        return settled(await ledger.lookLater(row, backoff(row.attempts), ended.reason, false), "retry");
      // It goes on trying, since a chat that is down for an hour comes back; but somebody should know.
      if (row.attempts + 1 === TOLD_AFTER)
        await tellAdmins(row, REFUSED(row.destination, ended.reason), delivering, { settles: false });
      return settled(await ledger.refused(row, retryInMs ?? backoff(row.attempts), ended.reason), "retry");
    case "unclear":
      return settled(await ledger.unclear(row, ended.reason), "unclear");
    case "hopeless":
      return fail(row, ended.trouble, delivering);
  }
}

/** No other try will help before a person mends something: one clear line, and no more tries. */
async function fail(row: Claimed, trouble: Both, delivering: Delivering): Promise<Outcome> {
  delivering.log.warn(`${trouble.vi} · ${trouble.en}`, { key: row.key, channel: writeChannel(row.destination) });
  // An edit that fails leaves an old post as it was; the news itself has been told.
  if (row.subject.kind !== "edit") await tellAdmins(row, FAILED(row.destination, trouble), delivering);
  return settled(await delivering.ledger.failed(row, trouble.en), "failed");
}

const NEVER_ABOUT: readonly AnnouncementKind[] = ["trouble", "overdue", "gone"];

/** Through the ledger as well, so that it is said once. What fails in the admins' own channel is only logged. */
async function tellAdmins(
  row: Claimed,
  trouble: Both,
  { ledger, admins }: Delivering,
  { settles = true } = {},
): Promise<void> {
  if (NEVER_ABOUT.includes(row.subject.kind)) return;
  const now = await ledger.now();
  for (const destination of admins)
    await ledger.add({
      key: `trouble:${row.id}.${row.attempts}>${writeChannel(destination)}`,
      subject: { ...row.subject, kind: "trouble", trouble, ...(settles ? { of: row.id } : {}) },
      destination,
      dueAt: now,
      expiresAt: now + 7 * DAY_MS,
    });
}

const CORRECTING: readonly AnnouncementKind[] = ["moved", "cancelled", "confirmed", "updated"];

/** Once it is told that a meeting has changed or takes place after all, what was posted of it before says so too. */
async function editEarlier(row: Claimed, { ledger }: Delivering): Promise<void> {
  const { subject, destination, key } = row;
  if (!CORRECTING.includes(subject.kind)) return;
  const now = await ledger.now();
  const { review, occurrence } = subject;
  // Another process may have noted this very announcement meanwhile.
  const posts = (await ledger.postsOf(review, occurrence, destination.id)).filter(({ id }) => id !== row.id);
  const lastMove = posts.findLastIndex((post) => post.subject.kind === "moved");
  for (const [index, { reference, subject: earlier }] of posts.entries()) {
    const { kind: as, changed, from } = index <= lastMove ? { ...posts[lastMove]?.subject } : earlier;
    const shown = subject.kind === "updated" ? { as, changed, from } : { from: subject.from };
    await ledger.add({
      key: `edit:${reference}:${key}`,
      subject: { kind: "edit", review, occurrence, of: reference, ...shown },
      destination,
      dueAt: now,
      expiresAt: now + DAY_MS,
    });
  }
}

const NAMES = { slack: "Slack", discord: "Discord" } as const;

const NOT_SET_UP = (chat: keyof typeof NAMES): Both => ({
  vi: `${NAMES[chat]} chưa được thiết lập cho bot này.`,
  en: `${NAMES[chat]} is not set up for this bot.`,
});

const UNCERTAIN = (destination: Destination, { vi, en }: Both): Both => ({
  vi: `Không rõ một thông báo đã được đăng vào ${writeChannel(destination)} hay chưa, vì không đọc được lịch sử kênh. ${vi}`,
  en: `Nobody can tell whether an announcement was posted to ${writeChannel(destination)}, since its history can't be read. ${en}`,
});

const REFUSED = (destination: Destination, reason: string): Both => ({
  vi: `${writeChannel(destination)} từ chối một thông báo nhiều lần (${reason}); bot vẫn thử lại cho đến khi hết hạn.`,
  en: `${writeChannel(destination)} has refused an announcement many times (${reason}); it is tried until it expires.`,
});

const FAILED = (destination: Destination, { vi, en }: Both): Both => ({
  vi: `Không đăng được vào ${writeChannel(destination)}. ${vi}`,
  en: `Nothing could be posted to ${writeChannel(destination)}. ${en}`,
});
