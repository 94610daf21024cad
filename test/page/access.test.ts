import { beforeEach, describe, expect, test } from "vitest";
import type { PageDesk } from "../../src/page/desk.ts";
import type { Web } from "../../src/server/app.ts";
import { NOW } from "../bots.ts";
import { openDesk } from "./desk.ts";
import { ask, type From, openApp } from "./open.ts";
import { linksIn, textOf } from "./reading.ts";

const TOKEN = "page-token-0123456789";
const PAGES = [
  "/",
  "/?q=x",
  "/knowledge",
  "/knowledge/places",
  "/knowledge/places/da-nang",
  "/knowledge/figures",
  "/problems",
  "/calendar",
  "/gaps",
  "/gaps/x/0.yaml",
  "/lien-thanh.ics",
  "/page/changes",
];
const ELSEWHERE = { address: "203.0.113.7" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };

const { desk: whole } = await openDesk("test/knowledge");
let now = NOW;
const desk: PageDesk = { ...whole, token: TOKEN, now: () => now };
let app: Web;
beforeEach(() => {
  now = NOW;
  app = openApp(desk);
});

/** Signs in with a form, as a browser would that had read it here. */
const enter = (token: string, next = "/", from: From = ELSEWHERE): Promise<Response> =>
  ask(app, "/sign-in", {
    ...from,
    method: "POST",
    headers: { ...FORM, origin: "http://localhost", ...from.headers },
    body: new URLSearchParams({ token, next }).toString(),
  });
const cookieOf = (response: Response): string => (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

test.each(PAGES)("A program on this machine may open %s, and nobody else without the token", async (path) => {
  const local = await ask(app, path);
  expect([200, 404]).toContain(local.status);
  await local.body?.cancel();
  for (const from of [ELSEWHERE, { headers: { "x-forwarded-for": "203.0.113.7" } }]) {
    const refused = await ask(app, path, from);
    expect([path, refused.status]).toEqual([path, 401]);
    const said = await refused.text();
    expect(textOf(said)).toContain("Mã truy cập (PAGE_TOKEN)");
    for (const secret of ["Đà Nẵng", TOKEN]) expect(said).not.toContain(secret);
  }
  const bearer = await ask(app, path, { ...ELSEWHERE, headers: { authorization: `Bearer ${TOKEN}` } });
  expect(bearer.status).toBe(local.status);
  await bearer.body?.cancel();
});

test("Where no token is set the page stays closed to everybody elsewhere, and says what to do", async () => {
  app = openApp({ ...desk, token: undefined });
  const refused = await ask(app, "/", ELSEWHERE);
  expect([refused.status, textOf(await refused.text())]).toEqual([401, expect.stringContaining("PAGE_TOKEN")]);
  for (const given of ["", "undefined"]) expect((await enter(given)).status).toBe(401);
  expect((await ask(app, "/", { ...ELSEWHERE, headers: { cookie: "lien-thanh-session=1.x" } })).status).toBe(401);
});

test("Whoever shows the token is let in where they wanted to go, by a cookie that no script and no other site can use", async () => {
  const response = await enter(TOKEN, "/problems?lang=en");
  expect([response.status, response.headers.get("location")]).toEqual([303, "/problems?lang=en"]);
  const cookie = response.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Strict/);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie).toMatch(/; Max-Age=43200/);
  expect(decodeURIComponent(cookie)).not.toContain(TOKEN);
  const page = await ask(app, "/problems", { ...ELSEWHERE, headers: { cookie: cookieOf(response) } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('action="/sign-out"');
});

test("Behind a proxy that speaks HTTPS the cookie is for HTTPS only", async () => {
  const from = { headers: { "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https" } };
  expect((await enter(TOKEN, "/", from)).headers.get("set-cookie")).toMatch(/; Secure/);
});

test("A session ends after twelve hours, on signing out, and with another token; nobody makes one up", async () => {
  const cookie = cookieOf(await enter(TOKEN));
  const status = async (given: string): Promise<number> =>
    (await ask(app, "/", { ...ELSEWHERE, headers: { cookie: given } })).status;
  expect(await status(cookie)).toBe(200);
  const [name = "", value = ""] = cookie.split("=", 2);
  const later = `${name}=${encodeURIComponent(decodeURIComponent(value).replace(/^\d+/, String(NOW * 2)))}`;
  expect(later).not.toBe(cookie);
  for (const wrong of [later, `${name}=`, `${name}=${NOW * 2}`, `${name}=x.y`]) expect(await status(wrong)).toBe(401);
  now = NOW + 12 * 3_600_000 + 1;
  expect(await status(cookie)).toBe(401);
  now = NOW;
  const out = await ask(app, "/sign-out", {
    ...ELSEWHERE,
    method: "POST",
    headers: { ...FORM, origin: "http://localhost", cookie },
  });
  expect(out.headers.get("set-cookie")).toMatch(/^lien-thanh-session=; Max-Age=0/);
  app = openApp({ ...desk, token: "another-token-9876543210" });
  expect(await status(cookie)).toBe(401);
});

test("Whoever guesses is stopped after ten times, by the right token too, until five minutes have passed", async () => {
  for (let time = 0; time < 10; time++) expect((await enter(`guess ${time}`)).status).toBe(401);
  const stopped = await enter(TOKEN);
  expect([stopped.status, textOf(await stopped.text())]).toEqual([429, expect.stringContaining("Sai quá nhiều lần")]);
  expect((await enter(TOKEN, "/", { address: "198.51.100.1" })).status).toBe(303);
  now += 5 * 60_000 + 1;
  expect((await enter(TOKEN)).status).toBe(303);
});

test("Whoever mistypes the token is told, and keeps the way to where they wanted to go", async () => {
  const wrong = await (await enter("x", "/gaps")).text();
  expect(textOf(wrong)).toContain("Mã không đúng.");
  expect(wrong).toContain('name="next" value="/gaps"');
  expect(await (await ask(app, "/knowledge?q=hue", ELSEWHERE)).text()).toContain(
    'name="next" value="/knowledge?q=hue"',
  );
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
  "",
  "/ x\r\nset-cookie: a=b",
])("Nobody is led to %j by signing in", async (next) => {
  expect((await enter(TOKEN, next)).headers.get("location")).toBe("/");
});

describe("A page of another site", () => {
  test.each(["/sign-in", "/sign-out"])("can't post to %s from a browser on this machine", async (path) => {
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]) {
      const body = new URLSearchParams({ token: TOKEN }).toString();
      const refused = await ask(app, path, {
        method: "POST",
        headers: { ...FORM, ...headers } as Record<string, string>,
        body,
      });
      expect([headers, refused.status]).toEqual([headers, 403]);
      expect(refused.headers.get("set-cookie")).toBeNull();
    }
  });

  test("that had its name point here reads nothing", async () => {
    for (const path of [...PAGES, "/sign-in", "/page/style.css"]) {
      const refused = await ask(app, path, { headers: { host: "evil.example" } });
      expect([path, refused.status, await refused.text()]).toEqual([path, 421, ""]);
    }
  });
});

