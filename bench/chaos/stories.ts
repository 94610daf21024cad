interface Event {
  readonly atMs: number;
  readonly life: string;
  readonly what: string;
}

/** Who did what about which announcement, and what became of the processes meanwhile. */
export function createStories(now: () => number) {
  const about = new Map<string, Event[]>();
  const processes: Event[] = [];
  return {
    /** Without an announcement it is about the process itself. */
    tell(life: string, what: string, announced?: string): void {
      const event = { atMs: now(), life, what };
      if (announced === undefined) processes.push(event);
      else about.set(announced, [...(about.get(announced) ?? []), event]);
    },
    /** In order, with the seconds; empty where nothing was done. */
    of(announced: string): readonly string[] {
      const own = about.get(announced) ?? [];
      const lives = new Set(own.map(({ life }) => life));
      return [...own, ...processes.filter(({ life }) => lives.has(life))]
        .sort((a, b) => a.atMs - b.atMs)
        .map(({ atMs, life, what }) => `${(atMs / 1000).toFixed(3)} ${life} ${what}`);
    },
  };
}
