/** Work in small steps: whoever does it can let others in between two of them. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does the work, in whatever slices. */
export type Pace = <T>(steps: Steps<T>) => Promise<T>;

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** So many small things make one step: each takes a few microseconds. */
const SMALL_THINGS = 64;

/** Does it with each of them, in turn. */
export function* forEach<T>(all: Iterable<T>, work: (one: T, at: number) => void, aStep = SMALL_THINGS): Steps<void> {
  let at = 0;
  for (const one of all) {
    work(one, at++);
    if (at % aStep === 0) yield;
  }
}

/** What it makes of each of them. */
export function* map<T, R>(all: Iterable<T>, work: (one: T) => R): Steps<R[]> {
  const made: R[] = [];
  yield* forEach(all, (one) => void made.push(work(one)));
  return made;
}

/** All that it makes of each of them. */
export function* flatMap<T, R>(all: Iterable<T>, work: (one: T) => readonly R[], aStep = SMALL_THINGS): Steps<R[]> {
  const made: R[] = [];
  yield* forEach(all, (one) => void made.push(...work(one)), aStep);
  return made;
}

/** At once, for whoever waits for nothing else. */
export const atOnce: Pace = async (steps) => finish(steps);
