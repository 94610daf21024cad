import { inTime } from "./in-time.ts";

/** How one part is; what is told beside it must be fit for whoever may look. */
export type Condition = { readonly ok: boolean } & Readonly<Record<string, string | number | boolean>>;

/** A part without which the bot does not do all that it should. */
export interface Part {
  readonly name: string;
  /** May take its time, may throw: then it is not well. */
  condition(): Condition | Promise<Condition>;
}

export interface Readiness {
  readonly ready: boolean;
  readonly stopping: boolean;
  readonly parts: Readonly<Record<string, Condition>>;
}

export interface Health {
  /** Is looked at from now on. */
  add(part: Part): void;
  look(): Promise<Readiness>;
}

const UNWELL: Condition = { ok: false };

/** Ready is the bot when all parts are well and it has not been told to stop. A part that says nothing in time is not well. */
export function createHealth(stopping: AbortSignal, patienceMs = 2000): Health {
  const parts: Part[] = [];

  return {
    add: (part) => void parts.push(part),
    async look() {
      const found = await Promise.all(
        parts.map(async ({ name, condition }) => [name, (await inTime(condition, patienceMs)) ?? UNWELL] as const),
      );
      const ready = !stopping.aborted && found.every(([, { ok }]) => ok);
      return { ready, stopping: stopping.aborted, parts: Object.fromEntries(found) };
    },
  };
}
