import { expect, test } from "vitest";
import type { Planned } from "../../../src/core/ledger.ts";
import { announcement, channel, claimed, createClock, DISCORD, LEASE, MINUTE, START } from "../announcements.ts";
import type { Place } from "../place.ts";

const NOTHING = { added: 0, revived: 0, withdrawn: 0 };

export function testPlanning(here: () => Place): void {
  test("Three processes plan the same: every announcement is there once", async () => {
    const states = await Promise.all([here().open(), here().open(), here().open()]);
    const planned = Array.from({ length: 120 }, (_, n) => announcement(`k${n}`, { destination: channel(n) }));
    const changes = await Promise.all([
      states[0]?.ledger.plan(planned),
      states[1]?.ledger.plan(planned.toReversed()),
      states[2]?.ledger.plan(planned),
    ]);
    expect(changes.map((one) => one?.added).reduce((sum = 0, added = 0) => sum + added)).toBe(120);
    expect(await states[0]?.ledger.counts()).toMatchObject({ pending: 120 });
  });

  test("What should not be posted is recorded with its reason", async () => {
    const { ledger } = await here().open(createClock().now);
    expect(await ledger.plan([announcement("k", { skip: "known-later" })])).toEqual({ ...NOTHING, added: 1 });
    expect(await ledger.claim("a", LEASE)).toBeUndefined();
    expect(await ledger.history(1)).toMatchObject([{ state: "skipped", reason: "known-later", dueAt: START }]);
    expect(await ledger.plan([announcement("k", { skip: "late" })])).toEqual(NOTHING);
    expect(await ledger.history(1)).toMatchObject([{ reason: "known-later" }]);
  });

  test("A meeting that disappears takes its announcements along; when it comes back, so do they", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k"), announcement("l")]);
    expect(await ledger.plan([announcement("l")])).toEqual({ ...NOTHING, withdrawn: 1 });
    expect(await ledger.plan([announcement("l")])).toEqual(NOTHING);
    expect(await ledger.history(1)).toMatchObject([{ state: "skipped", reason: "withdrawn" }]);
    expect(await ledger.plan([announcement("k"), announcement("l")])).toEqual({ ...NOTHING, revived: 1 });
    expect(await ledger.history(1)).toEqual([]);
    expect(await claimed(ledger)).toMatchObject({ key: "k" });
  });

  test("What a clock that jumped ahead had skipped comes back with it, unless it is over by then", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k")]);
    clock.set(START + 60 * MINUTE);
    await ledger.skipped(await claimed(ledger), "late");
    expect(await ledger.plan([announcement("k")])).toEqual(NOTHING);
    clock.set(START + 59 * MINUTE);
    expect(await ledger.plan([announcement("k")])).toEqual({ ...NOTHING, revived: 1 });
    expect(await claimed(ledger)).toMatchObject({ key: "k", expired: false });
  });

  test("A change of the meeting changes what is still to come", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k")]);
    const changed: Planned = announcement("k", {
      subject: { kind: "upcoming", review: "yearly", occurrence: "moved", lead: 1 },
      destination: { ...channel(1), language: "en", leads: [1] },
      dueAt: START + 5,
      expiresAt: START + 50,
    });
    expect(await ledger.plan([changed])).toEqual(NOTHING);
    expect(await ledger.claim("a", LEASE)).toBeUndefined();
    clock.pass(5);
    const { key, subject, destination, dueAt, expiresAt } = await claimed(ledger);
    expect({ key, subject, destination, dueAt, expiresAt }).toEqual(changed);
  });

  test("A wait for another try outlasts a change of the plan", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k")]);
    clock.pass(1);
    await ledger.lookLater(await claimed(ledger), 5 * MINUTE, "busy", false);
    await ledger.plan([announcement("k", { expiresAt: START + 90 * MINUTE })]);
    clock.pass(5 * MINUTE - 1);
    expect(await ledger.claim("a", LEASE)).toBeUndefined();
    clock.pass(1);
    expect(await claimed(ledger)).toMatchObject({ key: "k" });
  });

  test("What may have been posted, is on its way or has ended is no matter of the plan", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    const keys = ["doubtful", "sending", "posted", "failed", "uncertain"];
    const all = keys.map((key, n) => announcement(key, { dueAt: START + n, destination: channel(n) }));
    await ledger.plan(all);
    clock.pass(10);
    const rows = await Promise.all(keys.map(() => claimed(ledger)));
    const [doubtful, , posted, failed, uncertain] = rows as [never, never, never, never, never];
    await ledger.markSending(doubtful, LEASE);
    await ledger.lookLater(doubtful, 1000, "busy", false);
    await ledger.posted(posted, "1.2", "posted");
    await ledger.failed(failed, "x");
    await ledger.uncertain(uncertain, "x");
    const before = await ledger.counts();
    expect(before).toMatchObject({ pending: 1, sending: 1, posted: 1, failed: 1, uncertain: 1 });
    expect(await ledger.plan([])).toEqual(NOTHING);
    expect(await ledger.plan(all.map((one) => ({ ...one, skip: "late", dueAt: START + 99 * MINUTE })))).toEqual(
      NOTHING,
    );
    expect(await ledger.counts()).toEqual(before);
    clock.pass(1000);
    expect(await claimed(ledger)).toMatchObject({ key: "doubtful", dueAt: START });
  });

  test("What no plan knows is added once, and no plan takes it away", async () => {
    const { ledger } = await here().open(createClock().now);
    const trouble = announcement("t", { subject: { kind: "trouble", review: "yearly", occurrence: "2026", of: "x" } });
    await ledger.add(trouble);
    await ledger.add(trouble);
    expect(await ledger.plan([])).toEqual(NOTHING);
    expect(await ledger.counts()).toMatchObject({ pending: 1 });
    expect(await claimed(ledger)).toMatchObject({ key: "t", subject: trouble.subject });
  });

  test("A process for one chat withdraws nothing of the other", async () => {
    const { ledger } = await here().open(createClock().now);
    await ledger.plan([announcement("k"), announcement("l", { destination: DISCORD })]);
    expect(await ledger.plan([], [])).toEqual(NOTHING);
    expect(await ledger.plan([announcement("k")], ["slack"])).toEqual(NOTHING);
    expect(await ledger.plan([announcement("k")], ["slack", "discord"])).toEqual({ ...NOTHING, withdrawn: 1 });
  });

  test("More than one statement can carry is planned all the same", async () => {
    const { ledger } = await here().open(createClock().now);
    const many = Array.from({ length: 520 }, (_, n) => announcement(`k${n}`, { destination: channel(n % 100) }));
    expect(await ledger.plan(many)).toEqual({ ...NOTHING, added: 520 });
    expect(await ledger.plan(many.slice(0, 20))).toEqual({ ...NOTHING, withdrawn: 500 });
    expect(await ledger.plan(many)).toEqual({ ...NOTHING, revived: 500 });
  });

  test("A Date in place of milliseconds is refused, and nothing is written", async () => {
    const { ledger, audit } = await here().open(createClock().now);
    const wrong = announcement("k", { dueAt: new Date(START) as never });
    await expect(ledger.plan([wrong])).rejects.toThrow(TypeError);
    await expect(ledger.add(announcement("k", { expiresAt: 1.5 }))).rejects.toThrow("Not a portable value");
    await expect(ledger.activate(true as never)).rejects.toThrow(TypeError);
    await expect(audit.list(Number.NaN)).rejects.toThrow(TypeError);
    expect(await ledger.counts()).toMatchObject({ pending: 0 });
  });
}
