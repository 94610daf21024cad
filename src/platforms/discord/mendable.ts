import { RESTJSONErrorCodes as Code, DiscordAPIError } from "discord.js";
import type { Both } from "../../core/language.ts";
import { REFUSED_TOKEN } from "./trouble.ts";

const NO_TEXT = (channel: string): Both => ({
  vi: `Kênh ${channel} không nhận tin nhắn. Hãy chọn một kênh chữ làm nơi nhận thông báo.`,
  en: `Channel ${channel} takes no messages. Choose a text channel as the destination.`,
});

const CLOSED = (channel: string): Both => ({
  vi: `Chủ đề ${channel} đã đóng. Hãy mở lại chủ đề, hoặc chọn một kênh làm nơi nhận thông báo.`,
  en: `Thread ${channel} is closed. Open it again, or choose a channel as the destination.`,
});

const NO_EVENTS = (channel: string): Both => ({
  vi: `Bot không được tạo sự kiện ở máy chủ của kênh ${channel}. Hãy cho vai trò của bot quyền Create Events (tạo sự kiện) trong Cài đặt máy chủ → Vai trò.`,
  en: `The bot may not create events in the server of channel ${channel}. Give its role Create Events in Server Settings → Roles.`,
});

/** What Discord refuses until a person mends it, by its code: what is wrong and what to do. */
const SENTENCES: Readonly<Record<number, (channel: string) => Both>> = {
  [Code.UnknownChannel]: (channel) => ({
    vi: `Discord không có kênh ${channel}: kênh đã bị xóa, hoặc ID bị chép sai. Hãy bỏ kênh này khỏi nơi nhận thông báo, hoặc sửa ID.`,
    en: `Discord has no channel ${channel}: it was deleted, or the ID was copied wrongly. Take it out of the destinations, or correct the ID.`,
  }),
  [Code.UnknownGuild]: (channel) => ({
    vi: `Bot không còn ở máy chủ của kênh ${channel}. Hãy mời bot lại bằng đường dẫn mà npm run publish -- discord in ra.`,
    en: `The bot is no longer in the server of channel ${channel}. Invite it again with the link that npm run publish -- discord prints.`,
  }),
  [Code.MissingAccess]: (channel) => ({
    vi: `Bot không thấy kênh ${channel}. Hãy mời bot vào máy chủ của kênh, và cho bot quyền View Channel (xem kênh) trong phần quyền của kênh.`,
    en: `The bot can't see channel ${channel}. Invite it to the server of that channel, and give it View Channel in the channel's permissions.`,
  }),
  [Code.MissingPermissions]: (channel) => ({
    vi: `Bot không đủ quyền ở kênh ${channel}. Hãy cho bot View Channel, Send Messages (ở chủ đề: Send Messages in Threads) và Read Message History trong phần quyền của kênh.`,
    en: `The bot lacks permissions in channel ${channel}. Give it View Channel, Send Messages (in a thread: Send Messages in Threads) and Read Message History in the channel's permissions.`,
  }),
  [Code.CannotSendMessagesToThisUser]: (channel) => ({
    vi: `Người nhận ở kênh ${channel} không nhận tin nhắn riêng của bot. Hãy chọn một kênh trong máy chủ làm nơi nhận thông báo.`,
    en: `The person of channel ${channel} takes no direct messages from the bot. Choose a channel of a server as the destination.`,
  }),
  [Code.CannotSendMessagesInNonTextChannel]: NO_TEXT,
  [Code.CannotSendAMessageInAForumChannel]: NO_TEXT,
  [Code.ThreadLocked]: CLOSED,
  [Code.InvalidActionOnArchivedThread]: CLOSED,
  [Code.UnknownMessage]: (channel) => ({
    vi: `Tin đã đăng trong kênh ${channel} không còn: có người đã xóa. Nếu vẫn cần, hãy cho đăng lại sau mười phút.`,
    en: `The message that was posted in channel ${channel} is gone: somebody deleted it. If it is still needed, have it posted again in ten minutes.`,
  }),
  [Code.CannotEditMessageAuthoredByAnotherUser]: (channel) => ({
    vi: `Tin cần sửa trong kênh ${channel} do một bot khác đăng, nên bot này không sửa được.`,
    en: `The message to change in channel ${channel} was posted by another bot, so this one can't change it.`,
  }),
  [Code.MaximumNumberOfUncompletedGuildScheduledEventsReached]: (channel) => ({
    vi: `Máy chủ của kênh ${channel} đã có 100 sự kiện sắp tới, Discord không nhận thêm. Hãy xóa bớt sự kiện.`,
    en: `The server of channel ${channel} has 100 scheduled events, and Discord takes no more. Delete some of them.`,
  }),
};

/** What a person can do about an error; undefined where another try may help. */
export function mendable(error: unknown, channel: string): Both | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  if (error.status === 401) return REFUSED_TOKEN;
  const isAccess = error.code === Code.MissingAccess || error.code === Code.MissingPermissions;
  if (isAccess && error.url.includes("/scheduled-events")) return NO_EVENTS(channel);
  return SENTENCES[Number(error.code)]?.(channel);
}
