import { expect, test } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import { createReferences } from "../../src/log/reference.ts";
import { openLog } from "./lines.ts";

test("A collector reads one JSON object a line, with the level, the time, the message and what belongs to it", async () => {
  const { log, text, told } = await openLog();
  log.info("Answered.", { ref: "K7QX2MBD", platform: "slack", ms: 1.5, absent: undefined });
  log.warn("Slow\nline");
  expect(text().match(/\n/g)).toHaveLength(2);
  expect(told()).toEqual([
    {
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      ref: "K7QX2MBD",
      platform: "slack",
      ms: 1.5,
      message: "Answered.",
    },
    { level: "warn", time: expect.any(String), message: "Slow\nline" },
  ]);
});

test("An operator who asks for warnings only is told no less and no more", async () => {
  const { log, told } = await openLog({ level: "warn" });
  for (const level of ["debug", "info", "warn", "error"] as const) log[level](level);
  expect(told().map(({ message }) => message)).toEqual(["warn", "error"]);
});

test.each([true, false])("Secrets reach neither messages nor fields nor errors (at a terminal: %s)", async (isTTY) => {
  const { log, text } = await openLog({ secrets: ["page-token-secret"], isTTY });
  const cause = new Error("wss://x/?ticket=cause-secret");
  const error = Object.assign(new Error("refused xoxb-message-secret", { cause }), { code: "E-page-token-secret" });
  log.error("xapp-1-line-secret", { path: "/calendar/page-token-secret.ics", error });
  expect(text()).toContain("refused xoxb-…");
  expect(text()).not.toContain("secret");
});

test("An error is told with its stack and its causes, but not with what an SDK keeps in it", async () => {
  const { log, told } = await openLog();
  const error = Object.assign(new Error("no", { cause: new TypeError("because") }), {
    requestBody: "what people wrote",
  });
  log.error("x", { error });
  log.error("x", { error: new UserError("Đặt PORT khác.") });
  log.error("x", { error: "thrown text" });
  const [bug, mendable, text] = told().map((line) => line.error);
  expect(bug).toMatchObject({
    type: "Error",
    message: "no",
    stack: expect.stringContaining("log.test.ts"),
    cause: { type: "TypeError", message: "because" },
  });
  expect(JSON.stringify(bug)).not.toContain("people wrote");
  expect(mendable).toEqual({ type: "UserError", message: "Đặt PORT khác." });
  expect(text).toEqual({ type: "string", message: "thrown text" });
});

test("A person at a terminal reads short lines, which can't move the cursor", async () => {
  const { log, text } = await openLog({ isTTY: true });
  log.info("Slack: listening", { event: "listening", platform: "slack", ms: 2, absent: undefined });
  log.error("\u001b[2Jgone", { error: new Error("no") });
  const [first, second, third] = text().split("\n");
  expect(first).toMatch(/^\d\d:\d\d:\d\d {3}Slack: listening ms=2$/);
  expect(second).toMatch(/^\d\d:\d\d:\d\d ✗ \ufffd\[2Jgone$/);
  expect(third).toBe("Error: no");
});

test("A reference is short, can be read out, and comes once", () => {
  const made = Array.from({ length: 10_000 }, createReferences());
  expect(new Set(made).size).toBe(made.length);
  expect(made.filter((one) => !/^[2-9BCDFGHJ-NP-TV-Z]{8}$/.test(one))).toEqual([]);
});
