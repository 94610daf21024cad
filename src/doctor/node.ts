import { arch, platform } from "node:os";
import { type Check, ok, wrong } from "./check.ts";

const NEEDED = 24;

/** Whether this Node runs the bot. */
export const node: Check = {
  name: "node",
  async run() {
    const { node: version } = process.versions;
    const said = `Node ${version} (${platform()} ${arch()})`;
    if (Number.parseInt(version, 10) >= NEEDED) return [ok(said, said)];
    return [
      wrong(
        { vi: `${said}: bot cần Node ${NEEDED} trở lên`, en: `${said}: the bot needs Node ${NEEDED} or later` },
        { vi: "Chạy npm ci rồi dùng các lệnh npm.", en: "Run npm ci, then use the npm commands." },
      ),
    ];
  },
};
