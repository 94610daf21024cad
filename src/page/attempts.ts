const MOST = 10;
const WITHIN_MS = 5 * 60_000;
const MOST_KNOWN = 1000;

/** Who may try a token: ten times in five minutes from one address. */
export function createAttempts(now: () => number) {
  const failures = new Map<string, readonly number[]>();
  const recent = (who: string): readonly number[] => (failures.get(who) ?? []).filter((at) => at > now() - WITHIN_MS);
  return {
    mayTry: (who: string): boolean => recent(who).length < MOST,
    failed(who: string): void {
      const all = [...recent(who), now()];
      // The address that tried last stands last; the oldest is forgotten.
      failures.delete(who);
      failures.set(who, all);
      const [oldest] = failures.keys();
      if (failures.size > MOST_KNOWN && oldest !== undefined) failures.delete(oldest);
    },
  };
}
