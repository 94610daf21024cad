import { isAbsolute, join, relative } from "node:path";
import { UserError } from "./core/errors.ts";
import type { Both, Language } from "./core/language.ts";

export interface Config {
  /** The folder of YAML that the bot answers from. */
  readonly knowledge: string;
  /** What the terminal speaks unless told otherwise. */
  readonly language: Language;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PROJECT = join(import.meta.dirname, "..");

/** Our own variables and their defaults, as .env.example explains them. */
export const VARIABLES = {
  KNOWLEDGE_DIR: "knowledge",
  SLACK_BOT_TOKEN: "",
  SLACK_APP_TOKEN: "",
  SLACK_SIGNING_SECRET: "",
  SLACK_API_URL: "https://slack.com/api/",
  COMMAND_PREFIX: "lt-",
  DISCORD_TOKEN: "",
  DISCORD_API_URL: "https://discord.com/api",
  HOST: "127.0.0.1",
  PORT: "3000",
} as const;

/** Nothing else reads the environment. A variable that is set but empty counts as not set. */
export function readConfig(environment: Environment = process.env): Config {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return {
    knowledge: environment.KNOWLEDGE_DIR || fromHere(join(PROJECT, VARIABLES.KNOWLEDGE_DIR)),
    language: /^en/i.test(locale) ? "en" : "vi",
  };
}

/** The path as people would type it here, so that problems read "knowledge/places/x.yaml:4:2". */
function fromHere(path: string): string {
  const shorter = relative(process.cwd(), path);
  return shorter === "" || shorter.startsWith("..") || isAbsolute(shorter) ? path : shorter;
}

/** How the bot talks to Slack: over a socket that it opens itself, or over HTTP that Slack signs. */
export type SlackSettings = {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly prefix: string;
} & (
  | { readonly mode: "socket"; readonly appToken: string }
  | { readonly mode: "http"; readonly signingSecret: string; readonly host: string; readonly port: number }
);

/** Undefined where Slack is not set up. Throws a UserError, in both languages, where it is set up wrongly. */
export function readSlack(environment: Environment = process.env): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = environment;
  if (!botToken && !appToken && !signingSecret) return undefined;
  if (!botToken) throw wrong(SLACK.noBotToken);
  if (botToken.startsWith("xapp-") || appToken?.startsWith("xoxb-")) throw wrong(SLACK.swapped);
  const apiUrl = (environment.SLACK_API_URL || VARIABLES.SLACK_API_URL).replace(/\/*$/, "/");
  const shared = { botToken, apiUrl: readUrl("SLACK_API_URL", apiUrl), prefix: readPrefix(environment) };
  if (appToken) return { ...shared, mode: "socket", appToken };
  if (!signingSecret) throw wrong(SLACK.noWayIn);
  const host = environment.HOST || VARIABLES.HOST;
  return { ...shared, mode: "http", signingSecret, host, port: readPort(environment) };
}

export interface DiscordAccess {
  readonly token: string;
  /** Where Discord's API is, without its version. */
  readonly api: string;
}

/** Undefined where Discord is not set up. Throws a UserError, in both languages, where its address is none. */
export function readDiscord(environment: Environment = process.env): DiscordAccess | undefined {
  const token = environment.DISCORD_TOKEN?.trim().replace(/^Bot\s+/i, "");
  if (!token) return undefined;
  const api = (environment.DISCORD_API_URL || VARIABLES.DISCORD_API_URL).replace(/(\/v\d+)?\/*$/, "");
  return { token, api: readUrl("DISCORD_API_URL", api) };
}

/** What the names of commands begin with in Slack, where they are global. */
export function readPrefix(environment: Environment = process.env): string {
  const prefix = environment.COMMAND_PREFIX || VARIABLES.COMMAND_PREFIX;
  if (!/^[a-z0-9_-]{1,16}$/.test(prefix)) throw wrong(WRONG.prefix(prefix));
  return prefix;
}

function readPort(environment: Environment): number {
  const text = environment.PORT || VARIABLES.PORT;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw wrong(WRONG.port(text));
  return Number(text);
}

function readUrl(name: string, text: string): string {
  if (!/^https?:/.test(text) || !URL.canParse(text)) throw wrong(WRONG.url(name, text));
  return text;
}

/** Whoever starts the bot may read either language. */
const wrong = ({ vi, en }: Both): UserError => new UserError(`${vi} · ${en}`);

const SLACK = {
  noBotToken: {
    vi: "Thiếu SLACK_BOT_TOKEN (bắt đầu bằng xoxb-): chép ở https://api.slack.com/apps, ứng dụng của bạn, OAuth & Permissions.",
    en: "SLACK_BOT_TOKEN (it starts with xoxb-) is missing: copy it from https://api.slack.com/apps, your app, OAuth & Permissions.",
  },
  noWayIn: {
    vi: "Có SLACK_BOT_TOKEN nhưng Slack chưa có đường tới bot: đặt SLACK_APP_TOKEN (xapp-, Socket Mode), hoặc SLACK_SIGNING_SECRET nếu Slack gọi bot qua HTTP.",
    en: "SLACK_BOT_TOKEN is set but Slack has no way to the bot: set SLACK_APP_TOKEN (xapp-, Socket Mode), or SLACK_SIGNING_SECRET where Slack calls it over HTTP.",
  },
  swapped: {
    vi: "SLACK_BOT_TOKEN và SLACK_APP_TOKEN bị đặt lẫn: mã của bot bắt đầu bằng xoxb-, mã của ứng dụng bằng xapp-.",
    en: "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are mixed up: the bot's token starts with xoxb-, the app's with xapp-.",
  },
} as const satisfies Readonly<Record<string, Both>>;

const WRONG = {
  port: (text: string) => ({
    vi: `PORT phải là số từ 0 đến 65535, không phải “${text}”.`,
    en: `PORT must be a number from 0 to 65535, not “${text}”.`,
  }),
  prefix: (text: string) => ({
    vi: `COMMAND_PREFIX chỉ gồm chữ thường không dấu, số, - và _, tối đa 16 ký tự, không phải “${text}”.`,
    en: `COMMAND_PREFIX takes lower-case letters, digits, - and _, at most 16 of them, not “${text}”.`,
  }),
  url: (name: string, text: string) => ({
    vi: `${name} phải là một địa chỉ http hoặc https, không phải “${text}”.`,
    en: `${name} must be an http or https address, not “${text}”.`,
  }),
} as const;
