import { tzlib_get_ical_block, tzlib_get_offset, tzlib_get_timezones } from "timezones-ical-library";
import { utc } from "./content.ts";

/** The time zones of one feed: those in which something was written are defined at its head. */
export interface Zones {
  /** DTSTART and DTEND, from epoch milliseconds: the wall-clock time in the IANA zone. */
  span(start: number, end: number, timeZone: string): readonly string[];
  /** A VTIMEZONE for each zone that was used, as content lines. */
  definitions(): readonly string[];
}

export function createZones(): Zones {
  const zones = new Map<string, Zone | undefined>();
  const used = new Map<string, readonly string[]>();

  return {
    span(start, end, timeZone) {
      if (!zones.has(timeZone)) zones.set(timeZone, zoneNamed(timeZone));
      const zone = zones.get(timeZone);
      const [from, to] = [zone?.local(start), zone?.local(end)];
      if (zone === undefined || from === undefined || to === undefined)
        return [`DTSTART:${utc(start)}`, `DTEND:${utc(end)}`];
      used.set(zone.id, zone.definition);
      return [`DTSTART;TZID=${zone.id}:${from}`, `DTEND;TZID=${zone.id}:${to}`];
    },
    definitions: () => [...used.values()].flat(),
  };
}

interface Zone {
  /** As its VTIMEZONE calls it, which is the newer name where a zone has two. */
  readonly id: string;
  readonly definition: readonly string[];
  /**
   * "20250312T140000". A VTIMEZONE knows today's rules only, and of some zones not quite: undefined where it would give
   * another moment than the one that is meant.
   */
  local(at: number): string | undefined;
}

function zoneNamed(timeZone: string): Zone | undefined {
  // The library writes an error to the console when it is asked for a zone that it lacks.
  if (!tzlib_get_timezones().includes(timeZone)) return undefined;
  const [definition = "", id = ""] = tzlib_get_ical_block(timeZone);
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  // Asking the library for each moment takes 0.2 ms, and most zones have one offset.
  const fixed = definition.includes("BEGIN:DAYLIGHT") ? undefined : /TZOFFSETTO:(.+)/.exec(definition)?.[1];
  return {
    id: id.replace("TZID=", ""),
    definition: definition.split("\r\n"),
    local(at) {
      const [date = "", time = ""] = format.format(at).split(" ");
      const offset = (fixed ?? tzlib_get_offset(timeZone, date, time.slice(0, 5))).replace(/\d\d$/, ":$&");
      return Date.parse(`${date}T${time}${offset}`) === at ? `${date}T${time}`.replace(/[-:]/g, "") : undefined;
    },
  };
}
