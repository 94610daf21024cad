import type { Both } from "../../core/language.ts";
import { SCOPES } from "./scopes.ts";
import { slackError } from "./send.ts";

const APPS = "https://api.slack.com/apps";

const NOT_A_TOKEN: ReadonlySet<string> = new Set([
  "invalid_auth",
  "not_authed",
  "token_revoked",
  "token_expired",
  "account_inactive",
  "user_removed_from_team",
  "team_disabled",
  "not_allowed_token_type",
]);

/** What is wrong with the bot's token or its permissions, and where to click; undefined where it is something else. */
export function botTrouble(error: unknown): Both | undefined {
  const named = slackError(error);
  if (named === undefined) return undefined;
  if (NOT_A_TOKEN.has(named))
    return {
      vi: `Slack không nhận SLACK_BOT_TOKEN (${named}): mở ${APPS}, chọn ứng dụng, OAuth & Permissions, cài lại rồi chép Bot User OAuth Token (xoxb-).`,
      en: `Slack does not accept SLACK_BOT_TOKEN (${named}): open ${APPS}, your app, OAuth & Permissions, reinstall it and copy the Bot User OAuth Token (xoxb-).`,
    };
  if (named === "missing_scope") return missingScopes([neededOf(error) ?? "?"]);
  if (named === "not_in_channel") return notInChannel(named);
  if (named === "channel_not_found")
    return {
      vi: `Không có kênh này, hoặc bot không có trong kênh (${named}): xem lại mã kênh, rồi vào kênh đó và gõ /invite kèm tên bot.`,
      en: `There is no such channel, or the bot is not in the channel (${named}): check the channel's id, then go there and type /invite with the bot's name.`,
    };
  return undefined;
}

export const notInChannel = (named: string): Both => ({
  vi: `Bot không có trong kênh (${named}): vào kênh đó và gõ /invite kèm tên bot.`,
  en: `The bot is not in the channel (${named}): go there and type /invite with the bot's name.`,
});

/** Which permissions the token lacks. */
export const missingScopes = (scopes: readonly string[]): Both => ({
  vi: `Bot thiếu quyền ${scopes.join(", ")}: mở ${APPS}, chọn ứng dụng, OAuth & Permissions, thêm vào Bot Token Scopes rồi bấm Reinstall.`,
  en: `The bot lacks the scope ${scopes.join(", ")}: open ${APPS}, your app, OAuth & Permissions, add it under Bot Token Scopes and press Reinstall.`,
});

/** Of the scopes that Slack says the token has, those that are missing; none where it does not say. */
export const lackingScopes = (granted: readonly string[] | undefined): readonly string[] =>
  granted === undefined || granted.length === 0 ? [] : Object.keys(SCOPES).filter((scope) => !granted.includes(scope));

/** What is wrong with Socket Mode. */
export function socketTrouble(error: unknown): Both | undefined {
  const named = slackError(error);
  if (named === undefined) return undefined;
  if (named === "missing_scope" || named === "not_allowed_token_type")
    return {
      vi: `SLACK_APP_TOKEN không có quyền connections:write (${named}): mở ${APPS}, chọn ứng dụng, Basic Information, App-Level Tokens, tạo mã mới với connections:write.`,
      en: `SLACK_APP_TOKEN lacks connections:write (${named}): open ${APPS}, your app, Basic Information, App-Level Tokens, and generate one with connections:write.`,
    };
  if (NOT_A_TOKEN.has(named))
    return {
      vi: `Slack không nhận SLACK_APP_TOKEN (${named}): mở ${APPS}, chọn ứng dụng, Basic Information, App-Level Tokens, tạo mã xapp- với connections:write.`,
      en: `Slack does not accept SLACK_APP_TOKEN (${named}): open ${APPS}, your app, Basic Information, App-Level Tokens, and generate an xapp- token with connections:write.`,
    };
  return SOCKET_MODE_OFF.has(named) ? socketModeOff(named) : undefined;
}

const SOCKET_MODE_OFF: ReadonlySet<string> = new Set([
  "link_disabled",
  "socket_mode_disabled",
  "socket_mode_not_enabled",
  "forbidden_team",
  "access_denied",
  "no_permission",
]);

export const socketModeOff = (named: string): Both => ({
  vi: `Socket Mode đang tắt (${named}): mở ${APPS}, chọn ứng dụng, Socket Mode, bật Enable Socket Mode.`,
  en: `Socket Mode is off (${named}): open ${APPS}, your app, Socket Mode, and switch on Enable Socket Mode.`,
});

export const unreachable = (url: string, why: string): Both => ({
  vi: `Không nối được tới Slack ở ${url} (${why}): kiểm tra mạng, proxy và SLACK_API_URL.`,
  en: `Slack can't be reached at ${url} (${why}): check the network, the proxy and SLACK_API_URL.`,
});

export const inBoth = ({ vi, en }: Both): string => `${vi} · ${en}`;

/** Tokens never reach a log. */
export const redacted = (text: string): string => text.replace(/\b(xox[a-z]|xapp)-[\w-]+/g, "$1-…");

function neededOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("data" in error)) return undefined;
  const { data } = error;
  return typeof data === "object" && data !== null && "needed" in data ? String(data.needed) : undefined;
}
