/** Remembers the last so many values by key; the longest unused goes first. */
export interface Recent<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export function createRecent<T>(most: number): Recent<T> {
  const values = new Map<string, T>();
  const set = (key: string, value: T): void => {
    values.delete(key);
    values.set(key, value);
    if (values.size > most) for (const oldest of values.keys()) return void values.delete(oldest);
  };
  return {
    set,
    get(key) {
      const value = values.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
  };
}

/** True the first time that it is asked for a key. Discord delivers some events twice. */
export function createOnce(most: number): (key: string) => boolean {
  const seen = createRecent<true>(most);
  return (key) => {
    if (seen.get(key) === true) return false;
    seen.set(key, true);
    return true;
  };
}
