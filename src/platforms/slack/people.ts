import type { Language } from "../../core/language.ts";
import { languageOf } from "./receive.ts";
import { createRecent } from "./recent.ts";

export interface Person {
  readonly language: Language | undefined;
  readonly name: string | undefined;
}

/** At once where the person is known already. */
export type Lookup = (user: string) => Person | Promise<Person>;

/** The part of Slack's client that is asked. */
export interface Users {
  info(query: { user: string; include_locale: true }): Promise<{
    readonly user?: {
      readonly locale?: string;
      readonly real_name?: string;
      readonly profile?: { readonly display_name?: string };
    };
  }>;
}

const MOST = 5000;
const AGE_MS = 3_600_000;
const NOBODY: Person = { language: undefined, name: undefined };

/**
 * Who somebody is, by users.info: asked once an hour, and never waited for longer than the answer allows. Without the scope
 * users:read, or where Slack does not say, nothing is known and the answer is given all the same.
 */
export function createPeople(users: Users, now: () => number, patienceMs = 1000): Lookup {
  const known = createRecent<Person | Promise<Person>>(MOST, AGE_MS, now);
  const look = async (user: string): Promise<Person> => {
    try {
      const { user: found } = await users.info({ user, include_locale: true });
      const name = found?.profile?.display_name || found?.real_name || undefined;
      return { language: languageOf(found?.locale), name };
    } catch {
      return NOBODY;
    }
  };
  const ask = (user: string): Promise<Person> => {
    const asked = look(user);
    known.set(user, asked);
    void asked.then((person) => known.set(user, person));
    return asked;
  };
  return (user) => {
    const person = known.get(user) ?? ask(user);
    return person instanceof Promise ? within(person, patienceMs) : person;
  };
}

function within(person: Promise<Person>, patienceMs: number): Promise<Person> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Person>((resolve) => {
    timer = setTimeout(() => resolve(NOBODY), patienceMs);
  });
  return Promise.race([person, late]).finally(() => clearTimeout(timer));
}
