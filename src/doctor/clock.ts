import { type Check, ok, type Patient, warning } from "./check.ts";

/** Announcements are for a minute, and Slack refuses what is five minutes old. */
const MOST_MS = 30_000;

/** Whether this machine's clock agrees with those of the chats. */
export const clock: Check = {
  name: "clock",
  async run(patient) {
    const off = await offset(patient);
    if (off === undefined) return [];
    const seconds = Math.round(Math.abs(off) / 1000);
    if (Math.abs(off) < MOST_MS) return [ok("Đồng hồ đúng giờ", "The clock is right")];
    return [
      warning(
        {
          vi: `Đồng hồ máy ${off > 0 ? "nhanh" : "chậm"} ${seconds} giây`,
          en: `This machine's clock is ${seconds} seconds ${off > 0 ? "fast" : "slow"}`,
        },
        { vi: "Bật đồng bộ giờ: timedatectl set-ntp true.", en: "Let it be set: timedatectl set-ntp true." },
      ),
    ];
  },
};

/** Milliseconds by which we are ahead; undefined where nobody tells the time. */
async function offset({ slack, discord }: Patient): Promise<number | undefined> {
  for (const ask of [slack, discord]) {
    const found = await ask().catch(() => undefined);
    if (found?.status === undefined) continue;
    // HTTP tells whole seconds.
    const off = found.at - (Date.parse(found.headers.get("date") ?? "") + 500);
    if (!Number.isNaN(off)) return off;
  }
  return undefined;
}
