import type { Language } from "../../core/language.ts";
import { languageOf } from "./receive.ts";
import { createRecent } from "./recent.ts";

export interface Person {
  readonly language: Language | undefined;
  readonly name: string | undefined;
  /** An admin or owner of the workspace. */
  readonly manages: boolean;
}

/**
 * At once where the person is known already. `closely` is for what only admins may: then nobody is taken for a person without
 * rights because of what was known earlier, or because Slack is slow.
 */
export type Lookup = (user: string, closely?: boolean) => Person | Promise<Person>;

/** The part of Slack's client that is asked. */
export interface Users {
  info(query: { user: string; include_locale: true }): Promise<{
    readonly user?: {
      readonly locale?: string;
      readonly real_name?: string;
      readonly profile?: { readonly display_name?: string };
      readonly is_admin?: boolean;
      readonly is_owner?: boolean;
      readonly is_primary_owner?: boolean;
    };
  }>;
}

const MOST = 5000;
const AGE_MS = 3_600_000;
const CLOSELY = 5;
const NOBODY: Person = { language: undefined, name: undefined, manages: false };

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
      const manages = [found?.is_admin, found?.is_owner, found?.is_primary_owner].includes(true);
      return { language: languageOf(found?.locale), name, manages };
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
  return (user, closely = false) => {
    const met = known.get(user);
    const isRefusal = closely && met !== undefined && !(met instanceof Promise) && !met.manages;
    const person = met === undefined || isRefusal ? ask(user) : met;
    return person instanceof Promise ? within(person, closely ? CLOSELY * patienceMs : patienceMs) : person;
  };
}

function within(person: Promise<Person>, patienceMs: number): Promise<Person> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Person>((resolve) => {
    timer = setTimeout(() => resolve(NOBODY), patienceMs);
  });
  return Promise.race([person, late]).finally(() => clearTimeout(timer));
}
