import { isDate } from "../core/period.ts";

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|[+-]\d\d:\d\d)?)?$/i;

/**
 * An ISO date or date-time as epoch milliseconds; undefined where it is neither. Without an offset it is the time of the
 * staff's zone (+07:00), and a date alone means noon there.
 */
export function readMoment(text: string): number | undefined {
  const match = MOMENT.exec(text.trim());
  const [, date = "", hour = "12", minute = "00", second = "00", offset = "+07:00"] = match ?? [];
  return isDate(date) ? Date.parse(`${date}T${hour}:${minute}:${second}${offset.toUpperCase()}`) : undefined;
}
