/**
 * One after the other, with a look at the network in between: while many questions are worked out, what comes in is still
 * acknowledged in time.
 */
export function createTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
