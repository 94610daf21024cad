import { whenText } from "../core/meeting.ts";
import type { View } from "./view.ts";

type Reader = Pick<View, "language"> & { readonly desk: Pick<View["desk"], "timeZone"> };

/** "14:32 ngày 24/11/2026" · "14:32, 24 November 2026", of epoch milliseconds. */
export function momentText(at: number, { language, desk: { timeZone } }: Reader): string {
  // Swedish writes dates as ISO does.
  const written = new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at);
  const [date = "", time] = written.split(" ");
  return whenText({ date, time }, language);
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "5 phút trước" · "5 minutes ago"; "vừa xong" · "just now" below a minute. */
export function agoText(at: number, { now, language }: Pick<View, "now" | "language">): string {
  const passed = Math.max(0, now - at);
  const [unit, ms] = UNITS.find(([, length]) => passed >= length) ?? [];
  if (unit === undefined || ms === undefined) return language === "vi" ? "vừa xong" : "just now";
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(-Math.floor(passed / ms), unit);
}

/** "1.234" · "1,234". */
export const countText = (count: number, { language }: Pick<View, "language">): string =>
  count.toLocaleString(language === "vi" ? "vi-VN" : "en-GB");
