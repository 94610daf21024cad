import { describe, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Command } from "../../../src/core/command.ts";
import { type SlackManifest, slackManifest } from "../../../src/platforms/slack/manifest.ts";

/** What https://docs.slack.dev/reference/app-manifest allows. */
function manifestProblems({ display_information: shown, features, oauth_config: oauth }: SlackManifest): string[] {
  const { slash_commands: slash, shortcuts, bot_user: bot } = features;
  const long = (name: string, text: string, most: number): string[] =>
    text.length > most ? [`${name}: longer than ${most}`] : [];
  const names = slash.map(({ command }) => command);
  return [
    ...long("name", shown.name, 35),
    ...long("description", shown.description, 140),
    ...long("bot", bot.display_name, 80),
    ...shortcuts.flatMap(({ name, description }) => [...long(name, name, 24), ...long(name, description, 150)]),
    ...slash.flatMap(({ command, description, usage_hint }) => [
      ...long(command, command, 32),
      ...long(`${command} description`, description, 100),
      ...long(`${command} hint`, usage_hint ?? "", 200),
      ...(/^\/[a-z0-9_-]+$/.test(command) ? [] : [`${command}: not a name`]),
    ]),
    ...(new Set(names).size < names.length ? ["two commands of one name"] : []),
    ...(slash.length > 50 ? ["more than 50 commands"] : []),
    ...(new Set(oauth.scopes.bot).size < oauth.scopes.bot.length ? ["a scope twice"] : []),
  ];
}

describe.each([{ prefix: "lt-" }, { prefix: "lt-", requestUrl: "https://bot.example.org/slack/events" }])(
  "With %j",
  (options) => {
    const manifest = slackManifest(commands, options);

    test("an operator can make the app: no definition breaks Slack's limits", () => {
      expect(manifestProblems(manifest)).toEqual([]);
    });

    test("a person finds a plain question and every command, with what it takes", () => {
      const slash = manifest.features.slash_commands;
      expect(slash.map(({ command }) => command)).toEqual(["/hoi", ...commands.map(({ name }) => `/lt-${name}`)]);
      expect(slash.find(({ command }) => command === "/lt-fields")?.usage_hint).toMatch(/^biên-bản:… \[/);
    });
  },
);

test("An operator chooses Socket Mode or an address that Slack calls, and each part of the app then uses it", () => {
  expect(slackManifest(commands, { prefix: "lt-" }).settings.socket_mode_enabled).toBe(true);
  const manifest = JSON.stringify(
    slackManifest(commands, { prefix: "lt-", requestUrl: "https://b.example/slack/events" }),
  );
  expect(manifest).toContain('"socket_mode_enabled":false');
  expect(manifest.split("https://b.example/slack/events").length - 1).toBe(commands.length + 1 + 3);
});

test("A developer whose command Slack would refuse is told", () => {
  const [command] = commands;
  const broken: Command[] = [
    { ...(command as Command), name: "Hỏi" },
    { ...(command as Command), name: "x".repeat(40), description: { vi: "y".repeat(110), en: "z".repeat(90) } },
  ];
  expect(manifestProblems(slackManifest(broken, { prefix: "lt-" }))).toEqual([
    "/lt-Hỏi: not a name",
    expect.stringContaining("longer than 32"),
    expect.stringContaining("longer than 100"),
  ]);
});
