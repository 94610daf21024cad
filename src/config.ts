import { isAbsolute, join, relative } from "node:path";
import { type Admin, readAdmin } from "./core/admins.ts";
import { type Channel, readChannel } from "./core/destination.ts";
import { UserError } from "./core/errors.ts";
import type { Both, Language } from "./core/language.ts";
import { LOG_LEVELS, type LogLevel } from "./core/log.ts";

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
  STATE_DIR: "state",
  DATABASE_URL: "",
  TIME_ZONE: "Asia/Ho_Chi_Minh",
  ADMINS: "",
  ADMIN_CHANNEL: "",
  HOST: "127.0.0.1",
  PORT: "3000",
  PUBLIC_URL: "",
  PAGE_TOKEN: "",
  LOG_LEVEL: "info",
  QUESTION_DAYS: "180",
  VERIFY_REMINDERS: "off",
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
  | { readonly mode: "http"; readonly signingSecret: string }
);

/** Undefined where Slack is not set up. All that follow throw a UserError, in both languages, where a value is wrong. */
export function readSlack(environment: Environment = process.env): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = environment;
  if (!botToken && !appToken && !signingSecret) return undefined;
  if (!botToken) throw wrong(SLACK.noBotToken);
  if (botToken.startsWith("xapp-") || appToken?.startsWith("xoxb-")) throw wrong(SLACK.swapped);
  const apiUrl = (environment.SLACK_API_URL || VARIABLES.SLACK_API_URL).replace(/\/*$/, "/");
  const shared = { botToken, apiUrl: readUrl("SLACK_API_URL", apiUrl), prefix: readPrefix(environment) };
  if (appToken) return { ...shared, mode: "socket", appToken };
  if (!signingSecret) throw wrong(SLACK.noWayIn);
  return { ...shared, mode: "http", signingSecret };
}

export interface DiscordAccess {
  readonly token: string;
  /** Where Discord's API is, without its version. */
  readonly api: string;
}

/** Undefined where Discord is not set up. */
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

/** Where the bot keeps what it must not forget: an address of PostgreSQL, or a folder for a state of its own. */
export interface StateSettings {
  readonly folder: string;
  readonly url: string | undefined;
}

