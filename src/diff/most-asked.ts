import { existsSync } from "node:fs";
import { readState } from "../config.ts";
import { UserError } from "../core/errors.ts";
import type { AskedOften } from "../core/question-store.ts";
import { openState, stateFile } from "../store/state.ts";

const COUNT = 50;
const LONGEST_MS = 3000;

/** What people ask most, where there is a durable state; none is made for a look, and one that is away is only told of. */
export async function mostAsked(complain: (text: string) => void): Promise<readonly AskedOften[]> {
  try {
    const { url, folder } = readState();
    if (url === undefined && !existsSync(stateFile(folder))) return [];
    const state = await openState({ url, folder, log: () => {}, signal: AbortSignal.timeout(LONGEST_MS) });
    try {
      return await state.questions.often(COUNT);
    } finally {
      await state.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    complain(error.message);
    return [];
  }
}
