import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import { backupState } from "../../src/store/backup.ts";
import { createIds } from "../../src/store/ids.ts";
import { migrate } from "../../src/store/migrate.ts";
import { restoreState } from "../../src/store/restore.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { openState, stateFile } from "../../src/store/state.ts";
import { createWatch, steadied } from "../../src/store/steadily.ts";
import { createSubscriptions } from "../../src/store/subscriptions.ts";
import { StateAway } from "../../src/store/trouble.ts";
import { PROJECT } from "../sources.ts";
import { announcement, channel, claimed, createClock, LEASE, MINUTE, START } from "./announcements.ts";
import { newPlace, type Place } from "./place.ts";

// Processes take their time where the computer has much to do.
vi.setConfig({ testTimeout: 20_000 });

let place: Place;
let file: string;
beforeEach(async () => {
  place = await newPlace();
  file = stateFile(place.folder);
});
afterEach(() => place.leave());

const PRELOAD = join(PROJECT, "src/preload.mjs");

const start = (program: string, name: string): ChildProcess =>
  spawn(process.execPath, ["--import", PRELOAD, join(import.meta.dirname, "processes", program), place.folder, name], {
    stdio: ["ignore", "pipe", "inherit"],
  });

/** Lets the process write until it has told of so many entries; gives what it has told by its end. */
async function killAfter(writer: ChildProcess, count: number): Promise<string[]> {
  const told: string[] = [];
  for await (const line of createInterface({ input: writer.stdout as NonNullable<typeof writer.stdout> })) {
    told.push(line);
    if (told.length === count + 1) writer.kill("SIGKILL");
  }
  return told.slice(1);
}

test("A state is for its owner alone to read", async () => {
  const folder = join(place.folder, "new/state");
  const state = await openState({ folder, log: () => {} });
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  expect(mode(folder)).toBe("700");
  expect(readdirSync(folder).map((name) => [name, mode(join(folder, name))])).toEqual([
    ["state.sqlite", "600"],
    ["state.sqlite-shm", "600"],
    ["state.sqlite-wal", "600"],
  ]);
  await state.close();
  expect(readdirSync(folder)).toEqual(["state.sqlite"]);
});

test("Everything is on the disk before it is called written", async () => {
  const { db, close } = openSqlite({ file });
  expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: "wal" }]);
  expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  await close();
});

test("Six processes start on a new state at once, and all of them can write", async () => {
  const ends = Array.from({ length: 6 }, (_, n) => once(start("opener.ts", `p${n}`), "exit"));
  expect(await Promise.all(ends)).toEqual(ends.map(() => [0, null]));
  const { audit } = await place.open();
  expect((await audit.list(9)).map(({ who }) => who).toSorted()).toEqual(["p0", "p1", "p2", "p3", "p4", "p5"]);
});

test("What a process has written survives its kill -9", async () => {
  const told = await Promise.all([
    killAfter(start("writer.ts", "a"), 3),
    killAfter(start("writer.ts", "b"), 40),
    killAfter(start("writer.ts", "c"), 150),
  ]);
  const { audit } = await place.open();
  const kept = await audit.list(100_000);
  for (const [n, who] of ["a", "b", "c"].entries()) {
    const abouts = new Set(kept.filter((entry) => entry.who === who).map(({ about }) => about));
    expect(told[n]?.filter((about) => !abouts.has(about))).toEqual([]);
  }
  expect(kept.length).toBeGreaterThanOrEqual(193);
});

