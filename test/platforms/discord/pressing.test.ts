import { afterAll, beforeAll, expect, test } from "vitest";
import type { Exchange } from "./fake/interactions.ts";
import type { Made } from "./fake/messages.ts";
import { DIRECT, LAN, MINH } from "./fake/people.ts";
import { openReal } from "./fake/real.ts";
import { behind, seen } from "./fake/seen.ts";

let discord: Awaited<ReturnType<typeof openReal>>;
beforeAll(async () => {
  discord = await openReal();
});
afterAll(() => discord.stop());

async function shown(exchange: Exchange): Promise<Made> {
  const { original } = await discord.fake.interactions.until(exchange);
  if (original === undefined) throw new Error("No message came of it.");
  return original;
}

const press = (message: Made, label: string): Exchange =>
  discord.fake.interactions.press(message, behind(message, label).id);

const places = (): Promise<Made> => shown(discord.fake.interactions.slash("places", {}));

const ready = (made: Made | undefined): Made => {
  if (made === undefined) throw new Error("No message.");
  return made;
};

test("A person who shares an answer sees that it is shared, and everybody reads who did", async () => {
  const { interactions } = discord.fake;
  const exchange = await interactions.until(press(await places(), "Chia sẻ vào kênh"), ({ edits }) => edits > 0);
  const [posted] = exchange.followUps;
  expect(seen(ready(posted))).toMatchObject({ private: false, pings: [], formatted: [] });
  expect(seen(ready(posted)).text).toContain("Lan *Anh* chia sẻ câu trả lời này");
  expect(seen(ready(posted)).buttons).not.toContain("Chia sẻ vào kênh");
  expect(seen(ready(exchange.original)).buttons).toContain("Đã chia sẻ");
});

test("A person who turns the page of a shared answer gets a page of their own, and the others' stays", async () => {
  const { interactions } = discord.fake;
  const { followUps } = await interactions.until(press(await places(), "Chia sẻ vào kênh"), ({ edits }) => edits > 0);
  const page = await interactions.until(press(ready(followUps[0]), "Trang sau ›"));
  expect([page.kind, seen(ready(page.original)).private]).toEqual([4, true]);
  expect(seen(ready(page.original)).text).toContain("Trang 2/");
});

test("A person who presses share twice shares once", async () => {
  const message = await places();
  const first = press(message, "Chia sẻ vào kênh");
  const second = press(message, "Chia sẻ vào kênh");
  await discord.fake.interactions.until(first, ({ edits }) => edits > 0);
  await discord.fake.interactions.until(second);
  expect([first.followUps.length, second.followUps.length]).toEqual([1, 0]);
});

test("A person who is the only one to see an answer turns its pages in place", async () => {
  const page = await discord.fake.interactions.until(press(await places(), "Trang sau ›"));
  expect(page.kind).toBe(7);
  expect(seen(ready(page.original)).buttons).toContain("‹ Trang trước");
});

test("Buttons work after the bot was started anew", async () => {
  const message = await places();
  await discord.restart();
  expect(seen(await shown(press(message, "Trang sau ›"))).text).toContain("Trang 2/");
});

test("A person who presses a button after the knowledge has changed is told so", async () => {
  const message = await places();
  const { id } = behind(message, "Trang sau ›");
  const old = id.replace(/\|[^|]+\|/, "|0000|");
  expect(seen(await shown(discord.fake.interactions.press(message, old))).text).toContain("đã thay đổi");
});

test("A person who presses a button whose answer is gone is told to ask again", async () => {
  const message = await places();
  const gone = await shown(discord.fake.interactions.press(message, "c:vi1||memorandum|~1234567"));
  expect(seen(gone)).toMatchObject({ private: true });
  expect(seen(gone).text).toContain("Hãy hỏi lại");
});

