/** Work in small steps: whoever does it can let others in between two of them. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does the work, in whatever slices. */
export type Pace = <T>(steps: Steps<T>) => Promise<T>;

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** At once, for whoever waits for nothing else. */
export const atOnce: Pace = async (steps) => finish(steps);