test("A state from a newer version stays as it is, byte for byte", async () => {
  await (await place.open()).close();
  await place.execute("insert into state_migration (name, at) values ('999-from-the-future', 1)");
  const before = readFileSync(file);
  await expect(place.open()).rejects.toThrow(UserError);
  await expect(place.open()).rejects.toThrow(`${file} was written by a newer version`);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test.each([
  ["is damaged in its middle", (bytes: Buffer) => bytes.fill(0x5a, 4096 * 3, 4096 * 5)],
  ["is cut off", (bytes: Buffer) => bytes.subarray(0, 4096 * 2 + 100)],
  ["is something else", () => Buffer.from("not a database at all\n".repeat(400))],
])("A state file that %s is refused with its path, and stays as it is", async (_, damage) => {
  await (await place.open()).close();
  writeFileSync(file, damage(readFileSync(file)));
  const before = readFileSync(file);
  await expect(place.open()).rejects.toThrow(UserError);
  await expect(place.open()).rejects.toThrow(/bị hỏng.* · .*state\.sqlite is damaged.*restore a backup/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("The database of another program is refused, and stays as it is", async () => {
  await place.execute("create table photos (a); insert into photos values (1)");
  const before = readFileSync(file);
  await expect(place.open()).rejects.toThrow("no state of the bot (tables: photos)");
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("A folder that can't be one is told, in both languages", async () => {
  writeFileSync(join(place.folder, "f"), "");
  const opening = openState({ folder: join(place.folder, "f/state"), log: () => {} });
  await expect(opening).rejects.toThrow(UserError);
  await expect(opening).rejects.toThrow(/Không mở hoặc ghi được.* · .*can't be opened or written/);
});

test("A full disk is said once, and once that there is room again; what was written is still there", async () => {
  const engine = openSqlite({ file });
  await migrate(engine);
  const logged: string[] = [];
  const watch = createWatch((line) => logged.push(line), "There is room.");
  const subscriptions = steadied(engine, watch, createSubscriptions(engine, createIds()));
  await sql`pragma max_page_count = 1`.execute(engine.db);
  let kept = 0;
  const fill = async (): Promise<void> => {
    for (; kept < 1000; kept += 1) await subscriptions.put(channel(kept), "me");
  };
  await expect(fill()).rejects.toThrow(StateAway);
  await expect(fill()).rejects.toThrow(/tạm thời không dùng được.* · .*can't use its state right now/);
  expect(await subscriptions.list()).toHaveLength(kept);
  expect(logged).toEqual([expect.stringMatching(/đã đầy.* · .*is full\. Make room/)]);
  await sql`pragma max_page_count = 1000`.execute(engine.db);
  await subscriptions.put(channel(kept), "me");
  expect(await subscriptions.list()).toHaveLength(kept + 1);
  expect(logged[1]).toBe("There is room.");
  await engine.close();
});

test("A bot that is running is backed up, and the backup is a state", async () => {
  const writer = start("writer.ts", "a");
  const killed = killAfter(writer, 400);
  await once(writer.stdout as NonNullable<typeof writer.stdout>, "data");
  const backup = join(place.folder, "backup.sqlite");
  expect(await backupState({ folder: place.folder }, backup)).toMatchObject({ file: backup });
  await killed;
  expect((statSync(backup).mode & 0o777).toString(8)).toBe("600");
  await expect(backupState({ folder: place.folder }, backup)).rejects.toThrow("Choose another name");
  const other = join(place.folder, "other");
  expect(await restoreState(backup, other)).toEqual({ file: stateFile(other), replaced: undefined, doubtful: 0 });
  const restored = await openState({ folder: other, log: () => {} });
  const abouts = (await restored.audit.list(1000)).map(({ about }) => Number(about));
  expect(abouts).toEqual(abouts.map((_, n) => abouts.length - 1 - n));
  await restored.close();
});

test("What was due since a backup is looked for after it is restored, and what is to come is not", async () => {
  const clock = createClock();
  const backup = join(place.folder, "backup.sqlite");
  const before = await place.open(clock.now);
  await before.ledger.plan([
    announcement("posted after the backup", { destination: channel(1) }),
    announcement("to come", { destination: channel(2), dueAt: START + 10 * MINUTE }),
  ]);
  await backupState({ folder: place.folder }, backup);
  await before.ledger.posted(await claimed(before.ledger), "1.2", "posted");
  await before.close();

  clock.pass(MINUTE);
  await expect(restoreState(backup, place.folder, { clock: clock.now })).rejects.toThrow("--force");
  const restored = await restoreState(backup, place.folder, { force: true, clock: clock.now });
  expect(restored).toMatchObject({
    doubtful: 1,
    replaced: expect.stringContaining("state.sqlite.replaced-2026-09-01"),
  });
  const { ledger } = await place.open(clock.now);
  const row = await claimed(ledger);
  expect(row).toMatchObject({ key: "posted after the backup", maybePosted: true });
  expect(row.window).toEqual({ from: START - MINUTE, to: START + MINUTE });
  clock.set(START + 10 * MINUTE);
  await ledger.posted(row, "1.2", "found");
  expect(await ledger.claim("a", LEASE)).toMatchObject({ key: "to come", maybePosted: false });
});

test("A state that is in use is not replaced, and one that is damaged is kept aside", async () => {
  const backup = join(place.folder, "backup.sqlite");
  const state = await place.open();
  await state.subscriptions.put(channel(1), "me");
  await backupState({ folder: place.folder }, backup);
  await expect(restoreState(backup, place.folder, { force: true })).rejects.toThrow("in use by another process");
  await state.close();
  const writer = start("writer.ts", "a");
  const killed = killAfter(writer, 100_000);
  await once(writer.stdout as NonNullable<typeof writer.stdout>, "data");
  await expect(restoreState(backup, place.folder, { force: true })).rejects.toThrow("in use by another process");
  writer.kill("SIGKILL");
  await killed;

  writeFileSync(file, "rubbish ".repeat(2000));
  const { replaced = "" } = await restoreState(backup, place.folder, { force: true });
  expect(readFileSync(replaced, "utf8")).toMatch(/^rubbish/);
  expect(await (await place.open()).subscriptions.list()).toMatchObject([channel(1)]);
});

test("Only a state is backed up, and only a sound backup restored", async () => {
  const backup = join(place.folder, "backup.sqlite");
  await expect(backupState({ folder: place.folder }, backup)).rejects.toThrow("There is no state of the bot in");
  await expect(restoreState(backup, place.folder)).rejects.toThrow("There is no state of the bot in");
  writeFileSync(backup, "rubbish ".repeat(2000));
  await expect(restoreState(backup, place.folder)).rejects.toThrow("backup.sqlite is damaged");
  await expect(backupState({ url: "postgres://x/y", folder: "" }, backup)).rejects.toThrow("pg_dump");
  expect(readdirSync(place.folder)).toEqual(["backup.sqlite"]);

  await (await place.open()).close();
  await place.execute("insert into state_migration (name, at) values ('999-from-the-future', 1)");
  await expect(backupState({ folder: place.folder }, `${backup}.2`)).rejects.toThrow("newer version");
  await expect(restoreState(file, join(place.folder, "other"))).rejects.toThrow("newer version");
  expect(readdirSync(place.folder).filter((name) => /\.2|other|unfinished/.test(name))).toEqual([]);
});

const MEETING = { review: "yearly", meeting: "2026", state: "confirmed", date: "2026-09-30" } as const;

test.each([
  [
    "by the command",
    (backup: string, now: number) => restoreState(backup, place.folder, { force: true, clock: () => now }),
  ],
  ["by hand", async (backup: string) => copyFileSync(backup, file)],
])(
  "What is new after a backup was brought back %s may have been told since; what is new later was not",
  async (how, bring) => {
    const clock = createClock();
    const backup = join(place.folder, "backup.sqlite");
    const before = await place.open(clock.now);
    await before.ledger.see([]);
    await backupState({ folder: place.folder }, backup, clock.now);
    await before.close();
    clock.pass(MINUTE);
    await bring(backup, clock.now());
    const { ledger } = await place.open(clock.now);
    const [seen] = (await ledger.see([MEETING])) ?? [];
    expect(seen?.doubt?.from).toBe(START - MINUTE);
    if (how === "by the command") expect(seen?.doubt?.to).toBe(START + 2 * MINUTE);
    const [, later] = (await ledger.see([{ ...MEETING, time: "08:30" }])) ?? [];
    expect(later).toMatchObject({ time: "08:30" });
    expect(later).not.toHaveProperty("doubt");
  },
);

test("A plain copy of a state that is restored counts as made when the last thing in it happened", async () => {
  const clock = createClock();
  const copy = join(place.folder, "copy.sqlite");
  const before = await place.open(clock.now);
  await before.ledger.see([MEETING]);
  await before.close();
  await place.execute("update state_migration set at = 0; pragma wal_checkpoint(truncate)");
  copyFileSync(file, copy);
  await restoreState(copy, place.folder, { force: true, clock: () => START + 9 * MINUTE });
  const { ledger } = await place.open(clock.now);
  const seen = await ledger.see([{ ...MEETING, time: "08:30" }]);
  expect(seen?.at(-1)?.doubt).toEqual({ from: START - MINUTE, to: START + 10 * MINUTE });
});

test("Of a state from before, nothing that was told is told again", async () => {
  await (await place.open()).close();
  const columns = ["memorandum", "details", "formerly", "silent", "doubt_from", "doubt_to"];
  await place.execute(`drop table gap; delete from state_migration where name = '004-gaps';
    ${columns.map((column) => `alter table meeting_version drop column ${column};`).join("")}
    insert into meeting_version (review, meeting, sequence, state, date, seen_at)
    values ('yearly', '2026', 0, 'confirmed', '2026-09-30', ${START})`);
  const { ledger } = await place.open(createClock().now);
  const details = { timeZone: "Asia/Ho_Chi_Minh" };
  expect(await ledger.see([{ ...MEETING, memorandum: "mou", details }])).toEqual([
    { ...MEETING, sequence: 0, seenAt: START, silent: true },
    { ...MEETING, memorandum: "mou", details, sequence: 1, seenAt: START },
  ]);
  expect((await ledger.remembered()).isNew).toBe(false);
});
