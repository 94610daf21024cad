import { stat } from "node:fs/promises";
import { readAdmins, readDiscord, readLogLevel, readServer, readSlack, readTimeZone } from "../config.ts";
import { type Check, type Finding, ok, warning, wrongBy } from "./check.ts";

/** Whether the settings can be read, and what they leave out that somebody may miss. */
export const settings: Check = {
  name: "settings",
  async run() {
    const parts = [platforms, zone, admins, server, level].map((part) => {
      try {
        return part();
      } catch (error) {
        return [wrongBy(error, "settings")];
      }
    });
    return [...parts.flat(), ...(await secrecy())];
  },
};

function platforms(): Finding[] {
  // Each is read although the other is wrong.
  const set = [readSlack, readDiscord].map((read) => {
    try {
      return read() !== undefined;
    } catch {
      return true;
    }
  });
  if (set.some(Boolean)) return [];
  return [
    warning(
      { vi: "Chưa thiết lập Slack hay Discord", en: "Neither Slack nor Discord is set up" },
      {
        vi: "Xem “Connect Slack” và “Connect Discord” trong README.md; không có thì chỉ trò chuyện được ở cửa sổ dòng lệnh.",
        en: "See “Connect Slack” and “Connect Discord” in README.md; without them the bot only chats in a terminal.",
      },
    ),
  ];
}

function zone(): Finding[] {
  const timeZone = readTimeZone();
  const now = new Intl.DateTimeFormat("vi-VN", { timeZone, dateStyle: "short", timeStyle: "short" }).format(new Date());
  return [ok(`Múi giờ ${timeZone}, bây giờ là ${now}`, `Time zone ${timeZone}, where it is ${now} now`)];
}

function admins(): Finding[] {
  const { admins: people, channels } = readAdmins();
  return [
    people.length > 0
      ? ok(`${people.length} người hoặc vai trò quản trị (ADMINS)`, `${people.length} admins or roles (ADMINS)`)
      : warning(
          { vi: "Chưa đặt ADMINS", en: "ADMINS is not set" },
          {
            vi: "Ghi ai được quản trị bot, ví dụ ADMINS=slack:U0123ABCDEF; không có thì chỉ người quản trị workspace hoặc máy chủ đổi được kênh đăng ký.",
            en: "Write who looks after the bot, such as ADMINS=slack:U0123ABCDEF; without it only those who manage the workspace or server can subscribe channels.",
          },
        ),
    channels.length > 0
      ? ok(
          `${channels.length} kênh báo cho quản trị (ADMIN_CHANNEL)`,
          `${channels.length} channels for admins (ADMIN_CHANNEL)`,
        )
      : warning(
          { vi: "Chưa đặt ADMIN_CHANNEL", en: "ADMIN_CHANNEL is not set" },
          {
            vi: "Ghi kênh để báo kỳ quá hạn và thông báo không đăng được, ví dụ ADMIN_CHANNEL=slack:C0123ABCDEF.",
            en: "Write where overdue reviews and failed announcements are told, such as ADMIN_CHANNEL=slack:C0123ABCDEF.",
          },
        ),
  ];
}

function server(): Finding[] {
  const { publicUrl, pageToken } = readServer();
  if (publicUrl === undefined || pageToken !== undefined) return [];
  return [
    warning(
      { vi: "Có PUBLIC_URL nhưng chưa có PAGE_TOKEN", en: "PUBLIC_URL is set but PAGE_TOKEN is not" },
      {
        vi: "Tạo khóa bằng openssl rand -hex 24: thiếu nó không ai ở ngoài mở được lịch họp.",
        en: "Make one with openssl rand -hex 24: without it nobody outside can open the calendar feed.",
      },
    ),
  ];
}

function level(): Finding[] {
  readLogLevel();
  return [];
}

/** Others on the machine need not read the tokens. */
async function secrecy(): Promise<Finding[]> {
  const found = await stat(".env").catch(() => undefined);
  if (found === undefined || process.platform === "win32" || (found.mode & 0o044) === 0) return [];
  return [
    warning(
      { vi: "Người dùng khác trên máy đọc được .env", en: "Other users of this machine can read .env" },
      { vi: "Chạy chmod 600 .env.", en: "Run chmod 600 .env." },
    ),
  ];
}
