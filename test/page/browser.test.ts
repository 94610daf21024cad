import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { NOW } from "../bots.ts";
import { launch } from "./browser.ts";
import { type Driven, openDesk } from "./desk.ts";
import { fullDesk, PROBLEMS, TOKEN } from "./full.ts";
import { openServer } from "./open.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** A busy machine takes its time. */
const soon = (check: () => void): Promise<void> => vi.waitFor(check, 20_000);

const started = await launch();
const browser: Browser | undefined = "browser" in started ? started.browser : undefined;
if ("why" in started) console.warn(`No browser starts, so nobody has looked at the page:\n${started.why}`);

test.runIf(browser === undefined)(
  "A developer without a browser knows that nobody has looked at the page",
  (context) => {
    if (process.env.CI) expect(started).not.toHaveProperty("why");
    context.skip("why" in started ? started.why : "");
  },
);

const PATHS = [
  "/",
  `/?q=${encodeURIComponent("Ai ký biên bản?")}`,
  `/?q=${encodeURIComponent("lượng khách du lịch Quảng Ninh")}`,
  `/?q=${encodeURIComponent(`<b>@everyone</b> ${"dài".repeat(80)}`)}`,
  "/knowledge",
  "/knowledge?q=da+nang",
  "/knowledge/memoranda/mou-can-tho-hai-phong",
  "/knowledge/figures?place=da-nang",
  "/problems",
  "/calendar",
  "/gaps",
  "/sign-in",
];

let driven: Driven;
let server: Awaited<ReturnType<typeof openServer>>;
let context: BrowserContext;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  if (browser === undefined) return;
  driven = await openDesk("test/knowledge", await fullDesk("test/knowledge"));
  server = await openServer(driven.desk);
  context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) troubles.push(`asks for ${request.url()}`);
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const seen = test.skipIf(browser === undefined);

/** What stands folded is looked at too, or the first few of it. */
const unfold = (one: Page, most = 1000) =>
  one.evaluate(`for (const one of [...document.querySelectorAll("details")].slice(0, ${most})) one.open = true`);

/** Goes there in a language; the theme is that of the machine. */
async function visit(path: string, language = "vi", one = page): Promise<void> {
  await one.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
}

seen(
  "Whoever reads by other means than eyes finds no serious fault on any page, light or dark, in either language",
  async () => {
    driven.become({ staleSince: NOW - 60_000, problems: PROBLEMS });
    const found = [await faultsIn("vi", "light", "dark"), await faultsIn("en", "dark", "light", PATHS.slice(0, 3))];
    driven.become({ staleSince: undefined, problems: [] });
    // Those at the end are planted, so that somebody notices when nothing is looked at any more.
    const planted = expect.stringMatching(/^planted: color-contrast <h1/);
    expect(found).toEqual([[planted], [planted]]);
  },
);

const AXE = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const QUICKLY = { resultTypes: ["violations"], preload: false };

/** Reading axe takes longer than looking with it: the documents come to where it is. The language is kept in the cookie. */
const SHOW = (path: string): string => `(async () => {
  const fresh = new DOMParser().parseFromString(await (await fetch(${JSON.stringify(path)})).text(), "text/html");
  const styled = new Promise((done) => fresh.querySelector("link[rel=stylesheet]").addEventListener("load", done));
  document.documentElement.replaceWith(document.adoptNode(fresh.documentElement));
  await styled;
})()`;

type Theme = "light" | "dark";