test("A person picks one of many readings from a menu", async () => {
  const { interactions } = discord.fake;
  const many = Array.from({ length: 8 }, (_, i) => ({
    question: `Cách hiểu thứ ${i + 1}?`,
    invocation: { command: "memoranda", values: { places: i === 7 ? "hai-phong" : `x${i}` }, language: "vi" as const },
  }));
  const { render } = await import("../../../src/platforms/discord/render.ts");
  const shownWith = { knowledge: discord.knowledge, commands: discord.bot.commands };
  const asked = discord.bot.answer({ command: "help", input: "", now: 0 });
  const { components } = render({ ...asked, status: "ambiguous", choices: many }, shownWith, { share: true });
  const message = {
    id: "1300000000000000009",
    channel_id: "1",
    body: { components: components.map((part) => part.toJSON()), flags: 32_768 | 64 },
  };
  const { id, value = "" } = behind(message, "Cách hiểu thứ 8?");
  expect(seen(await shown(interactions.pick(message, id, value))).text).toContain("2 biên bản ghi nhớ của Hải Phòng");
});

test("A person who finds an answer right is thanked, and it is kept; the log tells nothing of it", async () => {
  const before = discord.lines.length;
  const message = await shown(press(await places(), "Đúng"));
  expect(seen(message).buttons).toContain("Cảm ơn bạn đã góp ý");
  expect(discord.ratings.at(-1)).toEqual({
    useful: true,
    invocation: { command: "places", values: {}, language: "vi" },
    digest: expect.stringMatching(/^\w{4}$/),
    reason: undefined,
    platform: "discord",
    who: LAN.id,
  });
  expect(discord.lines).toHaveLength(before);
});

test("A person who finds an answer wrong may say why", async () => {
  const { interactions } = discord.fake;
  const message = await places();
  const form = await interactions.until(press(message, "Chưa đúng"));
  expect(form.kind).toBe(9);
  const thanks = interactions.submit(String(form.data?.custom_id), "reason", "Thiếu\nHuế", message);
  expect(seen(await shown(thanks)).buttons).toContain("Cảm ơn bạn đã góp ý");
  const [bare, reasoned] = discord.ratings.slice(-2);
  expect(bare).toMatchObject({ useful: false, reason: undefined, who: LAN.id });
  expect(reasoned).toEqual({ ...bare, reason: "Thiếu\nHuế" });
});

test("A person who judges what stands in a channel is thanked in private", async () => {
  const { interactions } = discord.fake;
  const { followUps } = await interactions.until(press(await places(), "Chia sẻ vào kênh"), ({ edits }) => edits > 0);
  const posted = ready(followUps[0]);
  const thanks = await shown(interactions.press(posted, behind(posted, "Đúng").id, { by: MINH }));
  expect(seen(thanks)).toMatchObject({ private: true });
});

test("In a direct message there is nobody to share with", async () => {
  const message = await shown(discord.fake.interactions.slash("places", {}, { channel: DIRECT }));
  expect(seen(message).buttons).not.toContain("Chia sẻ vào kênh");
});

test("A person whose answer cannot be shared is told in private", async () => {
  discord.fake.failNext(/\/webhooks\/\d+\/\w+$/, { status: 403, body: { code: 40094, message: "Max follow-ups" } });
  const exchange = press(await places(), "Chia sẻ vào kênh");
  await discord.fake.interactions.until(exchange, ({ edits }) => edits > 0);
  expect(seen(ready(exchange.original)).text).toContain("Chưa chia sẻ được");
});

test("A person shares even an answer to a question that is too long for a button, as it stands", async () => {
  const { interactions } = discord.fake;
  const question = `Ở Đà Nẵng ${"dân số, ".repeat(20)} bao nhiêu?`;
  const message = await shown(interactions.slash("ask", { question }));
  const exchange = press(message, "Chia sẻ vào kênh");
  await interactions.until(exchange, ({ followUps }) => followUps.length > 0);
  const posted = seen(ready(exchange.followUps[0]));
  expect(posted).toMatchObject({ private: false, pings: [], buttons: [] });
  expect(posted.text).toContain("Lan *Anh* chia sẻ câu trả lời này");
  expect(posted.text).toContain("Kho tri thức không có");
});
