import { expect, test } from "vitest";
import { type Rules, violations } from "./imports.ts";
import { sourcesBelow } from "./sources.ts";

const ENDS = ["src/platforms/console", "src/platforms/json", "src/evaluation"];

const CHATS = ["src/platforms/slack", "src/platforms/discord"];

/** What a bot is put together of. */
const BOT = ["commands", "src/core", "src/knowledge", "src/reviews", "src/search"];

/** Who may import whom; README.md draws the same. Node's own modules are everybody's, but for the core. */
const RULES: Rules = {
  "src/core": { parts: [], packages: [] },
  commands: { parts: ["src/core"], packages: [] },
  "src/knowledge": { parts: ["src/core"], packages: ["zod", "yaml"] },
  "src/search": { parts: ["src/core"], packages: ["fuse.js", "stemmer"] },
  "src/evaluation": { parts: ["src/core", "src/search"], packages: [] },
  "src/reviews": { parts: ["src/core"], packages: ["rrule-temporal", "temporal-polyfill"] },
  "src/calendar-feed": { parts: ["src/core"], packages: ["timezones-ical-library"] },
  "src/store": { parts: ["src/core"], packages: ["kysely", "pg"] },
  "src/log": { parts: ["src/core"], packages: ["pino"] },
  "src/server": {
    parts: ["src/core", "src/log"],
    packages: ["@hono/node-server", "@prometheus-io/client", "hono", "hono/body-limit"],
  },
  "src/platforms/console": { parts: ["src/core"], packages: [] },
  "src/platforms/json": { parts: ["src/core"], packages: [] },
  "src/platforms/slack": { parts: ["src/core"], packages: ["@slack/bolt", "@slack/types"] },
  "src/platforms/discord": { parts: ["src/core"], packages: ["discord.js"] },
  "src/config.ts": { parts: ["src/core"], packages: [] },
  "src/acts.ts": { parts: ["src/core"], packages: [] },
  "src/keeping.ts": {
    parts: [
      "src/acts.ts",
      "src/calendar-feed",
      "src/config.ts",
      "src/core",
      "src/gaps",
      "src/reviews",
      "src/server",
      "src/store",
    ],
    packages: [],
  },
  "src/posters.ts": { parts: ["src/config.ts", "src/core", ...CHATS], packages: [] },
  "src/page": {
    parts: ["src/core"],
    packages: [
      "hono",
      "@hono/node-server",
      "hono/cookie",
      "hono/csrf",
      "hono/html",
      "hono/http-exception",
      "hono/secure-headers",
      "hono/streaming",
    ],
  },
  "src/page-desk.ts": {
    parts: [...CHATS, "src/announce", "src/config.ts", "src/core", "src/page"],
    packages: [],
  },
  "src/local-page.ts": {
    parts: [
      "src/announce",
      "src/calendar-feed",
      "src/config.ts",
      "src/core",
      "src/living",
      "src/log",
      "src/page",
      "src/page-desk.ts",
      "src/server",
      "src/terminal",
      "src/version.ts",
    ],
    packages: [],
  },
  "src/version.ts": { parts: [], packages: [] },
  "src/preload.mjs": { parts: [], packages: [] },
  "src/terminal": { parts: [...BOT, ...ENDS], packages: [] },
  "src/publish": { parts: ["commands", "src/config.ts", "src/core", ...CHATS], packages: [] },
  "src/announce": {
    parts: [...BOT, ...CHATS, "src/before.ts", "src/calendar-feed", "src/config.ts", "src/posters.ts", "src/store"],
    packages: [],
  },
  "src/before.ts": { parts: ["src/core"], packages: [] },
  "src/diff": {
    parts: [
      "src/before.ts",
      "src/config.ts",
      "src/core",
      "src/evaluation",
      "src/knowledge",
      "src/platforms/console",
      "src/store",
      "src/terminal",
    ],
    packages: [],
  },
  "src/doctor": {
    parts: [...BOT, ...CHATS, "src/config.ts", "src/log", "src/posters.ts", "src/server", "src/store"],
    packages: [],
  },
  "src/operate": { parts: ["src/config.ts", "src/core", "src/store"], packages: [] },
  "src/living": { parts: ["src/core", "src/evaluation", "src/knowledge"], packages: [] },
  "src/gaps": { parts: ["src/core", "src/search"], packages: [] },
  "src/scaffold": { parts: ["src/core", "src/knowledge", "src/platforms/console"], packages: [] },
  "src/serve.ts": {
    parts: [
      ...BOT,
      ...CHATS,
      "src/config.ts",
      "src/gaps",
      "src/keeping.ts",
      "src/living",
      "src/log",
      "src/page",
      "src/page-desk.ts",
      "src/server",
      "src/terminal",
      "src/version.ts",
    ],
    packages: [],
  },
  "src/main.ts": { parts: ["src/config.ts", "src/local-page.ts", "src/serve.ts", "src/terminal"], packages: [] },
  "src/cli.ts": {
    parts: [
      "src/announce",
      "src/config.ts",
      "src/core",
      "src/diff",
      "src/doctor",
      "src/operate",
      "src/publish",
      "src/scaffold",
      "src/terminal",
    ],
    packages: ["commander"],
  },
};

const files = await sourcesBelow("src", "commands");

test("A developer imports only what the part may know", () => {
  expect(violations(files, RULES)).toEqual([]);
});

test.each(Object.keys(RULES))("The rule for %s is about code that exists", (part) => {
  expect(files.filter(({ file }) => file === part || file.startsWith(`${part}/`))).not.toEqual([]);
});

test("The core reaches neither files, clock, network nor environment", () => {
  const core = files.filter(({ file }) => file.startsWith("src/core/"));
  const reaching = core.filter(({ text }) => /["']node:|Date\.now|new Date\(\)|\bfetch\(|process\./.test(text));
  expect(reaching.map(({ file }) => file)).toEqual([]);
});

test("Only config.ts reads the environment", () => {
  expect(files.filter(({ text }) => text.includes("process.env")).map(({ file }) => file)).toEqual(["src/config.ts"]);
});

test.each([
  ["src/core/x.ts", 'import { fold } from "../search/fold.ts";', "src/core/x.ts imports src/search/fold.ts"],
  ["src/core/x.ts", 'import { z } from "zod";', "src/core/x.ts imports zod"],
  ["commands/x.ts", 'export * from "../src/knowledge/load.ts";', "commands/x.ts imports src/knowledge/load.ts"],
  ["src/search/x.ts", 'await import("../knowledge/load.ts");', "src/search/x.ts imports src/knowledge/load.ts"],
  [
    "src/platforms/json/x.ts",
    'import "../console/index.ts";',
    "src/platforms/json/x.ts imports src/platforms/console/index.ts",
  ],
  ["src/terminal/x.ts", 'import { run } from "../cli.ts";', "src/terminal/x.ts imports src/cli.ts"],
  ["src/knowledge/x.ts", 'import Fuse from "fuse.js";', "src/knowledge/x.ts imports fuse.js"],
  ["src/terminal/x.ts", 'import { Command } from "commander";', "src/terminal/x.ts imports commander"],
  ["src/elsewhere/x.ts", "", "src/elsewhere/x.ts is in no part of the table"],
])("Whoever plants in %s the line %j is told", (file, text, complaint) => {
  expect(violations([{ file, text }], RULES)).toEqual([complaint]);
});