/** What axe finds on these pages in one language and theme; in a second theme nothing but colours can differ. */
async function faultsIn(language: string, theme: Theme, second: Theme, paths = PATHS) {
  const own = await context.newPage();
  const found: string[] = [];
  const look = async (where: string, options: object): Promise<void> => {
    const { violations } = await own.evaluate<AxeResults>(`axe.run(${JSON.stringify({ ...QUICKLY, ...options })})`);
    for (const { id, impact, nodes } of violations)
      if (["serious", "critical"].includes(impact)) found.push(`${where}: ${id} ${nodes[0]?.html.slice(0, 200)}`);
  };
  await visit("/", language, own);
  await own.evaluate(AXE);
  for (const path of paths) {
    await own.emulateMedia({ colorScheme: theme });
    await own.evaluate(SHOW(path));
    await unfold(own, 6);
    await look(`${path} ${language} ${theme}`, {});
    await own.emulateMedia({ colorScheme: second });
    await look(`${path} ${language} ${second}`, { runOnly: ["color-contrast"] });
  }
  await own.evaluate("document.querySelector('h1').style.color = 'rgb(128 128 128 / 0.2)'");
  await look("planted", { runOnly: ["color-contrast"] });
  await own.close();
  return found;
}

interface AxeResults {
  readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[];
}

seen("Whoever has a phone, or reads at twice the size, never scrolls a page sideways", async () => {
  const overflow = () => page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  const wide: string[] = [];
  driven.become({ staleSince: NOW - 60_000, problems: PROBLEMS });
  for (const path of PATHS) {
    await visit(path);
    await unfold(page);
    for (const width of [640, 360, 320]) {
      await page.setViewportSize({ width, height: 700 });
      const over = await overflow();
      if (over > 0) wide.push(`${path} by ${over} of ${width}`);
    }
  }
  expect(wide).toEqual([]);
  await page.evaluate("document.querySelector('h1').style.minWidth = '2000px'");
  expect(await overflow()).toBeGreaterThan(1000);
  driven.become({ staleSince: undefined, problems: [] });
  await page.setViewportSize({ width: 1280, height: 900 });
});

const focused = () => page.evaluate<string>("document.activeElement.id || document.activeElement.textContent.trim()");

