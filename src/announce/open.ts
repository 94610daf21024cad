import { existsSync } from "node:fs";
import { readAdmins, readState, readTimeZone } from "../config.ts";
import type { Destination } from "../core/destination.ts";
import { UserError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import { showProblems } from "../knowledge/show.ts";
import { createCalendar } from "../reviews/calendar.ts";
import { openState, type State, stateFile } from "../store/state.ts";
import { type Held, NOTHING_REMEMBERED, type Remembered } from "./foresee.ts";

/** The knowledge of a folder. Rejects with a UserError that lists what is wrong with it. */
export async function openHeld(folder: string, language: Language): Promise<Held> {
  const { knowledge, problems } = await loadKnowledge(folder);
  if (knowledge === undefined) throw new UserError(showProblems(problems, language));
  return { knowledge, calendar: createCalendar(knowledge, readTimeZone()) };
}

/** Where admins hear of things. */
export const adminDestinations = (language: Language): Destination[] =>
  readAdmins().channels.map((channel) => ({ ...channel, language }));

const log = (line: string): void => console.error(line);

/** The durable state, made where there is none yet. */
export const openKept = (signal?: AbortSignal): Promise<State> => openState({ ...readState(), log, signal });

/** Does something with the state, and closes it. */
export async function withState<T>(work: (state: State) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const state = await openKept(signal);
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

/**
 * What the state knows, where there is one: nothing is made for a look. One that can't be used is not waited for: people hear so,
 * and see what lies ahead without it.
 */
export async function remembered(language: Language): Promise<Remembered> {
  const { url, folder } = readState();
  if (url === undefined && !existsSync(stateFile(folder))) return NOTHING_REMEMBERED;
  const look = async ({ ledger, subscriptions }: State): Promise<Remembered> => ({
    ...(await ledger.remembered()),
    subscriptions: await subscriptions.list(),
  });
  try {
    return await withState(look, AbortSignal.abort());
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log(`${error.message}\n${WITHOUT[language]}`);
    return { ...NOTHING_REMEMBERED, isNew: false };
  }
}

const WITHOUT = {
  vi: "Dưới đây là những gì sẽ đăng theo tệp, không tính kênh đăng ký trong chat và những gì đã đăng.",
  en: "What follows goes by the files alone: without channels subscribed in chat, and with what may have been posted already.",
} as const;
