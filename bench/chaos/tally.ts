import { openPostgres } from "../../src/store/postgres.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { stateFile } from "../../src/store/state.ts";
import type { FakeChat } from "./fake-chat.ts";
import type { Life } from "./fate.ts";

/** How often people read what they should have read once. */
export interface Tally {
  readonly once: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Read by somebody for whom it was not. */
  readonly astray: readonly string[];
}

/** By what stands in the channels alone, whatever the bot believes. */
export function tally(expected: readonly string[], chats: readonly FakeChat[]): Tally {
  const read = new Map<string, number>();
  for (const one of chats.flatMap(({ posts }) => posts)) read.set(one, (read.get(one) ?? 0) + 1);
  const times = (count: (times: number) => boolean): string[] => expected.filter((one) => count(read.get(one) ?? 0));
  const wanted = new Set(expected);
  return {
    once: times((count) => count === 1).length,
    lost: times((count) => count === 0),
    doubled: times((count) => count > 1),
    astray: [...read.keys()].filter((one) => !wanted.has(one)),
  };
}

/** How many rows of the ledger are in each state; those whose post was found again are "found". Rejects where it is away. */
export async function ledgerRows({ folder, url }: Life["state"]): Promise<Readonly<Record<string, number>>> {
  const engine = url === undefined ? openSqlite({ file: stateFile(folder) }) : openPostgres(url);
  try {
    const rows = await engine.db
      .selectFrom("ledger")
      .select(["state", "how", ({ fn }) => fn.countAll<number>().as("count")])
      .groupBy(["state", "how"])
      .execute();
    return Object.fromEntries(rows.map(({ state, how, count }) => [how === "found" ? "found" : state, Number(count)]));
  } finally {
    await engine.close();
  }
}
