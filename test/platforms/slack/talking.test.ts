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

test("A person who presses a thumb is thanked, and it is kept; the log tells nothing of it", async () => {
  const { people, slack, ratings, log } = opened;
  await people.direct("biên bản Đà Nẵng Quảng Ninh ký ngày nào?", MINH.user);
  await people.press("Đúng điều tôi cần", await slack.next(), MINH);
  expect(seen(await slack.next()).text).toBe("Đã ghi nhận, cảm ơn bạn.");
  const invocation = expect.objectContaining({ command: "memorandum", language: "vi" });
  const digest = expect.stringMatching(/^\w{4}$/);
  expect(ratings).toEqual([{ useful: true, invocation, digest, platform: "slack", who: MINH.user }]);
  expect([log.filter((line) => /memorandum|👍|\+/u.test(line)), slack.workspace.views]).toEqual([[], []]);
});

test("A person who finds an answer wrong is thanked at once, and may say why", async () => {
  const { people, slack, ratings } = opened;
  ratings.length = 0;
  await people.slash("/hoi", "When was the memorandum of Da Nang and Quang Ninh signed?", ANN);
  await people.press("Not right", await slack.next(), ANN);
  expect(seen(await slack.next())).toMatchObject({ text: "Noted, thank you.", private: true });
  expect(ratings).toMatchObject([{ useful: false, who: ANN.user, reason: undefined }]);
  await expect.poll(() => slack.workspace.views.length).toBe(1);
  const [form = {}] = slack.workspace.views;
  const said = (value: string | null) => ({ reason: { typed: { type: "plain_text_input", value } } });
  await people.submit(form, said(" It is the day after "), ANN);
  expect(seen(await slack.next())).toMatchObject({ text: "Your reason is noted, thank you.", private: true });
  expect(ratings[1]).toEqual({ ...ratings[0], reason: "It is the day after" });
  await people.submit(form, said(null), ANN);
  expect(ratings).toHaveLength(2);
});

test("A person whose form Slack does not open is thanked all the same, and what they thought is kept", async () => {
  const { people, slack, ratings, log } = opened;
  ratings.length = 0;
  slack.fail("views.open", { status: 200, body: { ok: false, error: "expired_trigger_id" } });
  await people.direct("biên bản Đà Nẵng Quảng Ninh ký ngày nào?", MINH.user);
  await people.press("Chưa đúng", await slack.next(), MINH);
  expect(seen(await slack.next()).text).toBe("Đã ghi nhận, cảm ơn bạn.");
  expect(ratings).toMatchObject([{ useful: false }]);
  await expect.poll(() => log.at(-1)).toMatch(/a form was not opened \(expired_trigger_id\)/);
});

test("Who asks is known to whoever counts people, wherever they ask", async () => {
  const asked: (string | undefined)[] = [];
  const { bot, knowledge } = await openKnowledge();
  const told = await openSlack(
    {
      ...bot,
      answer(request) {
        asked.push(request.who);
        return bot.answer(request);
      },
    },
    knowledge,
  );
  await told.people.slash("/hoi", "ai ký?", MINH);
  await told.people.mention("ai ký?", ANN);
  await told.people.direct("ai ký?", MINH.user);
  await told.people.shortcut("ask-about", "ai ký?", ANN);
  for (let n = 0; n < 4; n++) await told.slack.next();
  await told.stop();
  expect(asked.sort()).toEqual([ANN.user, ANN.user, MINH.user, MINH.user]);
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
