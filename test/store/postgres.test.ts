import { readFileSync } from "node:fs";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import { moveState } from "../../src/store/move.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { noteRestored } from "../../src/store/restore.ts";
import { openState, stateFile } from "../../src/store/state.ts";
import { KEPT } from "../../src/store/tables.ts";
import { StateAway } from "../../src/store/trouble.ts";
import { startPostgres } from "../postgres.ts";
import { announcement, channel, claimed, createClock, LEASE, START } from "./announcements.ts";
import { newPlace, type Place } from "./place.ts";
import { asked, rated } from "./questions.ts";

// A server takes its time where the computer has much to do.
const PATIENT = { timeout: 10_000 };
vi.setConfig({ testTimeout: 20_000 });

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

test.each([
  "mysql://bot@127.0.0.1/x",
  "not an address",
  "postgres://bot:se/cret@127.0.0.1/x",
  "postgres://bot:12#cret@127.0.0.1/x",
])("Whoever writes %j as DATABASE_URL is told how it is written, and not what the password is", async (url) => {
  const opening = openState({ url, folder: "", log: () => {} });
  await expect(opening).rejects.toThrow(UserError);
  await expect(opening).rejects.toThrow(/DATABASE_URL phải có dạng.* · .*%2F/);
  await expect(opening).rejects.not.toThrow("cret");
});

