import { afterEach, expect, test } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import type { CalendarText } from "../../src/server/feed.ts";
import { openRunning, type Running } from "./open.ts";

let running: Running;
afterEach(async () => {
  running.stop();
  await running.ended;
});

const NOON = Date.UTC(2026, 10, 24, 12, 0, 0, 400);

async function open(calendar: CalendarText) {
  let time = NOON;
  running = await openRunning({ calendar }, { now: () => time });
  return {
    later: (): void => {
      time += 3_600_000;
    },
  };
}

test("A calendar reads the feed in its language as text/calendar", async () => {
  await open(async (language) => `BEGIN:VCALENDAR\r\nX-LANG:${language}\r\nSUMMARY:Sơ kết\r\nEND:VCALENDAR\r\n`);
  const response = await running.get("/calendar.ics?lang=en");
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(response.headers.get("content-language")).toBe("en");
  expect(response.headers.get("cache-control")).toContain("private");
  expect(await response.text()).toBe("BEGIN:VCALENDAR\r\nX-LANG:en\r\nSUMMARY:Sơ kết\r\nEND:VCALENDAR\r\n");
  for (const query of ["", "?lang=vi", "?lang=fr"])
    expect(await (await running.get(`/calendar.ics${query}`)).text()).toContain("X-LANG:vi");
});

test("A calendar that has the feed already is told so until something changes", async () => {
  let text = "one";
  const { later } = await open(async () => text);
  const first = await running.get("/calendar.ics");
  const tag = first.headers.get("etag") ?? "";
  const date = first.headers.get("last-modified") ?? "";
  expect(date).toBe("Tue, 24 Nov 2026 12:00:00 GMT");
  later();
  const had = [
    ["if-none-match", tag],
    ["if-none-match", `"x", W/${tag}`],
    ["if-modified-since", date],
  ] as const;
  for (const [name, value] of had) {
    const again = await running.get("/calendar.ics", { [name]: value });
    expect([again.status, await again.text(), again.headers.get("last-modified")]).toEqual([304, "", date]);
  }
  text = "two";
  for (const [name, value] of had) {
    const changed = await running.get("/calendar.ics", { [name]: value });
    expect([changed.status, await changed.text()]).toEqual([200, "two"]);
    expect(changed.headers.get("last-modified")).toBe("Tue, 24 Nov 2026 13:00:00 GMT");
  }
});

test("A calendar may look at the headers alone", async () => {
  await open(async () => "text");
  const head = await fetch(`${running.url}/calendar.ics`, { method: "HEAD" });
  expect([head.status, await head.text(), head.headers.get("content-type")]).toEqual([
    200,
    "",
    "text/calendar; charset=utf-8",
  ]);
});

test("A calendar is told to come again while the state is away", async () => {
  await open(() => Promise.reject(new UserError("Hãy thử lại. · Try again.")));
  const response = await running.get("/calendar.ics");
  expect([response.status, response.headers.get("retry-after"), await response.text()]).toEqual([
    503,
    "60",
    "Hãy thử lại. · Try again.",
  ]);
  expect(running.text()).not.toContain("Try again");
});
