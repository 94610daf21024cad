import { up as ledger } from "./001-ledger.ts";
import { up as subscriptions } from "./002-subscriptions.ts";
import { up as questions } from "./003-questions.ts";
import { up as gaps } from "./004-gaps.ts";
import type { Migration } from "./migration.ts";

/** In the order in which they are done. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-ledger": ledger,
  "002-subscriptions": subscriptions,
  "003-questions": questions,
  "004-gaps": gaps,
};
