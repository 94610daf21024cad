import type { webApi } from "@slack/bolt";
import type { Both } from "../../core/language.ts";
import { slackError } from "./send.ts";
import { botTrouble, missingScopes, notInChannel } from "./trouble.ts";

/** What a person must mend before the bot can post, read or edit in a channel; undefined where another try may help. */
export function channelTrouble(error: unknown): Both | undefined {
  const named = slackError(error);
  return botTrouble(error) ?? (named === undefined ? undefined : HOPELESS[named]?.(named));
}

type Tell = (named: string) => Both;

const archived: Tell = (named) => ({
  vi: `Kênh đã được lưu trữ (${named}): mở lại kênh, hoặc chọn kênh khác để đăng thông báo.`,
  en: `The channel is archived (${named}): unarchive it, or announce in another channel.`,
});

const restricted: Tell = (named) => ({
  vi: `Slack không cho bot đăng trong kênh này (${named}): nhờ quản trị Slack cho phép ứng dụng đăng ở đây, hoặc chọn kênh khác.`,
  en: `Slack does not let the bot post in this channel (${named}): ask an admin of the workspace to allow it, or announce in another channel.`,
});

const barred: Tell = (named) => ({
  vi: `Slack không cho ứng dụng làm việc này (${named}): nhờ quản trị Slack xem lại quyền và giới hạn của ứng dụng.`,
  en: `Slack does not let the app do this (${named}): ask an admin of the workspace to look at the app's permissions and limits.`,
});

const gone: Tell = (named) => ({
  vi: `Tin đã đăng không còn (${named}), có thể ai đó đã xóa: không sửa được nữa.`,
  en: `The message is gone (${named}), perhaps deleted by somebody: it can't be changed any more.`,
});

const fixed: Tell = (named) => ({
  vi: `Slack không cho sửa tin đã đăng (${named}): nhờ quản trị Slack xem thiết lập sửa tin nhắn, hoặc báo thay đổi bằng tin mới.`,
  en: `Slack does not let the message be changed (${named}): ask an admin of the workspace about the setting for editing messages, or tell the change in a new message.`,
});

const HOPELESS: Readonly<Record<string, Tell>> = {
  is_archived: archived,
  is_inactive: archived,
  restricted_action: restricted,
  restricted_action_read_only_channel: restricted,
  restricted_action_thread_only_channel: restricted,
  restricted_action_non_threadable_channel: restricted,
  messages_tab_disabled: restricted,
  channel_is_limited_access: restricted,
  ekm_access_denied: barred,
  access_denied: barred,
  accesslimited: barred,
  app_access_restricted: barred,
  no_permission: barred,
  org_login_required: barred,
  two_factor_setup_required: barred,
  metadata_must_be_sent_from_app: barred,
  message_not_found: gone,
  cant_update_message: fixed,
  edit_window_closed: fixed,
};

/** What the channel is called, or what keeps the bot from posting or from reading its own posts there. */
export function judgeChannel(channel: string, info: webApi.ConversationsInfoResponse) {
  const { name, is_archived, is_member, is_private, is_im } = info.channel ?? {};
  if (is_archived === true) return { trouble: archived("is_archived") };
  if (is_im !== true && is_member !== true) return { trouble: notInChannel("not_in_channel") };
  const reading = is_im === true ? "im:history" : is_private === true ? "groups:history" : "channels:history";
  const granted = info.response_metadata?.scopes ?? [];
  const lacking = granted.length === 0 ? [] : ["chat:write", reading].filter((scope) => !granted.includes(scope));
  return lacking.length > 0 ? { trouble: missingScopes(lacking) } : { name: name ?? channel };
}

/** Where Slack did not answer. */
export const notNow: Tell = (why) => ({
  vi: `Lúc này chưa hỏi được Slack về kênh (${why}): hãy thử lại sau.`,
  en: `Slack could not be asked about the channel just now (${why}): please try again later.`,
});
