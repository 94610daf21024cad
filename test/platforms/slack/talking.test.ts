import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { seen } from "./fake/people.ts";
import { ANN, CHANNEL, MINH, type Opened, openKnowledge, openSlack } from "./open.ts";

let opened: Opened;

beforeAll(async () => {
  const { bot, knowledge } = await openKnowledge();
  opened = await openSlack(bot, knowledge);
});
afterEach(() => expect([opened.slack.violations, opened.slack.waiting]).toEqual([[], []]));
afterAll(() => opened.stop());

test("A person who mentions the bot is answered in the thread of the question", async () => {
  await opened.people.mention("ai ký biên bản Đà Nẵng Quảng Ninh?", MINH);
  const post = await opened.slack.next();
  expect(post.thread).toMatch(/\.000200$/);
  expect(post.to).toBeUndefined();
  expect(seen(post).text).toContain("Trần Quốc Hưng");
  expect(seen(post).buttons).not.toContain("Chia sẻ vào kênh");
});

test("A person who asks on in a thread need not repeat what it is about", async () => {
  await opened.people.mention("biên bản Đà Nẵng Quảng Ninh ký ngày nào?", MINH, "77.1");
  expect(seen(await opened.slack.next()).text).toContain("12/05/2022");
  await opened.people.mention("còn ký ở đâu?", MINH, "77.1");
  const post = await opened.slack.next();
  expect(post.thread).toBe("77.1");
  expect(seen(post).text).toContain("Ariyana");
});

test("A person who only calls the bot's name is told what it can do", async () => {
  await opened.people.mention("", MINH);
  expect(seen(await opened.slack.next()).text).toContain("/lt-signers");
});

test("A person who writes to the bot directly is answered plainly, and can ask on", async () => {
  await opened.people.direct("ai ký biên bản Đà Nẵng Quảng Ninh?", MINH.user);
  const post = await opened.slack.next();
  expect([post.channel, post.thread, post.to]).toEqual(["DUMINH", undefined, undefined]);
  await opened.people.direct("ký ngày nào?", MINH.user);
  expect(seen(await opened.slack.next()).text).toContain("12/05/2022");
});

test("A question that Slack delivers again is answered once", async () => {
  await opened.people.mention("ai ký biên bản Đà Nẵng Quảng Ninh?", MINH, "88.1", "EvSame");
  await opened.people.mention("ai ký biên bản Đà Nẵng Quảng Ninh?", MINH, "88.1", "EvSame");
  await opened.people.direct("biên bản Đà Nẵng Quảng Ninh ký ngày nào?", MINH.user);
  expect(seen(await opened.slack.next()).text).toContain("Trần Quốc Hưng");
  expect(seen(await opened.slack.next()).text).toContain("12/05/2022");
});

test("A command whose envelope comes again is answered once", async () => {
  const payload = {
    command: "/lt-signers",
    text: "biên-bản:biên bản Đà Nẵng Quảng Ninh",
    user_id: MINH.user,
    channel_id: CHANNEL,
    team_id: "T1",
    trigger_id: "1.2",
    response_url: opened.slack.responseUrl(CHANNEL, MINH.user),
  };
  expect(JSON.stringify(await opened.slack.envelope("slash_commands", payload, "ESame"))).toContain("Trần Quốc Hưng");
  expect(await opened.slack.envelope("slash_commands", payload, "ESame")).toEqual({});
});

test("What bots say, edits, and the direct message that also came as a mention are not answered", async () => {
  await opened.people.direct("ai ký?", "B1", { bot_id: "B1" });
  await opened.people.direct("ai ký?", MINH.user, { subtype: "message_changed" });
  await opened.people.mention("ai ký?", { channel: "DUMINH", user: MINH.user });
  await opened.people.event({
    type: "message",
    channel: CHANNEL,
    channel_type: "channel",
    user: MINH.user,
    text: "ai ký?",
    ts: "1.1",
  });
  await opened.people.direct("biên bản Đà Nẵng Quảng Ninh ký ngày nào?", MINH.user);
  expect(seen(await opened.slack.next()).text).toContain("12/05/2022");
});

test("A person who is asked back in a thread gets the answer to a choice for herself, and may share it", async () => {
  await opened.people.mention("who signed the memorandum?", ANN);
  const asked = await opened.slack.next();
  const [label = ""] = seen(asked).buttons.filter((one) => one.startsWith("1. "));
  await opened.people.press(label, asked, ANN);
  const chosen = await opened.slack.next();
  expect([chosen.to, seen(chosen).text.includes("Trần Quốc Hưng")]).toEqual([ANN.user, true]);
  await opened.people.press("Share to channel", chosen, ANN);
  const shared = await opened.slack.next();
  expect([shared.to, seen(shared).text.split("\n")[0]]).toEqual([undefined, "Shared by Ann:"]);
  const own = await opened.slack.next();
  expect([own.to, own.replaces, seen(own).buttons.includes("Share to channel")]).toEqual([ANN.user, true, false]);
});

test("A person who presses a thumb is thanked, and the log counts it", async () => {
  await opened.people.direct("biên bản Đà Nẵng Quảng Ninh ký ngày nào?", MINH.user);
  await opened.people.press("Chưa đúng", await opened.slack.next(), MINH);
  expect(seen(await opened.slack.next()).text).toBe("Đã ghi nhận, cảm ơn bạn.");
  expect(opened.log.at(-1)).toMatch(/^Slack: feedback - \/memorandum \{.*\}$/);
});

test("A person who presses a button from before the knowledge changed is told so; one whose subject is gone, to ask again", async () => {
  const press = (value: string) =>
    opened.people.press(
      "x",
      {
        channel: CHANNEL,
        to: MINH.user,
        text: "",
        ts: "1",
        blocks: [{ type: "button", action_id: "turn:1", text: { text: "x" }, value }],
      },
      MINH,
    );
  await press("vi1|zzzz|memoranda");
  expect(seen(await opened.slack.next()).text).toMatch(/^Kho tri thức đã thay đổi kể từ câu trả lời trước/);
  await press("vi1|zzzz|signers|~0000000");
  expect(seen(await opened.slack.next()).text).toMatch(/Hãy hỏi lại bằng lời/);
});
