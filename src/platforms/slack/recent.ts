/** What was met lately: at most `most` entries, none older than `ageMs`; the oldest go first. */
export interface Recent<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export function createRecent<T>(most: number, ageMs: number, now: () => number): Recent<T> {
  const entries = new Map<string, { readonly value: T; readonly at: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      return entry !== undefined && now() - entry.at < ageMs ? entry.value : undefined;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, at: now() });
      const oldest = entries.size > most ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
    },
  };
}
