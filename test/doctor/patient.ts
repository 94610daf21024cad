import { rm } from "node:fs/promises";
import { join } from "node:path";
import { vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { examine, type Told } from "../../src/doctor/index.ts";
import { definitionsOf } from "../../src/platforms/discord/definitions.ts";
import { SCOPES } from "../../src/platforms/slack/scopes.ts";
import { type Files, folderOf, VALID } from "../knowledge-loader/folder.ts";
import { createFakeDiscord, type FakeDiscord } from "../platforms/discord/fake/server.ts";
import { type FakeSlack, openFakeSlack } from "../platforms/slack/fake/server.ts";

type Environment = Readonly<Record<string, string>>;

/** An installation in which everything is as it should be, on a Slack and a Discord of this machine. */
export interface Patient {
  readonly slack: FakeSlack;
  readonly discord: FakeDiscord;
  readonly folder: string;
  readonly settings: Environment;
  /** What the doctor finds, with some settings changed. */
  examined(changed?: Environment): Promise<readonly Told[]>;
  close(): Promise<void>;
}

export async function openPatient(files: Files = {}): Promise<Patient> {
  const slack = await openFakeSlack();
  slack.workspace.scopes = Object.keys(SCOPES);
  slack.workspace.channels.add("C0ADMINS");
  const discord = await createFakeDiscord();
  const list = definitionsOf(commands, "everywhere");
  discord.registry.register(list as Parameters<typeof discord.registry.register>[0]);
  const folder = await folderOf({ ...VALID, ...files });
  const kept = await folderOf({});
  const settings = {
    KNOWLEDGE_DIR: folder,
    SLACK_BOT_TOKEN: "xoxb-good",
    SLACK_APP_TOKEN: "xapp-good",
    SLACK_API_URL: slack.url,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    STATE_DIR: join(kept, "state"),
    ADMINS: "slack:U0MINH",
    ADMIN_CHANNEL: "slack:C0ADMINS",
    PORT: "0",
  };
  return {
    slack,
    discord,
    folder,
    settings,
    async examined(changed = {}) {
      for (const [name, value] of Object.entries({ ...settings, ...changed })) vi.stubEnv(name, value);
      return examine({ knowledge: folder, language: "en" });
    },
    async close() {
      vi.unstubAllEnvs();
      await slack.close();
      await discord.stop();
      for (const one of [folder, kept]) await rm(one, { recursive: true });
    },
  };
}

/** "✗ slack: …" in English, with what to do in brackets. */
export const shown = (findings: readonly Told[]): string[] =>
  findings.map(
    ({ check, mark, text, hint }) => `${mark} ${check}: ${text.en}${hint === undefined ? "" : ` [${hint.en}]`}`,
  );

/** The same without what is as it should be. */
export const complaints = (findings: readonly Told[]): string[] => shown(findings.filter(({ mark }) => mark !== "ok"));