test("Every page and file says what a browser may do with it", async () => {
  for (const path of [...PAGES, "/sign-in", "/page/style.css", "/page/live.js", "/knowledge/places/nowhere"]) {
    const { headers, body } = await ask(app, path);
    await body?.cancel();
    expect([path, headers.get("content-security-policy")]).toEqual([
      path,
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    ]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect([path, headers.get("cache-control")]).toEqual([
      path,
      path.startsWith("/page/") && path !== "/page/changes"
        ? "public, max-age=31536000, immutable"
        : expect.stringMatching(/^no-(store|cache)$/),
    ]);
  }
  const refused = await ask(app, "/", ELSEWHERE);
  expect(refused.headers.get("content-security-policy")).toContain("default-src 'self'");
  expect(refused.headers.get("www-authenticate")).toBe("Bearer");
});

test("No page has a script or a style of its own, or an address of elsewhere that a browser would load", async () => {
  for (const path of [
    ...PAGES.filter((one) => !/\.(ics|yaml)$|changes/.test(one)),
    "/?q=Ai+k%C3%BD+bi%C3%AAn+b%E1%BA%A3n",
    "/sign-in",
  ]) {
    const html = await (await ask(app, path)).text();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|<iframe|<img/);
    for (const [, address = ""] of html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]*)"/g))
      expect(address).toMatch(/^\/page\/[\w.]+\?v=[\w-]{12}$/);
    for (const [, code = ""] of html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) expect(code).toBe("");
    expect(html).not.toContain(TOKEN);
  }
});

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  "</title><script>alert(1)</script>",
  "<!channel> @everyone <@U1> [x](javascript:alert(1)) **x**",
  "javascript:alert(1)",
  "\u202Etxt.exe\u0000\u0007",
  "&lt;script&gt;&#x3C;",
  "{{7*7}} #{7*7} %00",
  "😀".repeat(300),
  "a".repeat(5000),
];

test.each(HOSTILE)("Whoever types %j gets it back as text", async (typed) => {
  for (const [path, name] of [
    ["/", "q"],
    ["/", "code"],
    ["/", "after"],
    ["/knowledge", "q"],
    ["/knowledge/places", "q"],
    ["/knowledge/figures", "indicator"],
    ["/knowledge/figures", "page"],
    ["/sign-in", "next"],
    ["/problems", "lang"],
    ["/problems", "theme"],
  ] as const) {
    const query = new URLSearchParams({ [name]: typed });
    if (name === "after") query.set("q", "x");
    const response = await ask(app, `${path}?${query}`);
    const html = await response.text();
    expect([200, 401]).toContain(response.status);
    expect(html).not.toMatch(/<script>|<img|onerror=alert\(1\)>/);
    for (const [said, to] of linksIn(html)) expect([said, to]).toEqual([said, expect.stringMatching(/^(\/|#)/)]);
  }
  const path = await ask(app, `/knowledge/places/${encodeURIComponent(typed.slice(0, 100))}`);
  expect(path.status).toBe(404);
});

test("Whoever sends more than a form holds is refused", async () => {
  const body = `token=${"x".repeat(70_000)}`;
  const sent = await ask(app, "/sign-in", { method: "POST", headers: { ...FORM, origin: "http://localhost" }, body });
  expect(sent.status).toBe(413);
});

test("What the server shows beside the page is as it was", async () => {
  expect(await (await ask(app, "/livez")).text()).toBe("ok");
  const nothing = await ask(app, "/wp-admin");
  expect([nothing.status, await nothing.text()]).toEqual([404, ""]);
  for (const method of ["POST", "PUT", "DELETE"])
    expect((await ask(app, "/problems", { method, headers: { origin: "http://localhost" } })).status).toBe(404);
});
