import { afterAll, beforeAll, expect, test } from "vitest";
import { openRunning, quiet, type Running, TOKEN } from "./open.ts";
import { raw } from "./raw.ts";

let running: Running;
beforeAll(async () => {
  const platform = quiet();
  running = await openRunning({
    platforms: [platform],
    calendar: async (language) => `BEGIN:VCALENDAR ${language}`,
    page: (app, trusted) => void app.get("/page", trusted, (context) => context.text("page")),
  });
  await platform.started;
});
afterAll(async () => {
  running.stop();
  await running.ended;
});

const GUARDED = ["/readyz", "/metrics", "/calendar.ics", "/page"];
const BEARER = { authorization: `Bearer ${TOKEN}` };
const ELSEWHERE = { "x-forwarded-for": "203.0.113.7" };

test.each(GUARDED)("A program on this machine may open %s", async (path) => {
  expect((await running.get(path)).status).toBe(200);
});

test.each([
  ["x-forwarded-for", "127.0.0.1"],
  ["forwarded", "for=127.0.0.1"],
  ["x-real-ip", "127.0.0.1"],
  ["via", "1.1 proxy"],
  ["x-forwarded-host", "localhost"],
])("Whoever comes by way of a proxy on this machine (%s) needs the token", async (name, value) => {
  for (const path of GUARDED) {
    const refused = await running.get(path, { [name]: value });
    expect([path, refused.status, await refused.text()]).toEqual([path, 401, ""]);
    expect((await running.get(path, { [name]: value, ...BEARER })).status).toBe(200);
  }
});

test("A proxy that says nothing of itself but speaks the old HTTP is not taken for a program on this machine", async () => {
  expect(await raw(running.url, "GET /readyz HTTP/1.0", "host: 127.0.0.1")).toMatch(/^HTTP\/1.1 401 /);
});

test.each(["", "Bearer", "Bearer wrong", `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN])(
  "Whoever has %j in place of the token is refused",
  async (authorization) => {
    expect((await running.get("/metrics", { ...ELSEWHERE, authorization })).status).toBe(401);
  },
);

test("Where no token is set nobody from elsewhere gets in, whatever they send", async () => {
  const closed = await openRunning({ calendar: async () => "x" }, { pageToken: undefined });
  const given = ["Bearer undefined", "Bearer ", ""];
  const statuses = given.map(
    async (authorization) => (await closed.get("/readyz", { ...ELSEWHERE, authorization })).status,
  );
  expect(await Promise.all(statuses)).toEqual([401, 401, 401]);
  expect((await closed.get("/calendar/undefined.ics")).status).toBe(404);
  expect((await closed.get("/calendar/.ics")).status).toBe(404);
  closed.stop();
  await closed.ended;
});

test.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "evil.example:3000", "[::2]"])(
  "A page in a browser on this machine that had its name %j point here is refused",
  async (host) => {
    for (const path of ["/readyz", "/livez", "/calendar.ics", `/calendar/${TOKEN}.ics`, "/nothing"])
      expect(await raw(running.url, `GET ${path} HTTP/1.1`, `host: ${host}`)).toMatch(/^HTTP\/1.1 421 /);
  },
);

test.each(["localhost", "LOCALHOST:3000", "127.0.0.1", "127.0.0.1:1", "[::1]:3000"])(
  "A program that asks for this machine as %s gets in",
  async (host) => {
    expect(await raw(running.url, "GET /readyz HTTP/1.1", `host: ${host}`)).toMatch(/^HTTP\/1.1 200 /);
  },
);

test("Under the public name a proxy on this machine gets in with the token only", async () => {
  const asked = (...lines: string[]) => raw(running.url, "GET /readyz HTTP/1.1", "host: bot.example.org", ...lines);
  expect(await asked()).toMatch(/^HTTP\/1.1 401 /);
  expect(await asked(`authorization: Bearer ${TOKEN}`)).toMatch(/^HTTP\/1.1 200 /);
});

test("A calendar gets the feed by the token in the address, from anywhere, and by no other", async () => {
  expect(await (await running.get(`/calendar/${TOKEN}.ics`, ELSEWHERE)).text()).toBe("BEGIN:VCALENDAR vi");
  for (const wrong of ["x", `${TOKEN}x`, "..", "a/b", "%2e%2e"])
    expect((await running.get(`/calendar/${wrong}.ics`, ELSEWHERE)).status).toBe(404);
});

test("Anybody may ask whether the process lives, and learns nothing else", async () => {
  const alive = await running.get("/livez", ELSEWHERE);
  expect([alive.status, await alive.text()]).toEqual([200, "ok"]);
  const nothing = await running.get("/wp-admin", ELSEWHERE);
  expect([nothing.status, await nothing.text()]).toEqual([404, ""]);
  const post = await fetch(`${running.url}/livez`, { method: "POST", body: "x" });
  expect(post.status).toBe(404);
  for (const headers of [alive.headers, nothing.headers, post.headers])
    expect([headers.get("server"), headers.get("x-powered-by")]).toEqual([null, null]);
});

test("Whoever sends more than a form holds is refused", async () => {
  const sent = (length: number) => fetch(`${running.url}/page`, { method: "POST", body: "x".repeat(length) });
  expect([(await sent(65_536)).status, (await sent(65_537)).status]).toEqual([404, 413]);
});

test("The token that stands in an address does not get into the log when the answer fails", async () => {
  const broken = await openRunning({ calendar: () => Promise.reject(new Error(`no calendar for ${TOKEN}`)) });
  const response = await broken.get(`/calendar/${TOKEN}.ics`);
  const ref = await response.text();
  expect([response.status, ref]).toEqual([500, expect.stringMatching(/^\w{8}$/)]);
  expect(broken.text()).toContain(ref);
  expect(broken.text()).not.toContain(TOKEN);
  broken.stop();
  await broken.ended;
});
