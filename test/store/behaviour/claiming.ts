import { expect, test } from "vitest";
import type { State } from "../../../src/store/state.ts";
import { announcement, channel, claimed, createClock, DISCORD, LEASE, MINUTE, START } from "../announcements.ts";
import type { Place } from "../place.ts";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

export function testClaiming(here: () => Place): void {
  /** Several processes with several workers each. */
  const workers = async (): Promise<State[]> => {
    const processes = await Promise.all(numbers(3).map(() => here().open()));
    return [...processes, ...processes, ...processes];
  };

  test("Fifty announcements are taken by nine workers at once, each by one of them", async () => {
    const states = await workers();
    const [{ ledger } = states[0] as State] = states;
    const now = await ledger.now();
    const due = { dueAt: now - 1, expiresAt: now + MINUTE };
    await ledger.plan(numbers(50).map((n) => announcement(`k${n}`, { ...due, destination: channel(n) })));
    const taken = await Promise.all(
      states.map(async (state, worker) => {
        const keys: string[] = [];
        for (;;) {
          const row = await state.ledger.claim(`w${worker}`, LEASE);
          if (row === undefined) return keys;
          keys.push(row.key);
        }
      }),
    );
    expect(taken.flat()).toHaveLength(50);
    expect(new Set(taken.flat()).size).toBe(50);
  });

  test("However many are at work, each channel has one of them at most, and hears things in their order", async () => {
    const states = await workers();
    const [{ ledger } = states[0] as State] = states;
    const now = await ledger.now();
    const planned = numbers(60).map((n) => ({
      ...announcement(`k${String(n).padStart(2, "0")}`, { destination: channel(n % 4) }),
      ...{ dueAt: now - 1000 + n, expiresAt: now + MINUTE },
    }));
    await ledger.plan(planned);
    const busy = new Set<string>();
    const heard = new Map<string, string[]>();
    let most = 0;
    const work = async ({ ledger: mine }: State, worker: number): Promise<void> => {
      while ([...heard.values()].flat().length < 60) {
        const row = await mine.claim(`w${worker}`, LEASE);
        if (row === undefined) {
          await new Promise(setImmediate);
          continue;
        }
        const { id } = row.destination;
        expect(busy).not.toContain(id);
        busy.add(id);
        most = Math.max(most, busy.size);
        expect(await mine.markSending(row, LEASE)).toBe(true);
        heard.set(id, [...(heard.get(id) ?? []), row.key]);
        busy.delete(id);
        expect(await mine.posted(row, row.key, "posted")).toBe(true);
      }
    };
    await Promise.all(states.map(work));
    expect(most).toBeGreaterThan(1);
    for (const keys of heard.values()) expect(keys).toEqual(keys.toSorted());
    expect(await ledger.counts()).toMatchObject({ posted: 60, pending: 0, sending: 0 });
  });

  test("Nothing is taken before its time", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k", { dueAt: START + 1 })]);
    expect(await ledger.claim("a", LEASE)).toBeUndefined();
    clock.pass(1);
    expect(await ledger.claim("a", LEASE)).toMatchObject({ key: "k", claimedAt: START + 1, maybePosted: false });
  });

  test("A process for one chat leaves those of the other to the process that has it", async () => {
    const { ledger } = await here().open(createClock().now);
    await ledger.plan([announcement("k"), announcement("l", { destination: DISCORD })]);
    expect(await ledger.claim("a", LEASE, [])).toBeUndefined();
    expect(await ledger.claim("a", LEASE, ["discord"])).toMatchObject({ key: "l" });
    expect(await ledger.claim("a", LEASE, ["discord"])).toBeUndefined();
    expect(await ledger.claim("a", LEASE, ["slack", "discord"])).toMatchObject({ key: "k" });
  });

  test("A worker that was away for longer than its lease finds that another has it, and can't write any more", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k")]);
    const first = await claimed(ledger, "a");
    clock.pass(LEASE - 1);
    expect(await ledger.claim("b", LEASE)).toBeUndefined();
    clock.pass(1);
    const second = await claimed(ledger, "b");
    expect(second).toMatchObject({ id: first.id, fence: first.fence + 1 });
    expect(await ledger.markSending(first, LEASE)).toBe(false);
    expect(await ledger.posted(first, "x", "posted")).toBe(false);
    expect(await ledger.refused(first, 0, "x")).toBe(false);
    expect(await ledger.unclear(first, "x")).toBe(false);
    expect(await ledger.lookLater(first, 0, "x", true)).toBe(false);
    expect(await ledger.failed(first, "x")).toBe(false);
    expect(await ledger.uncertain(first, "x")).toBe(false);
    expect(await ledger.skipped(first, "late")).toBe(false);
    expect(await ledger.markSending(second, LEASE)).toBe(true);
    expect(await ledger.posted(second, "1.2", "posted")).toBe(true);
    expect(await ledger.posted(second, "1.2", "posted")).toBe(false);
  });

  test("A crash before anything was sent leaves nothing to look for", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k")]);
    await claimed(ledger);
    clock.pass(LEASE);
    expect(await ledger.claim("b", LEASE)).toMatchObject({ maybePosted: false, attempts: 0 });
  });

  test("What may have been posted is looked for when the lease ends, around the attempt", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k"), announcement("l", { dueAt: START + 1 })]);
    const row = await claimed(ledger);
    clock.pass(1000);
    await ledger.markSending(row, LEASE);
    await ledger.unclear(row, "no answer");
    expect(await ledger.claim("b", LEASE)).toBeUndefined();
    clock.pass(LEASE);
    const again = await claimed(ledger);
    expect(again).toMatchObject({ key: "k", maybePosted: true, attempts: 1, expired: false });
    expect(again.window).toEqual({ from: START + 1000 - MINUTE, to: START + 1000 + LEASE + MINUTE });
    expect(await ledger.posted(again, "1.2", "found")).toBe(true);
    expect(await ledger.claim("b", LEASE)).toMatchObject({ key: "l" });
  });

  test("What is claimed late may be known to a state that was lost: it is looked for since it was due", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k")]);
    clock.pass(2 * MINUTE + 1);
    const row = await claimed(ledger);
    expect(row).toMatchObject({ maybePosted: true, attempts: 0, expired: false });
    expect(row.window).toEqual({ from: START - MINUTE, to: START + 2 * MINUTE + 1 });
  });

  test("What comes too late is said to be so, and is recorded", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    await ledger.plan([announcement("k")]);
    clock.pass(60 * MINUTE);
    const row = await claimed(ledger);
    expect(row.expired).toBe(true);
    await ledger.skipped(row, "late");
    expect(await ledger.history(5)).toMatchObject([{ state: "skipped", reason: "late", dueAt: START }]);
  });

  test("A clock that was a year ahead leaves no channel blocked when it is right again", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    const year = 365 * 24 * 60 * MINUTE;
    const planned = [
      announcement("next year", { dueAt: START + year, expiresAt: START + 2 * year }),
      announcement("now", { dueAt: START + 1 }),
      announcement("refused", { destination: channel(2), dueAt: START + 2 }),
    ];
    await ledger.plan(planned);
    clock.set(START + year + MINUTE);
    const ahead = [await claimed(ledger), await claimed(ledger)];
    expect(ahead.map(({ key }) => key)).toEqual(["now", "refused"]);
    await ledger.skipped(ahead[0] as never, "late");
    await ledger.refused(ahead[1] as never, MINUTE, "rate limit");
    expect(await claimed(ledger)).toMatchObject({ key: "next year" });

    clock.set(START + MINUTE);
    await ledger.plan(planned);
    const free = [await claimed(ledger), await claimed(ledger)];
    expect(free.map(({ key }) => key).toSorted()).toEqual(["now", "refused"]);
    expect(await ledger.counts()).toMatchObject({ pending: 1, sending: 2 });
  });
}
