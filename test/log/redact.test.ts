import { expect, test } from "vitest";
import { createRedactor } from "../../src/log/redact.ts";

const DISCORD = `MTEwMDAwMDAwMDAwMDAwMDAwMQ.${"G1a2b3"}.${"abcdefghijklmnopqrstuvwxyz0123456789AB"}`;

test.each([
  ["a token of Slack's bot", "invalid_auth for xoxb-123-456-AbC", "invalid_auth for xoxb-…"],
  ["a rotating token of Slack", "xoxe.xoxp-1-Mi0yLTk", "xoxe.xoxp-…"],
  ["a token of Slack's app", '{"token":"xapp-1-A02-9f"}', '{"token":"xapp-…"}'],
  ["a token of Discord", `Authorization: Bot ${DISCORD}`, "Authorization: Bot …"],
  ["a bearer's token", "authorization: Bearer 0123456789abcdef0123", "authorization: Bearer …"],
  ["a password in an address", "at postgres://bot:p%40ss@db:5432/x", "at postgres://bot:…@db:5432/x"],
  [
    "the address of an answer",
    "POST https://hooks.slack.com/commands/T1/2/abc",
    "POST https://hooks.slack.com/commands/…",
  ],
  ["the token of an interaction", "/interactions/110/aW50ZXJhY3Rpb24/callback", "/interactions/110/…/callback"],
  [
    "the ticket of a socket",
    "wss://wss.slack.com/link/?ticket=1-2-x&app_id=A",
    "wss://wss.slack.com/link/?ticket=…&app_id=A",
  ],
])("Nobody who reads the log finds %s", (_, text, shown) => {
  expect(createRedactor([])(text)).toBe(shown);
});

test("Nobody who reads the log finds a secret of the settings, however it is written", () => {
  const redact = createRedactor(['quo"ted\\secret', "sp ace/secret", "signing", "signing-and-more", "abc"]);
  expect(redact(JSON.stringify({ at: 'GET /calendar/quo"ted\\secret.ics' }))).toBe('{"at":"GET /calendar/….ics"}');
  expect(redact("?key=sp%20ace%2Fsecret")).toBe("?key=…");
  expect(redact("signing-and-more, signing")).toBe("…, …");
  expect(redact("abc is too short to be told from words")).toContain("abc");
});

test("What is no secret stays as it was", () => {
  const innocent =
    "2026-11-24T08:30:00.000Z https://example.org:8080/a?b=c file:///work/main/src/platforms/discord/scheduled-events.ts:12:5 xox";
  expect(createRedactor(["0123456789abcdef"])(innocent)).toBe(innocent);
});
