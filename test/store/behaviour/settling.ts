import { expect, test } from "vitest";
import type { Ledger } from "../../../src/core/ledger.ts";
import { announcement, claimed, createClock, LEASE, MINUTE, START } from "../announcements.ts";
import type { Place } from "../place.ts";

export function testSettling(here: () => Place): void {
  /** An announcement of which nobody knows whether it was posted. */
  async function uncertain(ledger: Ledger): Promise<string> {
    await ledger.plan([announcement("k")]);
    const row = await claimed(ledger);
    await ledger.markSending(row, LEASE);
    await ledger.uncertain(row, "missing_scope");
    return row.id;
  }

  test("An admin says that it was posted, once", async () => {
    const { ledger } = await here().open(createClock().now);
    const id = await uncertain(ledger);
    expect(await ledger.settle(id, "posted", MINUTE)).toBe(true);
    expect(await ledger.settle(id, "again", MINUTE)).toBe(false);
    expect(await ledger.settle("nothing", "posted", MINUTE)).toBe(false);
    expect(await ledger.history(1)).toMatchObject([{ state: "posted", postedAt: undefined }]);
  });

  test("What an admin skips stays skipped, whatever the plan says", async () => {
    const { ledger } = await here().open(createClock().now);
    await ledger.plan([announcement("k")]);
    const row = await claimed(ledger);
    await ledger.failed(row, "channel_not_found");
    expect(await ledger.settle(row.id, "skip", MINUTE)).toBe(true);
    expect(await ledger.plan([announcement("k")])).toEqual({ added: 0, revived: 0, withdrawn: 0 });
    expect(await ledger.history(1)).toMatchObject([{ state: "skipped", reason: "admin" }]);
  });

  test("What an admin wants posted again comes at once, is not looked for however late, and no plan takes it away", async () => {
    const clock = createClock();
    const { ledger } = await here().open(clock.now);
    const id = await uncertain(ledger);
    clock.set(START + 600 * MINUTE);
    expect(await ledger.settle(id, "again", 30 * MINUTE)).toBe(true);
    expect(await ledger.plan([])).toEqual({ added: 0, revived: 0, withdrawn: 0 });
    await ledger.plan([announcement("k")]);
    const row = await claimed(ledger);
    expect(row).toMatchObject({ id, maybePosted: false, expired: false, attempts: 0, expiresAt: START + 630 * MINUTE });
    await ledger.markSending(row, LEASE);
    clock.pass(LEASE);
    const doubtful = await claimed(ledger);
    expect(doubtful).toMatchObject({ maybePosted: true, window: { from: START + 599 * MINUTE } });
    await ledger.posted(doubtful, "1.2", "found");
    expect(await ledger.history(1)).toMatchObject([{ state: "posted" }]);
  });

  test("Only what is uncertain or has failed can be settled", async () => {
    const { ledger } = await here().open(createClock().now);
    await ledger.plan([announcement("k")]);
    const row = await claimed(ledger);
    expect(await ledger.settle(row.id, "again", MINUTE)).toBe(false);
    await ledger.failed(row, "channel_not_found");
    expect(await ledger.settle(row.id, "again", MINUTE)).toBe(true);
    const again = await claimed(ledger);
    await ledger.posted(again, "1.2", "posted");
    expect(await ledger.settle(row.id, "skip", MINUTE)).toBe(false);
  });
}
