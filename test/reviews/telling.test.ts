import { expect, test } from "vitest";
import { reviews } from "../../commands/reviews.ts";
import { subscriptions } from "../../commands/subscriptions.ts";
import type { Acts, Asker, Subscription } from "../../src/core/acting.ts";
import type { Acting, Context } from "../../src/core/command.ts";
import type { Destination } from "../../src/core/destination.ts";
import type { Language } from "../../src/core/language.ts";
import { plain } from "../../src/core/text.ts";
import { ANNOUNCEMENTS } from "../../src/reviews/announcements/index.ts";
import { meeting, reviewed } from "./knowledge.ts";

const held = (...meetings: readonly string[]): string => `everyMonths: 12\nmeetings:\n${meetings.join("")}`;

/** What staff read who ask for the next review on the first of October 2024, with what lies below it. */
async function next(lines: string, language: Language, now = "2024-10-01T00:00Z"): Promise<string> {
  const { knowledge, calendar } = await reviewed(lines);
  const context = { knowledge, language, now: Date.parse(now), ports: { calendar } } as unknown as Context;
  const { headline, body } = reviews.run({ aspect: "next", period: [] } as never, context);
  return plain([...headline, ...(body ?? [])]);
}

const VENUE = 'time: "14:00", venue: {vi: Hội trường lớn, en: Great Hall}, link: https://example.org/hop';

test("Staff read where the next review is once, and its link below", async () => {
  expect(await next(held(meeting("hop", "confirmed", "2024-10-18", VENUE)), "en")).toBe(
    [
      "Review of the memorandum: the next is at 14:00, 18 October 2024 (GMT+7), at Great Hall (confirmed, 17 days from now).",
      "• Link: https://example.org/hop",
    ].join("\n"),
  );
});

test("Staff who ask for the next review hear that the one before it was called off, and why", async () => {
  const lines = held(meeting("hop", "cancelled", "2024-10-18", "reason: {vi: Bão, en: A storm}"));
  expect(await next(lines, "vi")).toBe(
    "Sơ kết biên bản: chưa có lịch xác nhận. Theo định kỳ tính từ ngày ký, kỳ tới dự kiến khoảng 18/10/2025 (chưa xác nhận, còn 382 ngày). Đã hủy: kỳ 18/10/2024 (Bão).",
  );
  expect(await next(lines, "en", "2025-12-01T00:00Z")).toContain("18 October 2026");
  const again = held(meeting("hop", "cancelled", "2024-10-18"), meeting("hop-2", "confirmed", "2024-11-20"));
  expect(await next(again, "vi")).toBe(
    "Sơ kết biên bản: kỳ tới ngày 20/11/2024 (đã xác nhận, còn 50 ngày). Đã hủy: kỳ 18/10/2024.",
  );
  const since = held(meeting("hop", "cancelled", "2024-10-18"), meeting("hop-2", "held", "2024-11-20"));
  expect(await next(since, "vi", "2024-12-01T00:00Z")).not.toContain("Đã hủy");
});

test("A moved meeting's old time stands once, also where the file tells it", async () => {
  const { knowledge, calendar } = await reviewed(
    held(meeting("hop", "confirmed", "2024-10-25", 'time: "09:00", movedFrom: {date: 2024-10-18, time: "14:00"}')),
  );
  const now = Date.parse("2024-10-01T00:00Z");
  const from = { date: "2024-10-18", time: "14:00" };
  const card = ANNOUNCEMENTS.find(({ kind }) => kind === "moved")?.compose(
    { kind: "moved", review: "so-ket", occurrence: "hop", from },
    { knowledge, calendar, language: "vi", dueAt: now, now },
  );
  expect(plain([...(card?.headline ?? []), ...(card?.body ?? [])])).toBe(
    "Dời lịch họp: Sơ kết biên bản\nChuyển từ 14:00 ngày 18/10/2024 sang 09:00 ngày 25/10/2024 (GMT+7).",
  );
});

/** What becomes of a channel that is subscribed so, when an admin says more. */
async function subscribed(
  before: Partial<Subscription>,
  said: Record<string, string>,
): Promise<Destination | undefined> {
  const { knowledge, calendar } = await reviewed("everyMonths: 12");
  const channel = { chat: before.chat ?? "discord", id: "1100000000000000003" } as const;
  let put: Destination | undefined;
  const acting = {
    ...{ knowledge, language: "vi", now: 0, ports: { calendar } },
    asker: { chat: channel.chat, channel: channel.id } as Asker,
    acts: {
      mayManage: () => true,
      subscriptions: {
        list: async () => [{ ...channel, language: "en", since: 0, ...before }],
        inspect: async () => ({ name: "#staff" }),
        put: async (destination: Destination) => {
          put = destination;
        },
      },
    } as unknown as Acts,
  } as unknown as Acting;
  await subscriptions.act?.({ action: "add", ...said }, acting);
  return put;
}

test("Whoever changes one thing of a subscription keeps the others", async () => {
  const before = { language: "en", leads: [14, 2], event: true } as const;
  expect(await subscribed(before, { language: "vi" })).toMatchObject({ ...before, language: "vi" });
  expect(await subscribed(before, { leads: "5" })).toMatchObject({ ...before, leads: [5] });
  expect(await subscribed(before, { event: "no" })).toMatchObject({ language: "en", leads: [14, 2], event: undefined });
});

test("Whoever wants a scheduled event in Slack is told that there are none", async () => {
  await expect(subscribed({ chat: "slack" }, { event: "yes" })).rejects.toThrow(/Chỉ Discord/);
});
