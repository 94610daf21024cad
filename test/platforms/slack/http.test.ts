import { afterAll, beforeAll, expect, test } from "vitest";
import { seen, sign, slashPayload } from "./fake/people.ts";
import { MINH, type Opened, openKnowledge, openSlack, SECRET } from "./open.ts";

let opened: Opened;

beforeAll(async () => {
  const { bot, knowledge } = await openKnowledge();
  opened = await openSlack(bot, knowledge, { mode: "http" });
});
afterAll(() => opened.stop());

const body = () => String(new URLSearchParams(slashPayload("/lt-memoranda", "", MINH, "http://127.0.0.1/", "1.1")));

const post = (secret: string, ageSeconds: number) => {
  const text = body();
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    ...sign(secret, text, Math.floor(Date.now() / 1000) - ageSeconds),
  };
  return fetch(opened.url, { method: "POST", body: text, headers });
};

test("Slack's own request is answered", async () => {
  const response = await post(SECRET, 0);
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("Nguồn")]);
});

test("A stranger's request is refused, and a recorded one after five minutes", async () => {
  expect((await post("another secret", 0)).status).toBe(401);
  expect((await post(SECRET, 6 * 60)).status).toBe(401);
  expect((await fetch(opened.url, { method: "POST", body: body() })).status).toBe(401);
});

test("An event that Slack sends again is answered once", async () => {
  await opened.people.mention("biên bản Đà Nẵng Quảng Ninh ký ngày nào?", MINH, "1.1", "EvTwice");
  await opened.people.mention("biên bản Đà Nẵng Quảng Ninh ký ngày nào?", MINH, "1.1", "EvTwice");
  await opened.people.direct("ai ký biên bản Đà Nẵng Quảng Ninh?", MINH.user);
  expect(seen(await opened.slack.next()).text).toContain("12/05/2022");
  expect(seen(await opened.slack.next()).text).toContain("Trần Quốc Hưng");
});