seen("Whoever has only a keyboard skips to the content, asks, and lands on the answer", async () => {
  await visit("/knowledge");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Đến nội dung chính");
  expect(await page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")).toBe(true);
  const walked: string[] = [];
  for (let step = 0; step < 11; step++) {
    await page.keyboard.press("Tab");
    walked.push(await focused());
    const outline = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle");
    expect([walked.at(-1), outline]).toEqual([walked.at(-1), "solid"]);
  }
  expect(walked).toEqual([
    "Liên Thành",
    ...["Hỏi", "Tri thức", "Vấn đề", "Lịch", "Chưa trả lời được"],
    ...["Tiếng Việt", "English", "Theo máy", "Sáng", "Tối"],
  ]);
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("find");
  await visit("/");
  expect(await focused()).toBe("q");
  await page.keyboard.type("Ai ký biên bản?");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#answer$/);
  expect(await focused()).toBe("answer");
  await page.keyboard.press("Tab");
  expect(await focused()).toMatch(/^Ai ký .*\?$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/code=.*#answer$/);
  expect(await page.textContent("#answer .status")).toBe("Trả lời");
});

seen(
  "An admin who saves a file with a mistake sees it on the open page at once, and again when it is right",
  async () => {
    await visit("/problems");
    await soon(() => expect(driven.followers()).toBeGreaterThan(0));
    const [problem] = PROBLEMS;
    driven.become({ staleSince: NOW, problems: PROBLEMS });
    await page.waitForSelector(".banner");
    expect(await page.textContent("main")).toContain(problem?.message.vi);
    expect(await page.textContent("#parts .count")).toBe(String(PROBLEMS.length));
    expect(await page.isVisible(".changed > p")).toBe(false);
    driven.become({ staleSince: undefined, since: NOW, problems: [] });
    await page.waitForSelector(".banner", { state: "detached" });
    expect(await page.textContent("main")).toContain("Không có vấn đề nào");
  },
);

seen("Whoever reads an answer when the knowledge changes is told, and nothing moves until they want it", async () => {
  await visit(PATHS[1] ?? "");
  await soon(() => expect(driven.followers()).toBeGreaterThan(0));
  const before = await page.innerHTML("main");
  driven.become({ staleSince: NOW, problems: PROBLEMS });
  await page.waitForSelector(".banner");
  expect(await page.isVisible(".changed > p")).toBe(false);
  driven.become({ staleSince: undefined, since: NOW + 1, problems: [] });
  await page.waitForSelector(".changed > p:visible");
  expect(await page.textContent(".changed")).toContain("Kho tri thức vừa thay đổi.");
  expect(await page.innerHTML("main")).toBe(before);
  await page.click(".changed a");
  await page.waitForLoadState();
  expect(await page.isVisible(".changed > p")).toBe(false);
});

seen("A tab that nobody looks at does not listen, and catches up when it is looked at again", async () => {
  await visit("/problems");
  await soon(() => expect(driven.followers()).toBe(1));
  const show = (hidden: boolean) =>
    page.evaluate(`Object.defineProperty(document, "hidden", { value: ${hidden}, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"))`);
  await show(true);
  await soon(() => expect(driven.followers()).toBe(0));
  driven.become({ staleSince: NOW, problems: PROBLEMS });
  await show(false);
  await page.waitForSelector(".banner");
  driven.become({ staleSince: undefined, problems: [] });
});

seen("Whoever chooses a theme has it everywhere, the previews too, whatever their machine is set to", async () => {
  const colours = () =>
    page.evaluate<string[]>(
      "['html', '.slack .message', '.discord .message'].map((one) => getComputedStyle(document.querySelector(one)).backgroundColor)",
    );
  await page.emulateMedia({ colorScheme: "light" });
  await visit(PATHS[1] ?? "");
  const light = await colours();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await colours();
  for (const [at, colour] of light.entries()) expect(colour).not.toBe(dark[at]);
  await page.click("text=Sáng");
  expect(await colours()).toEqual(light);
  await page.goto(PATHS[2] ?? "");
  expect(await colours()).toEqual(light);
  await page.click("text=Theo máy");
  expect(await colours()).toEqual(dark);
});

seen("An admin copies a proposal", async () => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit("/gaps");
  await page.click("button[data-copies]");
  await page.waitForSelector("text=Đã chép");
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(await page.textContent(".patch pre"));
});

seen("Whoever comes from elsewhere shows the token once, goes where they wanted, and can sign out again", async () => {
  const elsewhere = await browser?.newContext({
    baseURL: server.url,
    locale: "vi-VN",
    extraHTTPHeaders: { "x-forwarded-for": "203.0.113.7" },
  });
  const remote = await elsewhere?.newPage();
  if (remote === undefined) throw new Error("There is no page");
  await remote.goto("/gaps");
  await remote.fill("#token", "wrong");
  await remote.keyboard.press("Enter");
  expect(await remote.textContent("#wrong")).toBe("Mã không đúng.");
  await remote.fill("#token", TOKEN);
  await remote.keyboard.press("Enter");
  await remote.waitForURL("**/gaps");
  expect(await remote.textContent("h1")).toBe("Chưa trả lời được");
  await remote.click("text=Đăng xuất");
  await remote.waitForSelector("#token");
  await elsewhere?.close();
});

seen("Whoever has no JavaScript asks, chooses, switches, and reloads", async () => {
  const plain = await browser?.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: "en-GB" });
  const bare = await plain?.newPage();
  if (bare === undefined) throw new Error("There is no page");
  await bare.goto("/");
  await bare.fill("#q", "Who signed the memorandum?");
  await bare.click("form.ask button");
  await bare.waitForURL(/#answer$/);
  await bare.click("#answer .questions a >> nth=0");
  await bare.waitForURL(/code=/);
  expect(await bare.textContent("#answer .status")).toBe("Answer");
  await bare.click("text=Dark");
  expect(await bare.getAttribute("html", "data-theme")).toBe("dark");
  await bare.click("text=Tiếng Việt");
  expect(await bare.getAttribute("html", "lang")).toBe("vi");
  expect(await bare.textContent("#answer .status")).toBe("Trả lời");
  await plain?.close();
});

seen("No page was refused anything by its own rules, made an error, or asked for anything of elsewhere", () => {
  expect(troubles).toEqual([]);
});
