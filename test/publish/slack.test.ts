import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { publishSlack } from "../../src/publish/slack.ts";

const publish = async (words: readonly string[], file: string, language: "vi" | "en" = "en"): Promise<string> => {
  const said: string[] = [];
  const config = { knowledge: "knowledge", language };
  await publishSlack({ commands, config, words, say: (line) => void said.push(line) }, file);
  return said.join("\n");
};

test("An operator gets the manifest as a file, and reads what to do with it, where, and why each scope is asked", async () => {
  const folder = await mkdtemp(join(tmpdir(), "slack-"));
  const file = join(folder, "manifest.json");
  const said = await publish([], file);
  for (const part of ["https://api.slack.com/apps?new_app=1", "connections:write", "users:read", "/hoi"])
    expect(said).toContain(part);
  expect(JSON.parse(await readFile(file, "utf8")).settings.socket_mode_enabled).toBe(true);
  expect(await publish(["--url", "https://bot.example.org"], file, "vi")).toContain("SLACK_SIGNING_SECRET");
  expect(await readFile(file, "utf8")).toContain('"https://bot.example.org/slack/events"');
  await rm(folder, { recursive: true });
});

test.each([[["--url", "bot.example.org"]], [["--url", "http://bot.example.org"]], [["--nothing"]]])(
  "An operator who writes %j reads how it is written",
  async (words) => {
    await expect(publish(words, "/nowhere/manifest.json")).rejects.toThrow(/^Cách dùng: .* · Usage: /);
  },
);
