import { expect, test } from "vitest";
import { announcement, channel, claimed, createClock, LEASE, MINUTE, START } from "../announcements.ts";
import type { Place } from "../place.ts";

export function testEnding(here: () => Place): void {
  test("A channel that refuses rests as a whole until the next try, and the others hear theirs", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([
      announcement("first"),
      announcement("second", { dueAt: START + 1 }),
      announcement("elsewhere", { destination: channel(2), dueAt: START + 2 }),
    ]);
    clock.pass(10);
    const first = await claimed(ledger);
    await ledger.markSending(first, LEASE);
    expect(await ledger.refused(first, 30_000, "ratelimited")).toBe(true);
    expect(await claimed(ledger)).toMatchObject({ key: "elsewhere" });
    await ledger.add(announcement("added since", { subject: { kind: "edit", review: "yearly", occurrence: "2026" } }));
    clock.pass(29_999);
    expect(await ledger.claim("a", LEASE)).toBeUndefined();
    clock.pass(1);
    // The one that has failed does not go before those that have not been tried.
    expect(await claimed(ledger)).toMatchObject({ key: "added since", attempts: 0 });
  });

  test("A refusal takes back the doubt of its own attempt, and of no earlier one", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k")]);
    for (const attempts of [0, 1]) {
      const row = await claimed(ledger);
      expect(row).toMatchObject({ attempts, maybePosted: false });
      await ledger.markSending(row, LEASE);
      await ledger.refused(row, 0, "ratelimited");
    }
    const unclear = await claimed(ledger);
    clock.pass(1000);
    await ledger.markSending(unclear, LEASE);
    await ledger.unclear(unclear, "timeout");
    clock.pass(LEASE);
    const absent = await claimed(ledger);
    expect(absent).toMatchObject({ attempts: 3, maybePosted: true });
    expect(absent.window.from).toBe(START + 1000 - MINUTE);
    await ledger.markSending(absent, LEASE);
    await ledger.refused(absent, 0, "ratelimited");
    expect(await claimed(ledger)).toMatchObject({ attempts: 4, maybePosted: true });
  });

  test("A refusal without any attempt changes no doubt", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k")]);
    await ledger.markSending(await claimed(ledger), LEASE);
    clock.pass(LEASE);
    await ledger.refused(await claimed(ledger), 0, "not ready");
    expect(await claimed(ledger)).toMatchObject({ maybePosted: true });
  });

  test("How often in a row a history could not be read is counted, and the channel hears other things meanwhile", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k"), announcement("l", { dueAt: START + LEASE + 10 })]);
    await ledger.markSending(await claimed(ledger), LEASE);
    clock.pass(LEASE);
    const waits: number[] = [];
    for (const unreadable of [true, true, false, true]) {
      const row = await claimed(ledger);
      expect(row.key).toBe("k");
      waits.push(row.unreadable);
      await ledger.lookLater(row, 0, "missing_scope", unreadable);
    }
    expect(waits).toEqual([0, 1, 2, 0]);
    const row = await claimed(ledger);
    await ledger.lookLater(row, MINUTE, "missing_scope", true);
    clock.pass(10);
    expect(await claimed(ledger)).toMatchObject({ key: "l" });
  });

  test("Admins see what became of each, newest first, and how many there are", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    const keys = ["posted", "failed", "uncertain", "skipped", "pending"];
    await ledger.plan(keys.map((key, n) => announcement(key, { dueAt: START + n, destination: channel(n) })));
    clock.pass(10);
    const rows = [await claimed(ledger), await claimed(ledger), await claimed(ledger), await claimed(ledger)];
    const [posted, failed, uncertain, skipped] = rows as [never, never, never, never];
    await ledger.posted(posted, "1.2", "posted");
    clock.pass(1);
    await ledger.failed(failed, "channel_not_found\0");
    clock.pass(1);
    await ledger.uncertain(uncertain, "x".repeat(5000));
    clock.pass(1);
    await ledger.skipped(skipped, "withdrawn");
    expect(await ledger.history(9)).toMatchObject([
      { state: "skipped", reason: "withdrawn", postedAt: undefined },
      { state: "uncertain", reason: "x".repeat(500) },
      { state: "failed", reason: "channel_not_found" },
      { state: "posted", postedAt: START + 10, channel: { chat: "slack", id: "C0000" }, language: "vi", dueAt: START },
    ]);
    expect(await ledger.history(2)).toHaveLength(2);
    const counts = { pending: 1, sending: 0, posted: 1, skipped: 1, failed: 1, uncertain: 1 };
    expect(await ledger.counts()).toEqual(counts);
  });

  test("Posts of a meeting in a channel are found again, without what is no post of it", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    const about = { review: "yearly", occurrence: "2026" };
    const kinds = ["upcoming", "moved", "edit", "event"] as const;
    await ledger.plan([announcement("elsewhere", { destination: channel(2) })]);
    for (const kind of kinds) await ledger.add(announcement(kind, { subject: { kind, ...about }, dueAt: clock.now() }));
    for (const _ of [...kinds, "elsewhere"]) {
      const row = await claimed(ledger);
      clock.pass(1);
      await ledger.posted(row, `ref ${row.key}`, "posted");
    }
    const posts = await ledger.postsOf("yearly", "2026", "C0001");
    expect(posts.map(({ reference }) => reference).toSorted()).toEqual(["ref moved", "ref upcoming"]);
    expect(await ledger.postsOf("yearly", "2026", "slack:C0001")).toEqual(posts);
    expect(await ledger.postsOf("yearly", "2027", "C0001")).toEqual([]);
  });
}