describe.skipIf(postgres === undefined)("With a PostgreSQL that has its own troubles", () => {
  const server = postgres as NonNullable<typeof postgres>;
  let place: Place;
  beforeEach(async () => {
    place = await newPlace(server);
  });
  afterEach(() => place.leave());

  test("A server that crashes and comes back loses nothing, and the bot goes on by itself", async () => {
    const state = await place.open();
    const { ledger, subscriptions } = state;
    const now = await ledger.now();
    await ledger.plan([announcement("k", { dueAt: now, expiresAt: now + LEASE })]);
    const row = await claimed(ledger);
    await subscriptions.put(channel(1), "me");
    await server.crash();
    const failing = await Promise.allSettled([
      ledger.markSending(row, LEASE),
      ledger.claim("a", LEASE),
      ledger.plan([]),
      subscriptions.put(channel(2), "me"),
    ]);
    for (const one of failing) {
      expect(one).toMatchObject({ status: "rejected", reason: expect.any(StateAway) });
      expect(one).toHaveProperty("reason.message", expect.stringMatching(/tạm thời không dùng được.* · .*right now/));
    }
    expect(await state.isReachable()).toBe(false);
    await server.restart();
    await expect.poll(() => state.isReachable(), PATIENT).toBe(true);
    expect(await ledger.markSending(row, LEASE)).toBe(true);
    expect(await ledger.posted(row, "1.2", "posted")).toBe(true);
    await ledger.claim("a", LEASE);
    expect(await subscriptions.list()).toMatchObject([channel(1)]);
    const [away, back] = place.logged;
    expect(place.logged).toHaveLength(2);
    expect(away).toMatch(/Không kết nối được tới PostgreSQL ở .* · .*can't be reached/);
    expect(back).toMatch(/ · The state at postgres:\/\/bot@127\.0\.0\.1:\d+\/postgres can be used again/);
  });

  test("A server that crashes in the middle of a transaction does not take the bot with it", async () => {
    const engine = openPostgres(server.url);
    const broken = engine.db.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await server.crash();
    });
    await expect(broken).rejects.toSatisfy((error) => engine.explain(error) instanceof StateAway);
    await server.restart();
    await expect.poll(() => sql`select 1`.execute(engine.db).catch(() => "away"), PATIENT).not.toBe("away");
    await engine.close();
  });

  test("A bot that starts before its server waits for it, and says so once", async () => {
    await server.crash();
    const opening = place.open();
    await expect.poll(() => place.logged, PATIENT).toHaveLength(1);
    await server.restart();
    const { ledger } = await opening;
    expect(await ledger.counts()).toMatchObject({ pending: 0 });
    expect(place.logged).toHaveLength(2);
  });

  test("Whoever stops a bot that waits for its server does not wait as well; no password is told", async () => {
    const stop = new AbortController();
    const logged: string[] = [];
    const url = "postgres://bot:s3cret@127.0.0.1:1/postgres?password=s3cret";
    const opening = openState({ url, folder: "", signal: stop.signal, log: (line) => logged.push(line) });
    const refused = expect(opening).rejects.toThrow(UserError);
    await expect.poll(() => logged, PATIENT).toHaveLength(1);
    stop.abort();
    await refused;
    await expect(opening).rejects.toThrow("postgres://bot@127.0.0.1:1/postgres can't be reached (ECONNREFUSED");
    await expect(opening).rejects.not.toThrow("s3cret");
    expect(logged.join()).not.toContain("s3cret");
  });

  test("A database that is not there is no matter of waiting", async () => {
    const url = server.url.replace(/postgres$/, "elsewhere");
    const opening = openState({ url, folder: "", log: () => {} });
    await expect(opening).rejects.toThrow(/refuses the bot \(3D000: database "elsewhere" does not exist\)/);
  });

  test("Tables of another program are left alone", async () => {
    await place.execute("create table audit (a text)");
    await expect(place.open()).rejects.toThrow(/42P07.*a database or schema of its own/);
    await place.execute("drop table audit");
    await place.open();
  });

  test("A process that is stopped inside of a transaction keeps the others waiting for 15 seconds at most", async () => {
    const { db, close } = openPostgres(server.url);
    const { rows } = await sql`show idle_in_transaction_session_timeout`.execute(db);
    expect(rows).toEqual([{ idle_in_transaction_session_timeout: "15s" }]);
    await close();
  });

  test("Two workers that see different rows of a channel at the same instant do not both get one", async () => {
    const { ledger } = await place.open(createClock().now);
    await ledger.plan([announcement("older", { dueAt: START - 1 }), announcement("newer")]);
    const other = new pg.Client(place.url);
    await other.connect();
    const taking = `update ledger set state = 'sending', lease_until = ${START + LEASE} where key = 'newer'`;
    await other.query(`begin; ${taking}`);
    const claiming = ledger.claim("a", LEASE);
    const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock'";
    await expect.poll(async () => (await other.query(waiting)).rowCount, PATIENT).toBe(1);
    await other.query("commit");
    await other.end();
    expect(await claiming).toBeUndefined();
  });

  test("A state that has outgrown its file is moved as it is", async () => {
    const small = await newPlace();
    const clock = createClock();
    const before = await small.open(clock.now);
    await before.ledger.plan(Array.from({ length: 70 }, (_, n) => announcement(`k${n}`, { destination: channel(n) })));
    await before.ledger.markSending(await claimed(before.ledger), LEASE);
    await before.ledger.activate("digest");
    await before.ledger.since([channel(1), channel(2)]);
    await before.ledger.see([{ review: "yearly", meeting: "2026", state: "held", date: "2026-09-01" }]);
    await before.subscriptions.put({ ...channel(1), leads: [7], event: true }, "me");
    await before.questions.keep([asked("dân số Huế?", START)], [rated(START)]);
    const salt = await before.questions.salt();
    const subscriptions = await before.subscriptions.list();
    const url = place.url ?? "";
    await expect(moveState(small.folder, url)).rejects.toThrow("in use by another process");
    await before.close();

    const bytes = readFileSync(stateFile(small.folder));
    const moved = await moveState(small.folder, url);
    expect(moved).toEqual([
      { table: "ledger", rows: 70 },
      { table: "destination", rows: 2 },
      { table: "activation", rows: 1 },
      { table: "gap", rows: 1 },
      { table: "meeting_version", rows: 1 },
      { table: "subscription", rows: 1 },
      { table: "audit", rows: 1 },
      { table: "question", rows: 1 },
      { table: "rating", rows: 1 },
      { table: "salt", rows: 1 },
    ]);
    expect(readFileSync(stateFile(small.folder)).equals(bytes)).toBe(true);
    clock.pass(LEASE);
    const after = await place.open(clock.now);
    expect(await after.subscriptions.list()).toEqual(subscriptions);
    expect(await after.ledger.isActive("digest")).toBe(true);
    expect(await after.questions.unanswered(9)).toMatchObject([{ question: "dân số Huế?" }]);
    expect(await after.questions.salt()).toBe(salt);
    expect(await claimed(after.ledger)).toMatchObject({ key: "k0", maybePosted: true, attempts: 1 });
    await expect(moveState(small.folder, url)).rejects.toThrow("has rows in table ledger already");
    await small.leave();
  });

  test("Whoever brought a PostgreSQL back says when its backup was made, and what may have been told since is looked for", async () => {
    const { ledger } = await place.open();
    const meeting = { review: "yearly", meeting: "2026", state: "confirmed", date: "2026-09-30" } as const;
    await ledger.see([]);
    await ledger.plan([announcement("due")]);
    const madeAt = (await ledger.now()) - 60_000;
    expect(await noteRestored(place.url ?? "", madeAt)).toBe(1);
    const [seen] = (await ledger.see([meeting])) ?? [];
    expect(seen?.doubt?.from).toBe(madeAt - 60_000);
    expect(await claimed(ledger)).toMatchObject({ key: "due", maybePosted: true });
  });

  test("No table is forgotten by a move", async () => {
    await place.open();
    const tables = KEPT.map((table) => `'${table}'`).join(",");
    await place.execute(`do $$ begin assert 1 = (select count(*) from information_schema.tables
      where table_schema = current_schema() and table_name not in (${tables})); end $$`);
  });
});
