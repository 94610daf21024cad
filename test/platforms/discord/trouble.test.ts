import { afterEach, beforeEach, expect, test } from "vitest";
import { troubleOf } from "../../../src/platforms/discord/trouble.ts";
import { BOT, DIRECT } from "./fake/people.ts";
import { openReal } from "./fake/real.ts";
import { limited, refusal } from "./fake/reply.ts";
import { seen } from "./fake/seen.ts";

let discord: Awaited<ReturnType<typeof openReal>>;
beforeEach(async () => {
  discord = await openReal();
});
afterEach(() => discord.stop());

const QUESTION = `<@${BOT.id}> Biên bản ĐN - QN ký ngày nào?`;
const SIGNED = "12/05/2022";
const callbacks = () => discord.fake.calls.filter(({ path }) => path.endsWith("/callback"));

test("A person whose command Discord delivers twice is answered once", async () => {
  const { interactions, gateway } = discord.fake;
  const exchange = interactions.slash("memoranda", {});
  const again = { id: exchange.id, token: exchange.token, type: 2, application_id: BOT.id, version: 1 };
  const data = { id: "1", name: "memoranda", type: 1, options: [] };
  const rest = { user: BOT, locale: "vi", entitlements: [], authorizing_integration_owners: {}, app_permissions: "0" };
  gateway.dispatch("INTERACTION_CREATE", { ...again, ...rest, data });
  await interactions.until(exchange);
  await interactions.until(interactions.slash("help", {}));
  expect(callbacks().length).toBe(2);
});

test("A person whose mention is delivered twice is answered once", async () => {
  const { messages } = discord.fake;
  const id = messages.say(QUESTION);
  messages.say(QUESTION, { id });
  messages.say("help", { channel: DIRECT });
  await messages.nth(2);
  expect(messages.made.map(({ body }) => body.nonce)).toEqual([id, expect.not.stringMatching(id)]);
});

test.each([
  ["the channel", limited(0.05)],
  ["the whole bot", limited(0.05, true)],
])("A person gets the answer although %s has to wait", async (_, reply) => {
  discord.fake.failNext(/\/messages$/, reply, reply);
  discord.fake.messages.say(QUESTION);
  expect(seen(await discord.fake.messages.nth(1)).text).toContain(SIGNED);
});

test("A person gets the answer although Discord fails twice, and gets it once", async () => {
  discord.fake.failNext(/\/messages$/, refusal(500, 0, "Oops"), refusal(502, 0, "Oops"));
  discord.fake.messages.say(QUESTION);
  await discord.fake.messages.nth(1);
  expect(discord.fake.messages.made.length).toBe(1);
});

test("When Discord fails for good the log says so, and the next person is answered", async () => {
  const { interactions } = discord.fake;
  const { token } = interactions.slash("memoranda", {});
  discord.fake.failNext(new RegExp(token), ...Array.from({ length: 4 }, () => refusal(500, 0, "Oops")));
  await interactions.until(interactions.slash("help", {}));
  await discord.stopBot();
  expect(discord.lines.join("\n")).toMatch(/Internal Server Error|Oops/);
});

test.each([
  [10062, 404, "too late"],
  [40060, 400, "answered before"],
  [50013, 403, "no access"],
  [40094, 403, "used up"],
])(
  "Discord's refusal %i is known for what it is, logged without a token, and ends nothing",
  async (code, status, kind) => {
    const { interactions } = discord.fake;
    discord.fake.failNext(/\/callback$/, refusal(status, code, "Refused"));
    const refused = interactions.slash("memoranda", {});
    await interactions.until(interactions.slash("help", {}));
    await discord.stopBot();
    const line = discord.lines.find((one) => one.includes(`code ${code}`)) ?? "";
    expect(line).toContain(kind);
    expect(line).not.toContain(refused.token);
  },
);

test("A person whose card Discord refuses gets the answer as plain text", async () => {
  const { interactions } = discord.fake;
  discord.fake.failNext(/\/callback$/, { status: 400, body: { code: 50035, message: "Invalid Form Body" } });
  const { original } = await interactions.until(
    interactions.slash("memorandum", { memorandum: "mou-da-nang-quang-ninh", aspect: "signed-date" }),
  );
  expect(original?.body.content).toContain(SIGNED);
  expect(Number(original?.body.flags) & 64).toBe(64);
});

test("A person whose channel refuses the card gets the answer as plain text, once", async () => {
  discord.fake.failNext(/\/messages$/, { status: 400, body: { code: 50035, message: "Invalid Form Body" } });
  discord.fake.messages.say(QUESTION);
  expect(String((await discord.fake.messages.nth(1)).body.content)).toContain(SIGNED);
});

test("A person is answered although Discord refused the token once", async () => {
  discord.fake.failNext(/\/messages$/, refusal(401, 0, "401: Unauthorized"));
  discord.fake.messages.say(QUESTION);
  expect(seen(await discord.fake.messages.nth(1)).text).toContain(SIGNED);
  discord.fake.messages.say(QUESTION);
  await discord.fake.messages.nth(2);
});

test("Fifty people who use a command at once are all answered within three seconds", async () => {
  const { interactions } = discord.fake;
  const start = performance.now();
  const all = Array.from({ length: 50 }, (_, i) =>
    interactions.slash("ask", { question: `Kim ngạch xuất khẩu Đà Nẵng năm 202${i % 4}` }),
  );
  await Promise.all(all.map((exchange) => interactions.until(exchange)));
  expect(performance.now() - start).toBeLessThan(3000);
  expect(all.every(({ original }) => original !== undefined)).toBe(true);
});

test("A person who asks while the bot is being stopped is still answered", async () => {
  discord.fake.failNext(/\/messages$/, limited(0.05));
  const heard = discord.fake.messages.nth(1);
  discord.fake.messages.say(QUESTION);
  while (!discord.fake.calls.some(({ path }) => path.endsWith("/messages"))) await new Promise(setImmediate);
  await discord.stopBot();
  expect(seen(await heard).text).toContain(SIGNED);
});

test("An error that is not Discord's is no trouble that is known", () => {
  expect(troubleOf(new Error("x"))).toBe("other");
});
