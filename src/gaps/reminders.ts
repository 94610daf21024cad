import type { Both } from "../core/language.ts";
import { dateLabel } from "../core/period.ts";
import type { Stale } from "../core/questions.ts";

export interface RemindersOptions {
  /** What should have been looked at again before this day, an ISO date. */
  readonly stale: (today: string) => readonly Stale[];
  /** Tells the admins, once for each key. */
  readonly tell: (key: string, said: Both) => void;
  /** IANA: whose days and mornings count. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const HOUR_MS = 3_600_000;
/** Nobody is reminded in the night. */
const MORNING = 8;
const SHOWN = 15;

/** Reminds admins of what is to be verified: once a week at most, in the morning, as long as anything is. */
export function createReminders({ stale, tell, timeZone, now }: RemindersOptions) {
  let timer: NodeJS.Timeout | undefined;

  function remind(): void {
    const { day, hour } = clockAt(now(), timeZone);
    if (hour < MORNING) return;
    const all = stale(day);
    if (all.length > 0) tell(`verify:${weekOf(day)}`, saying(all));
  }

  return {
    start(): void {
      remind();
      timer = setInterval(remind, HOUR_MS).unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
    },
  };
}

/** What calendar and clock show there. */
export function clockAt(at: number, timeZone: string): { readonly day: string; readonly hour: number } {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short", timeStyle: "short", hour12: false });
  const [day = "", time = ""] = parts.format(at).split(", ");
  return { day, hour: Number(time.slice(0, 2)) % 24 };
}

/** The Monday of the week, as an ISO date. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** A title, then a line for each thing, those of one owner together. */
function saying(all: readonly Stale[]): Both {
  const byOwner = [...Map.groupBy(all, ({ owner }) => owner ?? "")]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, some]) => some);
  const said = (title: string, line: (one: Stale) => string, more: (count: number) => string): string =>
    [title, ...byOwner.slice(0, SHOWN).map(line), ...(all.length > SHOWN ? [more(all.length - SHOWN)] : [])].join("\n");
  return {
    vi: said(
      `${all.length} mục tri thức đã quá hạn kiểm tra lại`,
      ({ owner, what, verifyBy, place }) =>
        `${owner ?? "Chưa ai phụ trách"}: ${what.vi}, hạn ${dateLabel(verifyBy, "vi")} (${place})`,
      (count) => `… và ${count} mục khác: /admin stale`,
    ),
    en: said(
      `${all.length} ${all.length === 1 ? "item is" : "items are"} overdue to be verified`,
      ({ owner, what, verifyBy, place }) =>
        `${owner ?? "Nobody in charge"}: ${what.en}, due ${dateLabel(verifyBy, "en")} (${place})`,
      (count) => `… and ${count} more: /admin stale`,
    ),
  };
}