export function readState(environment: Environment = process.env): StateSettings {
  const url = environment.DATABASE_URL || undefined;
  // The value is never shown: it holds a password.
  if (url !== undefined && !(/^postgres(ql)?:\/\//.test(url) && URL.canParse(url))) throw wrong(WRONG.database);
  return { url, folder: environment.STATE_DIR || fromHere(join(PROJECT, VARIABLES.STATE_DIR)) };
}

/** The IANA zone of reviews that name none. */
export function readTimeZone(environment: Environment = process.env): string {
  const zone = environment.TIME_ZONE || VARIABLES.TIME_ZONE;
  if (!isTimeZone(zone)) throw wrong(WRONG.zone(zone));
  return zone;
}

/** Intl lists no other names of a zone (Asia/Kolkata, Europe/Kyiv) but knows them; it also takes offsets, which we don't. */
function isTimeZone(text: string): boolean {
  try {
    return /^[A-Za-z]/.test(text) && new Intl.DateTimeFormat("en", { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
}

export interface AdminSettings {
  readonly admins: readonly Admin[];
  /** Where admins are told what needs them. */
  readonly channels: readonly Channel[];
}

export function readAdmins(environment: Environment = process.env): AdminSettings {
  return {
    admins: listed(environment.ADMINS, readAdmin, WRONG.admins),
    channels: listed(environment.ADMIN_CHANNEL, readChannel, WRONG.channels),
  };
}

/** Who may reach the bot over HTTP, and where. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  /** The https address under which people reach it, without a slash at its end. */
  readonly publicUrl: string | undefined;
  /** Opens to whoever has it what is otherwise open on this machine only. */
  readonly pageToken: string | undefined;
}

export function readServer(environment: Environment = process.env): ServerSettings {
  const pageToken = environment.PAGE_TOKEN || undefined;
  if (pageToken !== undefined && !/^[\w.~-]{16,200}$/.test(pageToken)) throw wrong(WRONG.pageToken);
  const publicUrl = environment.PUBLIC_URL?.replace(/\/+$/, "") || undefined;
  if (publicUrl !== undefined && !isPublicUrl(publicUrl)) throw wrong(WRONG.publicUrl(publicUrl));
  return { host: environment.HOST || VARIABLES.HOST, port: readPort(environment), publicUrl, pageToken };
}

/** What is kept of questions, and what admins are reminded of. */
export interface DeskSettings {
  /** How many days questions are kept; 0: none is. */
  readonly questionDays: number;
  /** Whether admins are told, weekly, what is overdue to be verified. */
  readonly verifyReminders: boolean;
}

export function readDesk(environment: Environment = process.env): DeskSettings {
  const days = environment.QUESTION_DAYS || VARIABLES.QUESTION_DAYS;
  if (!/^\d{1,4}$/.test(days)) throw wrong(WRONG.questionDays(days));
  const reminders = (environment.VERIFY_REMINDERS || VARIABLES.VERIFY_REMINDERS).toLowerCase();
  if (reminders !== "on" && reminders !== "off") throw wrong(WRONG.verifyReminders(reminders));
  return { questionDays: Number(days), verifyReminders: reminders === "on" };
}

export function readLogLevel(environment: Environment = process.env): LogLevel {
  const text = environment.LOG_LEVEL || VARIABLES.LOG_LEVEL;
  const level = LOG_LEVELS.find((one) => one === text.toLowerCase());
  if (level === undefined) throw wrong(WRONG.level(text));
  return level;
}

/** Every value that no log may hold, whether or not it is of any use. */
export function readSecrets(environment: Environment = process.env): readonly string[] {
  const password = /^[^:]*:\/\/[^:]*:(.*)@/.exec(environment.DATABASE_URL ?? "")?.[1];
  const decoded = password === undefined ? undefined : decodeLoosely(password);
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DISCORD_TOKEN, PAGE_TOKEN } = environment;
  const all = [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DISCORD_TOKEN, PAGE_TOKEN, password, decoded];
  return all.flatMap((secret) => secret?.trim().replace(/^Bot\s+/i, "") || []);
}

/** "%40" → "@"; a stray "%" stays. */
const decodeLoosely = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function readPort(environment: Environment): number {
  const text = environment.PORT || VARIABLES.PORT;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw wrong(WRONG.port(text));
  return Number(text);
}

function readUrl(name: string, text: string): string {
  if (!/^https?:/.test(text) || !URL.canParse(text)) throw wrong(WRONG.url(name, text));
  return text;
}

function isPublicUrl(text: string): boolean {
  if (!/^https:\/\//.test(text) || !URL.canParse(text)) return false;
  const { username, password, search, hash } = new URL(text);
  return [username, password, search, hash].every((part) => part === "");
}

/** What is listed with commas between; all entries that are wrong are told at once. */
function listed<T>(text = "", read: (entry: string) => T | undefined, sentence: (wrong: string) => Both): readonly T[] {
  const entries = text.split(",").filter((entry) => entry.trim() !== "");
  const bad = entries.filter((entry) => read(entry) === undefined);
  if (bad.length > 0) throw wrong(sentence(bad.map((entry) => `“${entry.trim()}”`).join(", ")));
  return entries.flatMap((entry) => read(entry) ?? []);
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
  publicUrl: (text: string) => ({
    vi: `PUBLIC_URL phải là địa chỉ https mà mọi người dùng để tới bot, ví dụ https://bot.example.org, không phải “${text}”.`,
    en: `PUBLIC_URL must be the https address under which people reach the bot, such as https://bot.example.org, not “${text}”.`,
  }),
  pageToken: {
    vi: "PAGE_TOKEN cần ít nhất 16 ký tự, chỉ gồm chữ không dấu, số, - . _ ~: tạo bằng lệnh openssl rand -hex 24.",
    en: "PAGE_TOKEN takes at least 16 letters, digits, - . _ and ~: make one with openssl rand -hex 24.",
  },
  level: (text: string) => ({
    vi: `LOG_LEVEL phải là một trong ${LOG_LEVELS.join(", ")}, không phải “${text}”.`,
    en: `LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}, not “${text}”.`,
  }),
  questionDays: (text: string) => ({
    vi: `QUESTION_DAYS phải là số ngày từ 0 đến 9999, không phải “${text}”.`,
    en: `QUESTION_DAYS must be a number of days from 0 to 9999, not “${text}”.`,
  }),
  verifyReminders: (text: string) => ({
    vi: `VERIFY_REMINDERS phải là on hoặc off, không phải “${text}”.`,
    en: `VERIFY_REMINDERS must be on or off, not “${text}”.`,
  }),
  database: {
    vi: "DATABASE_URL phải có dạng postgres://người-dùng:mật-khẩu@máy:5432/tên; trong mật khẩu viết @ : / # thành %40 %3A %2F %23.",
    en: "DATABASE_URL must read postgres://user:password@host:5432/name; in the password write @ : / # as %40 %3A %2F %23.",
  },
  zone: (text: string) => ({
    vi: `TIME_ZONE phải là tên múi giờ IANA như Asia/Ho_Chi_Minh, không phải “${text}”.`,
    en: `TIME_ZONE must be the IANA name of a time zone such as Asia/Ho_Chi_Minh, not “${text}”.`,
  }),
  admins: (entries: string) => ({
    vi: `ADMINS có mục không hiểu được: ${entries}. Viết slack:U0123ABCDEF (một người), discord:1100000000000000001 (một người) hoặc discord-role:1100000000000000002 (một vai trò), cách nhau bằng dấu phẩy.`,
    en: `ADMINS names what is neither person nor role: ${entries}. Write slack:U0123ABCDEF (a person), discord:1100000000000000001 (a person) or discord-role:1100000000000000002 (a role), with commas between.`,
  }),
  channels: (entries: string) => ({
    vi: `ADMIN_CHANNEL có mục không phải kênh: ${entries}. Viết slack:C0123ABCDEF hoặc discord:1100000000000000003, cách nhau bằng dấu phẩy.`,
    en: `ADMIN_CHANNEL names what is no channel: ${entries}. Write slack:C0123ABCDEF or discord:1100000000000000003, with commas between.`,
  }),
} as const;
