/** The end comes then, whatever is under way. */
const PATIENCE_MS = 10_000;

/** npm passes on the Ctrl-C that the terminal has sent already: the same wish, not a second one. */
const ECHO_MS = 500;

/**
 * Aborted when the process is told to stop: SIGTERM, Ctrl-C. Told again, or not done after ten seconds, the process ends at
 * once, with exit code 1.
 */
export function toldToStop(): AbortSignal {
  const told = new AbortController();
  let since = 0;
  const hear = (): void => {
    if (told.signal.aborted) {
      if (performance.now() - since > ECHO_MS) process.exit(1);
      return;
    }
    since = performance.now();
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    told.abort();
  };
  process.on("SIGTERM", hear);
  process.on("SIGINT", hear);
  return told.signal;
}
