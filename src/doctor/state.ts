import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { readState } from "../config.ts";
import { type Check, type Finding, ok, warning, wrong } from "./check.ts";

/** Whether what must not be forgotten can be read, and what waits in it. */
export const state: Check = {
  name: "state",
  async run({ state: look }) {
    const { where, held, isOlder } = await look();
    if (isOlder)
      return [
        ok(
          `Trạng thái ở ${where}: của phiên bản cũ hơn, sẽ được nâng cấp khi bot chạy`,
          `State at ${where}: from an older version, brought up to date when the bot starts`,
        ),
      ];
    if (held === undefined) return [await toBeMade(where)];
    const { bytes, rows, subscriptions } = held;
    const size = `${Math.max(1, Math.round(bytes / 1024))} kB`;
    const findings: Finding[] = [
      ok(
        `Trạng thái ở ${where}: ${size}, ${rows.posted ?? 0} thông báo đã đăng, ${subscriptions.length} kênh đăng ký`,
        `State at ${where}: ${size}, ${rows.posted ?? 0} announcements posted, ${subscriptions.length} channels subscribed`,
      ),
    ];
    const waiting = (rows.uncertain ?? 0) + (rows.failed ?? 0);
    if (waiting > 0)
      findings.push(
        warning(
          {
            vi: `${waiting} thông báo không rõ đã đăng chưa, hoặc không đăng được`,
            en: `${waiting} announcements may not have been posted`,
          },
          { vi: "Xem bằng npm run announce -- history.", en: "See npm run announce -- history." },
        ),
      );
    return findings;
  },
};

/** Nothing was kept so far: the first start makes it, if it may. */
async function toBeMade(where: string): Promise<Finding> {
  const { url } = readState();
  const made = ok(
    `Trạng thái ở ${where}: sẽ được tạo khi bot chạy lần đầu`,
    `State at ${where}: made when the bot starts first`,
  );
  if (url !== undefined) return made;
  const folder = await nearest(dirname(where));
  const may = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (may && (await stat(folder)).isDirectory()) return made;
  return wrong(
    { vi: `Không ghi được vào ${folder}`, en: `${folder} can't be written to` },
    {
      vi: "Đặt STATE_DIR là thư mục mà bot được ghi, hoặc đổi quyền thư mục.",
      en: "Set STATE_DIR to a folder that the bot may write to, or change the folder's permissions.",
    },
  );
}

async function nearest(folder: string): Promise<string> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : nearest(dirname(folder));
}
