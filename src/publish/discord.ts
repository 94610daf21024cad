import { parseArgs } from "node:util";
import { readDiscord } from "../config.ts";
import { UserError } from "../core/errors.ts";
import { definitionsOf } from "../platforms/discord/definitions.ts";
import type { Difference } from "../platforms/discord/differences.ts";
import { PERMISSIONS, permissionBits } from "../platforms/discord/permissions.ts";
import { register } from "../platforms/discord/registration.ts";
import type { Publishing } from "./index.ts";

/** Registers the commands and says what is new and what to do next: `npm run publish -- discord [--guild ID]`. */
export async function publishDiscord({ commands, config, words, say }: Publishing): Promise<void> {
  const guild = readGuild(words);
  const access = readDiscord();
  if (access === undefined) throw new UserError(NO_TOKEN);
  const definitions = definitionsOf(commands, guild === undefined ? "everywhere" : "server");
  const { application, name, differences } = await register(definitions, { ...access, guild });
  const texts = TEXTS[config.language];
  say(texts.registered(name, definitions.length, guild));
  for (const difference of differences.filter(({ kind }) => kind !== "same")) say(`  ${line(difference)}`);
  const same = differences.filter(({ kind }) => kind === "same").length;
  say(texts.unchanged(same, differences.length));
  say(texts.permissions);
  for (const [permission, why] of Object.entries(PERMISSIONS))
    say(`  ${permission.padEnd(22)} ${why[config.language]}`);
  for (const [at, step] of texts.steps(application).entries()) say(`${at + 1}. ${step}`);
}

const MARKS = { new: "+", changed: "~", removed: "-", same: "=" } as const;

const line = ({ kind, name, fields }: Difference): string =>
  `${MARKS[kind]} /${name}${fields.length === 0 ? "" : ` (${fields.join(", ")})`}`;

function readGuild(words: readonly string[]): string | undefined {
  try {
    const { guild } = parseArgs({ args: [...words], options: { guild: { type: "string" } } }).values;
    if (guild === undefined || /^\d{15,20}$/.test(guild)) return guild;
  } catch {
    // The same sentence for a wrong option and a wrong id.
  }
  throw new UserError(
    "Cách dùng: npm run publish -- discord [--guild ID-của-máy-chủ] · Usage: npm run publish -- discord [--guild SERVER-ID]",
  );
}

const NO_TOKEN =
  "Thiếu DISCORD_TOKEN: vào https://discord.com/developers/applications, chọn ứng dụng, mở Bot, bấm Reset Token rồi chép mã vào .env. · " +
  "DISCORD_TOKEN is missing: open https://discord.com/developers/applications, choose the application, open Bot, click Reset Token and copy it to .env.";

const serverLink = (application: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${permissionBits()}`;

const personLink = (application: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${application}&integration_type=1&scope=applications.commands`;

const TEXTS = {
  vi: {
    registered: (name: string, count: number, guild: string | undefined) =>
      `${name}: ${count} lệnh ${guild === undefined ? "dùng ở mọi nơi" : `của máy chủ ${guild}`}.`,
    unchanged: (same: number, all: number) =>
      same === all ? "Không có gì thay đổi, nên không ghi gì." : `${same} lệnh giữ nguyên.`,
    permissions: "Các quyền trong máy chủ:",
    steps: (application: string) => [
      `Cài vào máy chủ: ${serverLink(application)}`,
      `Hoặc cài cho riêng bạn: ${personLink(application)}`,
      "Chạy npm start, rồi gõ /hỏi trong Discord.",
    ],
  },
  en: {
    registered: (name: string, count: number, guild: string | undefined) =>
      `${name}: ${count} commands ${guild === undefined ? "everywhere" : `of server ${guild}`}.`,
    unchanged: (same: number, all: number) =>
      same === all ? "Nothing has changed, so nothing was written." : `${same} unchanged.`,
    permissions: "Permissions in a server:",
    steps: (application: string) => [
      `Install it in a server: ${serverLink(application)}`,
      `Or for yourself: ${personLink(application)}`,
      "Run npm start, and type /ask in Discord.",
    ],
  },
} as const;
