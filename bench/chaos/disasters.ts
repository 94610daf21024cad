import { setTimeout as wait } from "node:timers/promises";
import type { Postgres } from "../../test/postgres.ts";
import { between, createDeck, type Random } from "./chance.ts";
import { type Fate, isPause, PAUSES, WINDOWS } from "./fate.ts";

/** As many kills as there should be, each window as often as the others, spread over the run. */
export function createFates(kills: number, announcements: number, random: Random): () => readonly Fate[] {
  const draw = createDeck(
    random,
    [...WINDOWS, ...PAUSES].map((at) => [at, 1] as const),
  );
  const most = Math.max(2, (1.5 * announcements) / kills);
  let left = kills;
  const when = (at: Fate["at"]): number => {
    if (at === "at any moment") return between(random, 50, 3000);
    return Math.ceil(between(random, 0, at === "after looking, before noting" ? 2 : most));
  };
  return () => {
    const fates: Fate[] = [];
    while (left > 0) {
      const at = draw();
      fates.push({ at, after: when(at) });
      if (isPause(at)) continue;
      left -= 1;
      break;
    }
    return fates;
  };
}

/** PostgreSQL itself dies, and is back after a moment. */
export async function crash(postgres: Postgres, random: Random): Promise<void> {
  await postgres.crash();
  await wait(between(random, 100, 1500));
  await postgres.restart();
}
