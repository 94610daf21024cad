import { CHATS } from "../core/destination.ts";
import type { Ledger } from "../core/ledger.ts";
import { createClaim } from "./claim.ts";
import type { Engine } from "./engine.ts";
import { createHistory } from "./history.ts";
import { createMemory } from "./memory.ts";
import { createOutcomes } from "./outcome.ts";
import { insertRows, plan } from "./plan.ts";
import { createSettle } from "./settle.ts";

export function createLedger(engine: Engine, newId: () => string): Ledger {
  const { db, now } = engine;
  return {
    async now() {
      const { at } = await db.selectNoFrom(now().as("at")).executeTakeFirstOrThrow();
      return at;
    },
    plan: (planned, chats = CHATS, digest) => plan(engine, planned, { chats, digest }, newId),
    async add(planned) {
      await insertRows(engine, [planned], newId);
    },
    claim: createClaim(engine),
    settle: createSettle(engine),
    ...createMemory(engine),
    ...createOutcomes(engine),
    ...createHistory(engine),
  };
}
