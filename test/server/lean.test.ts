import { posix } from "node:path";
import { expect, test } from "vitest";
import { sourcesBelow } from "../sources.ts";

const texts = new Map((await sourcesBelow("src", "commands")).map(({ file, text }) => [file, text]));

/** `import … from` and `export … from` that are there at run time; what is imported later, by import(), is not. */
const IMPORT = /^(?:import|export)(?! type )[^;()]*?["']([^"'\n]+)["'];/gm;

/** All packages that come with a file, by way of whatever it imports. */
function packagesOf(start: string, seen = new Set<string>()): ReadonlySet<string> {
  const packages = new Set<string>();
  if (seen.has(start)) return packages;
  seen.add(start);
  for (const [, name = ""] of (texts.get(start) ?? "").matchAll(IMPORT)) {
    if (!name.startsWith(".")) packages.add(name);
    else for (const one of packagesOf(posix.join(posix.dirname(start), name), seen)) packages.add(one);
  }
  return packages;
}

const HEAVY = [
  "pino",
  "hono",
  "@hono/node-server",
  "@prometheus-io/client",
  "@slack/bolt",
  "discord.js",
  "kysely",
  "pg",
];

test.each(["main", "cli", "terminal/ask", "terminal/chat", "terminal/check", "terminal/eval"])(
  "A person who only asks does not wait for what serving needs: src/%s.ts",
  (name) => {
    expect(texts.has(`src/${name}.ts`)).toBe(true);
    expect(HEAVY.filter((one) => packagesOf(`src/${name}.ts`).has(one))).toEqual([]);
  },
);

test("What serving needs would be found", () => {
  const found = packagesOf("src/server/run.ts");
  expect(["hono", "@hono/node-server", "@prometheus-io/client"].filter((one) => !found.has(one))).toEqual([]);
});
