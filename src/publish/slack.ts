import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readPrefix } from "../config.ts";
import { UserError } from "../core/errors.ts";
import { slackManifest } from "../platforms/slack/manifest.ts";
import { SCOPES } from "../platforms/slack/scopes.ts";
import type { Publishing } from "./index.ts";

const FILE = "slack-manifest.json";

/** Writes the manifest of the Slack app and says what to do with it: `npm run publish -- slack [--url https://…]`. */
export async function publishSlack({ commands, config, words, say }: Publishing, file = FILE): Promise<void> {
  const { language } = config;
  const prefix = readPrefix();
  const url = readUrl(words);
  const requestUrl = url === undefined ? undefined : new URL("/slack/events", url).href;
  const manifest = slackManifest(commands, { prefix, requestUrl });
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
  const texts = TEXTS[language];
  say(texts.written(file, manifest.features.slash_commands.length));
  for (const [scope, why] of Object.entries(SCOPES)) say(`  ${scope.padEnd(18)} ${why[language]}`);
  for (const [at, step] of [...texts.steps, ...(url === undefined ? texts.socket : texts.http)].entries())
    say(`${at + 1}. ${step}`);
}

function readUrl(words: readonly string[]): string | undefined {
  try {
    const { url } = parseArgs({ args: [...words], options: { url: { type: "string" } } }).values;
    if (url === undefined || /^https:\/\//.test(new URL(url).href)) return url;
  } catch {
    // The same sentence for a wrong option and a wrong address.
  }
  throw new UserError(
    "Cách dùng: npm run publish -- slack [--url https://bot.example.org] · " +
      "Usage: npm run publish -- slack [--url https://bot.example.org]",
  );
}

const TEXTS = {
  vi: {
    written: (file: string, count: number) => `Đã ghi ${file}: ${count} lệnh, và các quyền:`,
    steps: [
      `Mở https://api.slack.com/apps?new_app=1, chọn From a manifest, chọn workspace, dán nội dung ${FILE} (thẻ JSON), bấm Create. Ứng dụng đã có: App Manifest, dán đè, Save Changes.`,
      "OAuth & Permissions, Install to Workspace, chép Bot User OAuth Token (xoxb-) vào SLACK_BOT_TOKEN trong .env.",
    ],
    socket: [
      "Basic Information, App-Level Tokens, Generate Token, thêm connections:write, chép mã xapp- vào SLACK_APP_TOKEN.",
      "Chạy npm start, rồi gõ /hoi trong Slack.",
    ],
    http: [
      "Basic Information, App Credentials, chép Signing Secret vào SLACK_SIGNING_SECRET.",
      "Chạy npm start sau địa chỉ https ở trên, rồi gõ /hoi trong Slack.",
    ],
  },
  en: {
    written: (file: string, count: number) => `Wrote ${file}: ${count} commands, and these scopes:`,
    steps: [
      `Open https://api.slack.com/apps?new_app=1, choose From a manifest, your workspace, paste ${FILE} (the JSON tab), press Create. For an app you have: App Manifest, paste over it, Save Changes.`,
      "OAuth & Permissions, Install to Workspace, copy the Bot User OAuth Token (xoxb-) to SLACK_BOT_TOKEN in .env.",
    ],
    socket: [
      "Basic Information, App-Level Tokens, Generate Token, add connections:write, copy the xapp- token to SLACK_APP_TOKEN.",
      "Run npm start, and type /hoi in Slack.",
    ],
    http: [
      "Basic Information, App Credentials, copy the Signing Secret to SLACK_SIGNING_SECRET.",
      "Run npm start behind the https address above, and type /hoi in Slack.",
    ],
  },
} as const;
