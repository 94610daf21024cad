import { expect, test } from "vitest";
import type { Asker } from "../../../src/core/acting.ts";
import { announcement, channel, claimed, createClock, DISCORD, LEASE, START } from "../announcements.ts";
import type { Place } from "../place.ts";

const BY: Asker["id"] = "slack:U0001";

export function testRemembering(here: () => Place): void {
  test("The process that started last announces, and its replicas with it", async () => {
    const [old, replica, latest] = [await here().open(), await here().open(), await here().open()];
    expect(await old.ledger.isActive("v1")).toBe(false);
    await old.ledger.activate("v1");
    expect(await old.ledger.isActive("v1")).toBe(true);
    await replica.ledger.activate("v2");
    await latest.ledger.activate("v2");
    expect(await old.ledger.isActive("v1")).toBe(false);
    expect(await replica.ledger.isActive("v2")).toBe(true);
    expect(await latest.ledger.isActive("v2")).toBe(true);
  });

  test("Each version of a meeting is remembered, with when it was first seen", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    const meeting = { review: "yearly", meeting: "2026", state: "confirmed", date: "2026-09-30" } as const;
    const first = { ...meeting, sequence: 0, seenAt: START };
    expect(await ledger.see([meeting])).toEqual([first]);
    clock.pass(1);
    expect(await ledger.see([meeting])).toEqual([first]);
    const second = { ...meeting, time: "08:30", sequence: 1, seenAt: START + 1 };
    expect(await ledger.see([{ ...meeting, time: "08:30" }])).toEqual([first, second]);
    clock.pass(1);
    const other = { ...meeting, meeting: "2027" };
    const timed = { ...meeting, time: "08:30" };
    expect(await ledger.see([timed, other])).toEqual([first, second, { ...other, sequence: 0, seenAt: START + 2 }]);
    expect(await ledger.see([timed, other])).toHaveLength(3);
  });

  test("Two processes that see the same change count it once", async () => {
    const states = [await here().open(), await here().open()];
    const meeting = { review: "yearly", meeting: "2026", state: "cancelled", date: "2026-09-30" } as const;
    await Promise.all(states.map(({ ledger }) => ledger.see([meeting])));
    expect(await states[0]?.ledger.see([meeting])).toMatchObject([{ sequence: 0 }]);
  });

  test("A meeting that gets another id is the same one; one that is taken out of the files is gone, and then back", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    const meeting = { memorandum: "mou", state: "confirmed", date: "2026-09-30", time: "08:30" } as const;
    const first = { ...meeting, review: "yearly", meeting: "2026" };
    const renamed = { ...meeting, review: "annual", meeting: "third" };
    const other = { ...meeting, review: "yearly", meeting: "2027", date: "2027-09-30" };
    await ledger.see([first, other]);
    clock.pass(1);
    const seen = await ledger.see([renamed]);
    expect(seen?.filter(({ seenAt }) => seenAt > START)).toEqual([
      {
        ...renamed,
        ...{ sequence: 0, seenAt: START + 1, silent: true },
        formerly: { review: "yearly", meeting: "2026" },
      },
      { ...other, state: "gone", sequence: 1, seenAt: START + 1 },
    ]);
    expect(await ledger.see([renamed])).toHaveLength(4);
    expect((await ledger.see([renamed, other]))?.at(-1)).toMatchObject({
      meeting: "2027",
      state: "confirmed",
      sequence: 2,
    });
  });

  test("A process whose files do not count any more records nothing of them, plans nothing and gets nothing to post", async () => {
    const { ledger } = await here().open(createClock().now);
    const meeting = { review: "yearly", meeting: "2026", state: "confirmed", date: "2026-09-30" } as const;
    await ledger.activate("v1");
    expect(await ledger.see([meeting], "v1")).toHaveLength(1);
    expect(await ledger.plan([announcement("k")], ["slack"], "v1")).toMatchObject({ added: 1 });
    await ledger.activate("v2");
    expect(await ledger.see([{ ...meeting, time: "08:30" }], "v1")).toBeUndefined();
    expect(await ledger.plan([], ["slack"], "v1")).toBeUndefined();
    expect(await ledger.claim("a", LEASE, ["slack"], "v1")).toBeUndefined();
    expect(await ledger.see([meeting], "v2")).toHaveLength(1);
    expect(await ledger.claim("a", LEASE, ["slack"], "v2")).toMatchObject({ key: "k" });
  });

  test("Whatever two processes with different files do at the same time, each version of a meeting is recorded once", async () => {
    const states = await Promise.all(Array.from({ length: 4 }, () => here().open()));
    const meeting = { review: "yearly", meeting: "2026", state: "confirmed", date: "2026-09-30" } as const;
    const files = (n: number) =>
      n % 2 === 0 ? { digest: "old", held: meeting } : { digest: "new", held: { ...meeting, date: "2026-10-07" } };
    await states[0]?.ledger.activate("old");
    await states[0]?.ledger.see([meeting], "old");
    await Promise.all(
      states.flatMap(({ ledger }, n) => [
        ...(n === 1 ? [ledger.activate("new")] : []),
        ...Array.from({ length: 5 }, () => ledger.see([files(n).held], files(n).digest)),
      ]),
    );
    const seen = await states[1]?.ledger.see([files(1).held], "new");
    expect(seen?.map(({ date }) => date)).toEqual(["2026-09-30", "2026-10-07"]);
  });

  test("A channel is remembered since it was first heard of", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    expect([...(await ledger.since([channel(1)]))]).toEqual([["slack:C0001", START]]);
    clock.pass(5);
    const since = await ledger.since([channel(1), DISCORD]);
    expect(since).toEqual(
      new Map([
        ["slack:C0001", START],
        ["discord:1100000000000000003", START + 5],
      ]),
    );
  });

  test("A look ahead is told what is known and done, and nothing is recorded for it", async () => {
    const { ledger } = await here().open(createClock().now);
    const meeting = { review: "yearly", meeting: "2026", state: "held", date: "2026-09-01" } as const;
    await ledger.see([meeting]);
    await ledger.since([channel(1)]);
    const keys = ["posted", "skipped by an admin", "withdrawn", "to come"];
    await ledger.plan(keys.map((key, n) => announcement(key, { destination: channel(n) })));
    await ledger.posted(await claimed(ledger), "1.2", "posted");
    const admin = await claimed(ledger);
    await ledger.failed(admin, "x");
    await ledger.settle(admin.id, "skip", 1);
    await ledger.skipped(await claimed(ledger), "withdrawn");
    expect(await ledger.remembered()).toEqual({
      seen: [{ ...meeting, sequence: 0, seenAt: START }],
      isNew: false,
      since: new Map([["slack:C0001", START]]),
      done: new Set(["posted", "skipped by an admin"]),
    });
  });

  test("Without a clock of its own, a state goes by that of its database", async () => {
    const { ledger } = await here().open();
    const before = Date.now();
    const now = await ledger.now();
    expect(Number.isInteger(now)).toBe(true);
    expect(Math.abs(now - before)).toBeLessThan(5_000);
  });

  test("An admin subscribes channels, changes one and removes it; who did what is kept", async () => {
    const clock = createClock();
    const { subscriptions, audit } = await here().open(clock.now);
    const discord = {
      chat: "discord",
      id: "1100000000000000003",
      language: "en",
      leads: [30, 1],
      event: true,
    } as const;
    await subscriptions.put(channel(1), BY);
    clock.pass(1);
    await subscriptions.put(discord, BY);
    clock.pass(1);
    await subscriptions.put({ ...channel(1), leads: [], event: false }, "slack:U0002");
    expect(await subscriptions.list()).toEqual([
      { ...channel(1), leads: [], event: false, since: START },
      { ...discord, since: START + 1 },
    ]);
    expect(await subscriptions.remove(discord, BY)).toBe(true);
    expect(await subscriptions.remove(discord, BY)).toBe(false);
    expect(await subscriptions.list()).toHaveLength(1);
    await audit.add({ who: BY, act: "settle", about: "nul \0 and \ud800 half" });
    expect(await audit.list(9)).toEqual([
      { at: START + 2, who: BY, act: "settle", about: "nul  and \ufffd half" },
      { at: START + 2, who: BY, act: "unsubscribe", about: "discord:1100000000000000003" },
      {
        at: START + 2,
        who: "slack:U0002",
        act: "subscribe",
        about: expect.stringMatching(/^slack:C0001 .*"leads":\[\]/),
      },
      { at: START + 1, who: BY, act: "subscribe", about: expect.stringContaining('"leads":[30,1]') },
      { at: START, who: BY, act: "subscribe", about: 'slack:C0001 {"language":"vi"}' },
    ]);
    expect(await audit.list(1)).toHaveLength(1);
  });
}
