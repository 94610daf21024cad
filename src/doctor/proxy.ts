import { readServer } from "../config.ts";
import { type Check, ok, warning, wrong } from "./check.ts";
import { reach } from "./reach.ts";

/** Whether the proxy at PUBLIC_URL tells the bot that its guests come from elsewhere. */
export const proxy: Check = {
  name: "proxy",
  async run() {
    const { publicUrl } = readServer();
    if (publicUrl === undefined) return [];
    const { status } = await reach(`${publicUrl}/metrics`);
    if (status === 200)
      return [
        wrong(
          { vi: `Ai cũng mở được ${publicUrl}/metrics`, en: `Anybody can open ${publicUrl}/metrics` },
          {
            vi: "Cho proxy gửi kèm X-Forwarded-For: nếu không, bot tưởng mọi người đều ở trên máy này.",
            en: "Let the proxy send X-Forwarded-For: without it the bot takes everybody for a program on this machine.",
          },
        ),
      ];
    if (status === 401)
      return [
        ok(
          `${publicUrl} tới được bot và chỉ mở cho người có khóa`,
          `${publicUrl} leads to the bot, and is closed to strangers`,
        ),
      ];
    return [
      warning(
        { vi: `${publicUrl} chưa dẫn tới bot`, en: `${publicUrl} does not lead to the bot` },
        {
          vi: "Bình thường nếu bot chưa chạy; nếu đang chạy, xem lại proxy và tên miền.",
          en: "That is as it should be while the bot is not running; else look at the proxy and the name.",
        },
      ),
    ];
  },
};
