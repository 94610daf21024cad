import { afterAll, beforeAll, expect, test } from "vitest";
import { plain } from "../../../src/core/text.ts";
import type { Exchange } from "./fake/interactions.ts";
import type { Made } from "./fake/messages.ts";
import { BOT, CHANNEL, DIRECT, MINH, THREAD } from "./fake/people.ts";
import { openReal } from "./fake/real.ts";
import { behind, seen } from "./fake/seen.ts";

let discord: Awaited<ReturnType<typeof openReal>>;
beforeAll(async () => {
  discord = await openReal();
});
afterAll(() => discord.stop());

/** The message that an exchange led to. */
async function shown(exchange: Exchange): Promise<Made> {
  const { original } = await discord.fake.interactions.until(exchange);
  if (original === undefined) throw new Error("No message came of it.");
  return original;
}

/** What the bot says in a channel after something was said there. */
async function reply(say: () => void): Promise<Made> {
  const { made, nth } = discord.fake.messages;
  const count = made.length;
  say();
  return nth(count + 1);
}

const mention = (text: string): string => `<@${BOT.id}> ${text}`;

test("A person fills in the options of a command and reads the figure", async () => {
  const values = { indicator: "luot-khach", places: "da-nang", period: "2023" };
  const message = await shown(discord.fake.interactions.slash("figures", values));
  const said = discord.bot.answer({ command: "figures", input: values, now: Date.now() });
  expect(seen(message).text).toContain(plain(said.headline).split("\n")[0]);
  expect(seen(message)).toMatchObject({ private: true, pings: [] });
});

test("A person whose Discord is in another language than Vietnamese reads English", async () => {
  const message = await shown(discord.fake.interactions.slash("memoranda", {}, { locale: "de" }));
  expect(seen(message).text).toContain("The knowledge base holds 4 memoranda");
});

test("A question in plain words is answered in its own language, whatever the person's Discord speaks", async () => {
  const question = { question: "When was the Hai Phong - Busan memorandum signed?" };
  expect(seen(await shown(discord.fake.interactions.slash("ask", question))).text).toContain("17 April 2024");
});

test.each([
  ["figures", "indicator", "kim ngach", "xuat-khau"],
  ["figures", "places", "da nng", "da-nang"],
  ["figures", "places", "hai-phong, da nan", "hai-phong,da-nang"],
  ["figures", "period", "9 thang", "2024-9M"],
  ["memorandum", "memorandum", "ba tinh", "thoa-thuan-ba-tinh"],
])("While a person types /%s %s:%s, %s is offered", async (command, option, typed, value) => {
  const { data } = await discord.fake.interactions.until(discord.fake.interactions.typing(command, option, typed));
  expect(data?.choices).toContainEqual(expect.objectContaining({ value }));
});

test("A person who types what nothing fits is offered nothing, and no error", async () => {
  const { data } = await discord.fake.interactions.until(
    discord.fake.interactions.typing("figures", "indicator", "qqqq"),
  );
  expect(data?.choices).toEqual([]);
});

test("A person who mentions the bot in a channel gets a reply to the message, without a ping", async () => {
  let asked = "";
  const message = await reply(() => {
    asked = discord.fake.messages.say(mention("Thỏa thuận ba tỉnh được ký ở đâu?"));
  });
  expect(message.channel_id).toBe(CHANNEL);
  expect(message.body).toMatchObject({
    nonce: asked,
    enforce_nonce: true,
    message_reference: { message_id: asked },
    allowed_mentions: { parse: [], replied_user: false },
  });
  expect(seen(message).text).toContain("Dinh I");
});

test("People who talk among themselves are left alone, and so are other bots", async () => {
  const before = discord.fake.messages.made.length;
  discord.fake.messages.say("Họp lúc mấy giờ?");
  discord.fake.messages.say(mention("Họp lúc mấy giờ?"), { by: { ...MINH, bot: true } });
  await reply(() => discord.fake.messages.say(mention("")));
  expect(discord.fake.messages.made.length).toBe(before + 1);
});

test("A person who only mentions the bot reads what it can do", async () => {
  expect(seen(await reply(() => discord.fake.messages.say(mention("")))).text).toContain("/fields");
});

test("In a direct message a person asks on without naming everything again", async () => {
  const first = await reply(() =>
    discord.fake.messages.say("Lượng khách du lịch Đà Nẵng năm 2023?", { channel: DIRECT }),
  );
  expect(first.body.message_reference).toBeUndefined();
  const second = await reply(() => discord.fake.messages.say("còn Quảng Ninh?", { channel: DIRECT }));
  expect(seen(second).text).toMatch(/Quảng Ninh.*2023/);
});

test("In a thread a person uses a command that Discord does not offer there", async () => {
  const message = await reply(() =>
    discord.fake.messages.say(mention("/memoranda nơi:Hải Phòng"), { channel: THREAD }),
  );
  expect(message.channel_id).toBe(THREAD);
  expect(seen(message).text).toContain("2 biên bản ghi nhớ của Hải Phòng");
});

test("A person who replies to the bot's answer in a busy channel asks on about it", async () => {
  const first = await reply(() => discord.fake.messages.say(mention("Lượng khách du lịch Đà Nẵng năm 2023?")));
  await reply(() => discord.fake.messages.say(mention("Ai ký biên bản Đà Nẵng Quảng Ninh?"), { by: MINH }));
  const second = await reply(() => discord.fake.messages.say("còn Quảng Ninh?", { replyTo: first.id }));
  expect(seen(second).text).toMatch(/Quảng Ninh.*2023/);
});

test("A person who asks for what is not held is offered questions to press, and the answer is private", async () => {
  const { interactions } = discord.fake;
  const message = await reply(() => discord.fake.messages.say(mention("Vốn FDI Thanh Hóa năm 2022")));
  const [label = ""] = seen(message).buttons;
  expect(label).toContain("2023");
  const pressed = await shown(interactions.press(message, behind(message, label).id, { by: MINH }));
  expect(seen(pressed)).toMatchObject({ private: true });
  expect(seen(pressed).text).toMatch(/Thanh Hóa.*2023/);
});

test("A person who was not understood changes the question in a form that holds it already", async () => {
  const { interactions } = discord.fake;
  const message = await shown(interactions.slash("ask", { question: "Dân số Đà Nẵng?" }));
  const form = await interactions.until(interactions.press(message, behind(message, "Hỏi lại").id));
  expect(JSON.stringify(form.data)).toContain("Dân số Đà Nẵng?");
  const id = String(form.data?.custom_id);
  const answer = await shown(interactions.submit(id, "question", "Biên bản ĐN - QN ký ngày nào?", message));
  expect(seen(answer)).toMatchObject({ private: true });
  expect(seen(answer).text).toContain("12/05/2022");
});

test("A person asks about somebody's message from its menu", async () => {
  const { interactions } = discord.fake;
  const target = {
    id: "1300000000000000001",
    channel_id: CHANNEL,
    content: "Biên bản ĐN - QN ký ngày nào?",
    author: MINH,
  };
  const message = {
    timestamp: "2026-01-01T00:00:00Z",
    attachments: [],
    embeds: [],
    mentions: [],
    mention_roles: [],
    type: 0,
  };
  const resolved = { messages: { [target.id]: { ...message, ...target } } };
  const data = { id: "1", name: "Ask about this", type: 3, target_id: target.id, resolved };
  const form = await interactions.until(interactions.start(2, data));
  expect(JSON.stringify(form.data)).toContain(target.content);
});
