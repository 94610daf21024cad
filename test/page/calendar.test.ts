import { expect, test } from "vitest";
import { foresee, NOTHING_REMEMBERED } from "../../src/announce/foresee.ts";
import { UserError } from "../../src/core/errors.ts";
import { NOW } from "../bots.ts";
import { openDesk } from "./desk.ts";
import { ask, openApp } from "./open.ts";
import { partOf, textOf } from "./reading.ts";

const { desk } = await openDesk("test/knowledge");
const { bot, knowledge } = desk.living.current();
const group = (html: string, name: string): string => textOf(partOf(html, `<section aria-labelledby="${name}"`));
const page = async (path: string, changed: Partial<typeof desk> = {}): Promise<string> =>
  (await ask(openApp({ ...desk, ...changed }), path)).text();

/** A moment at which one of the meetings is still to come. */
const BEFORE = Date.UTC(2025, 2, 1);

test("An admin sees the meetings by what is known of them; what is only expected is said to be so", async () => {
  const html = await page("/calendar");
  const states = Map.groupBy(
    [...knowledge.reviews.values()].flatMap((review) => bot.calendar.occurrences(review, NOW)),
    ({ state }) => state,
  );
  for (const state of ["overdue", "expected", "held", "cancelled"] as const) {
    const count = states.get(state)?.length ?? 0;
    expect(count).toBeGreaterThan(0);
    expect(partOf(html, `<section aria-labelledby="${state}"`).match(/<li>/g)).toHaveLength(count);
  }
  expect(group(html, "expected")).toContain("chưa được xác nhận");
  expect(group(html, "overdue")).toContain("chưa ghi cuộc họp nào là đã họp");
  expect(group(html, "held")).toContain("Địa điểm: Cung Hội nghị Ariyana, Đà Nẵng");
  expect(group(html, "held")).toMatch(/test\/knowledge\/reviews\/so-ket\.yaml:\d+/);
});

test("An admin sees what is coming up, with how long it is until then", async () => {
  const html = await page("/calendar?lang=en", { now: () => BEFORE });
  expect(group(html, "upcoming")).toContain("14:00, 12 March 2025 11 days from now");
});

test("An admin downloads the calendar, and reads where calendars can subscribe without any secret", async () => {
  const app = openApp({ ...desk, token: "page-token-0123456789" });
  const html = await (await ask(app, "/calendar")).text();
  expect(html).not.toContain("page-token-0123456789");
  const feed = await ask(app, "/lien-thanh.ics");
  expect(feed.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR/);
  expect(html).toContain('href="/lien-thanh.ics"');
});

test("An admin sees the next announcements: when, where, and how they read there", async () => {
  const subscriptions = [
    { chat: "slack", id: "C0123ABCDEF", language: "vi", since: 0 },
    { chat: "discord", id: "1100000000000000003", language: "en", since: 0 },
  ] as const;
  const options = { admins: [], now: NOW, aheadMs: 200 * 86_400_000 };
  const all = foresee({ knowledge, calendar: bot.calendar }, { ...NOTHING_REMEMBERED, subscriptions }, options);
  const html = await page("/calendar", { coming: async () => all });
  const shown = group(html, "announcements");
  expect(all.length).toBeGreaterThan(2);
  expect(shown).toContain("Slack C0123ABCDEF");
  expect(shown).toContain("Discord 1100000000000000003");
  expect(shown).toContain("Dự kiến, chưa xác nhận");
  expect(html).toContain('<figure class="preview slack">');
  expect(html).toContain('<p class="s-header">');
  expect(html).toContain('<figure class="preview discord">');
  expect(group(await page("/calendar", { coming: async () => [] }), "announcements")).toContain(
    "Không có thông báo nào",
  );
});

test("While the state is away an admin still sees the calendar, and why there are no announcements", async () => {
  const coming = () => Promise.reject(new UserError("Kho trạng thái chưa sẵn sàng. · The state is not ready."));
  const html = await page("/calendar?lang=en", { coming });
  expect(group(html, "announcements")).toContain("The state is not ready.");
  expect(group(html, "announcements")).not.toContain("Kho trạng thái");
  expect(group(html, "held")).toContain("Ariyana");
});
