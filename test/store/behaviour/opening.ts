import { expect, test } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { announcement, channel } from "../announcements.ts";
import type { Place } from "../place.ts";

export function testOpening(here: () => Place): void {
  test("Six open a new state at once: it is made once, and all of them use it", async () => {
    const states = await Promise.all(Array.from({ length: 6 }, () => here().open()));
    await Promise.all(states.map(({ ledger }, n) => ledger.add(announcement(`k${n}`, { destination: channel(n) }))));
    for (const { ledger } of states) expect(await ledger.counts()).toMatchObject({ pending: 6 });
    expect(here().logged).toEqual([]);
  });

  test("What was written is there when the state is opened again", async () => {
    const before = await here().open();
    await before.subscriptions.put(channel(1), "me");
    await before.close();
    const after = await here().open();
    expect(await after.subscriptions.list()).toMatchObject([channel(1)]);
    expect(await after.isReachable()).toBe(true);
  });

  test("A state that a newer version has written is refused, in both languages", async () => {
    await (await here().open()).close();
    await here().execute("insert into state_migration (name, at) values ('999-from-the-future', 1)");
    const opening = here().open();
    await expect(opening).rejects.toThrow(UserError);
    await expect(opening).rejects.toThrow(/phiên bản mới hơn.*999-from-the-future.* · .*newer version/);
  });

  test("What can't be written to the audit log does not happen", async () => {
    const { subscriptions } = await here().open();
    await subscriptions.put(channel(1), "me");
    await here().execute("drop table audit");
    await expect(subscriptions.put(channel(2), "me")).rejects.toThrow("audit");
    await expect(subscriptions.remove(channel(1), "me")).rejects.toThrow("audit");
    expect(await subscriptions.list()).toMatchObject([channel(1)]);
  });
}
