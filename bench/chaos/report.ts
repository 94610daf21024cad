import type { Result } from "./scenario.ts";

export interface Ran {
  readonly name: string;
  readonly result: Result;
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** Whether everything was read once, and the ledger says so too. */
export function isGood({ lost, doubled, astray, rows, once, troubles, violations, isInTime }: Result): boolean {
  const wrong = [...lost, ...doubled, ...astray, ...troubles, ...violations];
  return isInTime && wrong.length === 0 && (rows.posted ?? 0) + (rows.found ?? 0) === once && sum(rows) === once;
}

/** In a few words. */
export const summary = ({ once, lost, doubled, seconds }: Result): string =>
  `${once} once, ${lost.length} lost, ${doubled.length} doubled, ${Math.round(seconds)} s`;

/** Tables for people. */
export function report(ran: readonly Ran[]): void {
  const table = (figures: (result: Result) => Readonly<Record<string, number | string>>): void =>
    console.table(Object.fromEntries(ran.map(({ name, result }) => [name, figures(result)])));

  table(({ once, lost, doubled, astray, rows, kills, pauses, crashes, faults, seconds, lagMs, isInTime }) => ({
    once,
    lost: lost.length,
    doubled: doubled.length,
    astray: astray.length,
    "not posted": sum(rows) - (rows.posted ?? 0) - (rows.found ?? 0),
    "found again": rows.found ?? 0,
    kills: sum(kills),
    stops: sum(pauses),
    crashes,
    faults: sum(faults),
    seconds: `${seconds.toFixed(1)}${isInTime ? "" : " (too long)"}`,
    "lag ms": Math.round(lagMs),
  }));
  console.log("Killed, or stopped for a while (stop:)");
  console.table(columns(ran, ({ kills, pauses }) => ({ ...kills, ...prefixed("stop: ", pauses) })));
  console.log("What the chats did");
  console.table(columns(ran, ({ faults }) => faults));
  for (const { name, result } of ran)
    for (const kind of ["lost", "doubled", "astray", "troubles", "violations"] as const)
      if (result[kind].length > 0) console.log(`${name}, ${kind}: ${result[kind].slice(0, 20).join("; ")}`);
  for (const { result } of ran)
    for (const one of [...result.doubled, ...result.lost].slice(0, 3))
      console.log([one, ...result.story(one)].join("\n  "));
}

const prefixed = (prefix: string, counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [prefix + name, count]));

/** A row for each kind, a column for each run. */
function columns(ran: readonly Ran[], of: (result: Result) => Readonly<Record<string, number>>) {
  const kinds = [...new Set(ran.flatMap(({ result }) => Object.keys(of(result))))].sort();
  return Object.fromEntries(
    kinds.map((kind) => [kind, Object.fromEntries(ran.map(({ name, result }) => [name, of(result)[kind] ?? 0]))]),
  );
}
