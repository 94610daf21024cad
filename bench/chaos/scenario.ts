import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { Chat } from "../../src/core/destination.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createCalendar } from "../../src/reviews/calendar.ts";
import { meetingsOf } from "../../src/reviews/plan.ts";
import { openState } from "../../src/store/state.ts";
import type { Postgres } from "../../test/postgres.ts";
import { announcedAs, type Program, programOf } from "./announcements.ts";
import { between, createRandom } from "./chance.ts";
import { openChats, talk } from "./chats.ts";
import { crash, createFates } from "./disasters.ts";
import { isPause, type Life } from "./fate.ts";
import { createHerd, type Herd } from "./herd.ts";
import { openHostile } from "./hostile.ts";
import { createStories } from "./stories.ts";
import { ledgerRows, type Tally, tally } from "./tally.ts";

export interface ScenarioOptions {
  readonly announcements: number;
  readonly chats: readonly Chat[];
  /** Without it the state is a file. */
  readonly postgres?: Postgres | undefined;
  readonly processes: number;
  readonly seed: number;
  readonly limitMs: number;
  /** How many processes are killed, and how many stopped for a while, beside those that are stopped on purpose. */
  readonly kills: number;
  readonly pauses: number;
  /** PostgreSQL itself. */
  readonly crashes: number;
  readonly leaseMs: number;
  readonly blind: boolean;
  readonly verbose?: boolean;
}

export interface Result extends Tally {
  /** As it is in the ledger: posted, found, pending, sending, skipped, uncertain, failed. */
  readonly rows: Readonly<Record<string, number>>;
  readonly kills: Readonly<Record<string, number>>;
  readonly pauses: Readonly<Record<string, number>>;
  readonly crashes: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly troubles: readonly string[];
  readonly violations: readonly string[];
  readonly seconds: number;
  /** The longest time in which the chats could do nothing since this computer was busy. */
  readonly lagMs: number;
  readonly isInTime: boolean;
  /** All that was done about an announcement. */
  readonly story: (announced: string) => readonly string[];
}

const MINUTE_MS = 60_000;
/** Both ends of that are allowed: the chat's clock need not be ours. */
const SKEW_MS = 30_000;
/** When the file is edited: so much of what was due at once has been posted. */
const EDIT_AT = 0.5;

/** Announces in the worst conditions, and counts what people have read. */
export async function runScenario(options: ScenarioOptions): Promise<Result> {
  const { announcements, chats: names, postgres, processes, seed, limitMs, leaseMs, blind, verbose = false } = options;
  const folder = await mkdtemp(join(tmpdir(), "lien-thanh-chaos-"));
  const state = { folder, url: await postgres?.fresh() };
  const start = Date.now();
  const program = programOf(announcements, names, start);
  const knowledge = join(folder, "knowledge");
  await program.write(knowledge);
  await remember(program, knowledge, state, start);

  const random = createRandom(seed, "chat");
  const skewMs = between(random, -SKEW_MS, SKEW_MS);
  const now = (): number => Date.now() + skewMs;
  const chats = openChats(names, program, now);
  const posted = (): number => new Set(chats.flatMap(({ posts }) => posts)).size;
  const timeoutMs = leaseMs / 4;
  const stories = createStories(() => Date.now() - start);
  const server = await openHostile({
    chats,
    random,
    slowestMs: timeoutMs * 1.15,
    pass: (life, at) => herd.pass(life, at),
    tell: stories.tell,
  });
  const silence = talk(chats, program, createRandom(seed, "others"), now);
  const lag = monitorEventLoopDelay();
  lag.enable();
  const chance = createRandom(seed, "processes");
  const fates = createFates(options.kills, announcements, chance);
  const herd: Herd = createHerd({
    size: processes,
    lifeOf: (name, its): Life => ({
      name,
      knowledge,
      state,
      slack: names.includes("slack") ? `${server.urlOf("slack", name)}/` : undefined,
      discord: names.includes("discord") ? server.urlOf("discord", name) : undefined,
      leaseMs,
      timeoutMs,
      fates: its,
      blind,
    }),
    fates: () => (posted() < announcements ? fates() : []),
    // Long enough for others to take over, where it matters most.
    pauseMs: (at) => leaseMs * between(chance, isPause(at) ? 1.1 : 0.55, 1.5),
    random: chance,
    tell: (life, what, key) => stories.tell(life, what, key && announcedAs(key)),
    verbose,
  });

  const isLate = (): boolean => Date.now() - start > limitMs;
  const until = async (share: number): Promise<void> => {
    while (posted() < share && !isLate()) await wait(50);
  };
  /** So many times, evenly over the run. */
  const spread = async (times: number, what: () => unknown): Promise<void> => {
    for (let time = 0; time < times; time++) {
      await until((announcements * (time + 0.5)) / times);
      await what();
    }
  };
  const edit = async (): Promise<void> => {
    await until(program.dueAtOnce * EDIT_AT);
    await program.edit(knowledge);
    await herd.replaceAll();
  };
  const disasters = [
    edit(),
    spread(options.pauses, () => herd.pauseOne()),
    spread(postgres === undefined ? 0 : options.crashes, () => postgres && crash(postgres, chance)),
  ];
  await until(announcements);
  await Promise.all(disasters);
  const rows = await settled(state, isLate);
  // Nothing more may come: what the chats are still at, and what the next plans would bring.
  while (server.underWay() > 0 && !isLate()) await wait(50);
  await wait(leaseMs / 2);
  const isInTime = !isLate();
  await herd.stop();
  silence();
  await server.close();
  const result = {
    ...tally(program.expected, chats),
    rows,
    kills: herd.kills,
    pauses: herd.pauses,
    crashes: postgres === undefined ? 0 : options.crashes,
    faults: server.faults,
    troubles: herd.troubles,
    violations: chats.flatMap(({ violations }) => violations),
    seconds: (Date.now() - start) / 1000,
    lagMs: lag.max / 1e6,
    isInTime,
    story: stories.of,
  };
  await rm(folder, { recursive: true });
  return result;
}

/** The bot was there some minutes ago: it knew the meetings, then heard of the channels, and has been down since. */
async function remember(program: Program, folder: string, state: Life["state"], start: number): Promise<void> {
  const { knowledge, problems } = await loadKnowledge(folder);
  if (knowledge === undefined) throw new Error(problems.map(({ message }) => message.en).join("\n"));
  let now = start - 10 * MINUTE_MS;
  const opened = await openState({ ...state, clock: () => now, log: () => {} });
  await opened.ledger.see(meetingsOf(knowledge, createCalendar(knowledge)));
  now += 5 * MINUTE_MS;
  await opened.ledger.since(program.channels.map((channel) => ({ ...channel, language: "vi" })));
  await opened.close();
}

/** What the ledger holds when nothing in it waits any more. */
async function settled(state: Life["state"], isLate: () => boolean): Promise<Readonly<Record<string, number>>> {
  for (;;) {
    const rows = await ledgerRows(state).catch(() => undefined);
    const waiting = (rows?.pending ?? 0) + (rows?.sending ?? 0);
    if (rows !== undefined && (waiting === 0 || isLate())) return rows;
    if (isLate()) return {};
    await wait(100);
  }
}
