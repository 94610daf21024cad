import { DiscordAPIError } from "discord.js";
import { UserError } from "../../core/errors.ts";
import type { Both } from "../../core/language.ts";

/** What can still be done where Discord refused something. */
export type Trouble =
  | "too late"
  | "answered before"
  | "refused body"
  | "refused token"
  | "used up"
  | "no access"
  | "other";

const CODES: Readonly<Record<number, Trouble>> = {
  10008: "too late",
  10015: "too late",
  10062: "too late",
  40060: "answered before",
  40094: "used up",
  50001: "no access",
  50007: "no access",
  50013: "no access",
  50035: "refused body",
  160002: "no access",
};

export function troubleOf(error: unknown): Trouble {
  if (error instanceof DiscordAPIError)
    return error.status === 401 ? "refused token" : (CODES[Number(error.code)] ?? "other");
  // After one 401 the library forgets its token and says so at the next request.
  return error instanceof Error && error.message.startsWith("Expected token to be set") ? "refused token" : "other";
}

/** An error for the log: what Discord said and where, without the tokens that addresses and messages may hold. */
export function describe(error: unknown, token: string): string {
  if (error instanceof DiscordAPIError)
    return `Discord ${error.status}, code ${error.code}, ${error.method} ${hidden(error.url, token)}: ${error.message} (${troubleOf(error)}${HINTS[troubleOf(error)] ?? ""})`;
  return hidden(error instanceof Error ? (error.stack ?? error.message) : String(error), token);
}

const HINTS: Partial<Record<Trouble, string>> = {
  "no access":
    ": the bot needs View Channel, Send Messages, Send Messages in Threads and Read Message History in that channel",
};

function hidden(text: string, token: string): string {
  const shown = token === "" ? text : text.replaceAll(token, "•••");
  return shown.replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/\s?]+/g, "$1•••");
}

const PORTAL = "https://discord.com/developers/applications";

const SENTENCES = {
  token: {
    vi: `Discord không nhận DISCORD_TOKEN. Vào ${PORTAL}, chọn ứng dụng, mở Bot, bấm Reset Token rồi chép mã mới vào .env.`,
    en: `Discord refuses DISCORD_TOKEN. Open ${PORTAL}, choose the application, open Bot, click Reset Token and copy the new token to .env.`,
  },
  intents: {
    vi: `Discord chưa cho phép các intent mà bot cần. Vào ${PORTAL}, chọn ứng dụng, mở Bot, bật ở mục Privileged Gateway Intents.`,
    en: `Discord does not allow the intents the bot asks for. Open ${PORTAL}, choose the application, open Bot and switch them on under Privileged Gateway Intents.`,
  },
  shards: {
    vi: "Discord đóng kết nối và không cho nối lại. Hãy cập nhật bot rồi khởi động lại.",
    en: "Discord closed the connection for good. Update the bot and start it again.",
  },
} as const satisfies Readonly<Record<string, Both>>;

/** What a person can do about a refused token. */
export const REFUSED_TOKEN: Both = SENTENCES.token;

const asUserError = ({ vi, en }: Both): UserError => new UserError(`${vi} · ${en}`);

/** Close codes after which Discord takes no other connection, in a sentence that says where to click. */
export function finalClose(code: number): UserError | undefined {
  if (code === 4004) return asUserError(SENTENCES.token);
  if (code === 4013 || code === 4014) return asUserError(SENTENCES.intents);
  return code >= 4010 && code <= 4012 ? asUserError(SENTENCES.shards) : undefined;
}

/** What the person can mend about a login that failed; undefined where trying again may help. */
export function finalLogin(error: unknown): UserError | undefined {
  if (error instanceof UserError) return error;
  const { code, message } = error instanceof Error ? (error as Error & { code?: unknown }) : { code: "", message: "" };
  if (code === "TokenInvalid" || troubleOf(error) === "refused token") return asUserError(SENTENCES.token);
  return /intents/i.test(message) ? asUserError(SENTENCES.intents) : undefined;
}
