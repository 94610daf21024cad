import { expect, test } from "vitest";
import type { Bot } from "../../src/core/bot.ts";
import { plain } from "../../src/core/text.ts";
import { type Answering, observed } from "../../src/log/observed.ts";
import { NOW, openBot } from "../bots.ts";

const { bot } = await openBot("test/knowledge");

function watch(watched: Bot) {
  const answers: Answering[] = [];
  const failures: [string, unknown][] = [];
  let count = 0;
  let time = 0;
  const seen = observed(watched, {
    refer: () => `R${++count}`,
    clock: () => (time += 5),
    answered: (answering) => void answers.push(answering),
    failed: (error, ref) => void failures.push([ref, error]),
  });
  return { seen, answers, failures };
}

test("An operator is told of each answer what it was for and how it ended, but neither the question nor who asked", () => {
  const { seen, answers } = watch(bot);
  const asker = { chat: "slack", id: "UMINH", roles: [], manages: false, channel: "C1" } as const;
  const question = "biên bản Đà Nẵng Quảng Ninh ký ngày nào?";
  const answer = seen.answer({ command: "ask", input: question, asker, now: NOW });
  seen.answer({ command: "ask", input: "thời tiết hôm nay thế nào?", now: NOW });
  seen.answer({ command: "không có lệnh này", input: "", now: NOW });
  if (answer.invocation === undefined) throw new Error("The question was not understood.");
  seen.run(answer.invocation, NOW);
  expect(answers).toEqual([
    { ref: "R1", command: answer.invocation.command, status: "answered", ms: 5 },
    { ref: "R2", command: expect.any(String), status: "unknown", ms: 5 },
    { ref: "R3", command: "other", status: "unknown", ms: 5 },
    { ref: "R4", command: answer.invocation.command, status: "answered", ms: 5 },
  ]);
});

test("A command is counted under one name, whichever it was called by", async () => {
  const { seen, answers } = watch(bot);
  const [command] = bot.commands.filter(({ name, names }) => names.vi !== name);
  if (command === undefined) throw new Error("No command has another name in Vietnamese.");
  await seen.perform({ command: command.names.vi, input: {}, now: NOW });
  await seen.perform({ command: command.name, input: {}, now: NOW });
  expect(answers.map((one) => one.command)).toEqual([command.name, command.name]);
});

test("A person who meets a bug reads the reference under which the log tells of it, and of that request", async () => {
  const bug = () => {
    throw new Error("bug");
  };
  const { seen, answers, failures } = watch({
    ...bot,
    answer: bug,
    suggest: bug,
    perform: () => Promise.reject(new Error("later")),
  });
  const at = { command: "ask", input: "x", now: NOW };
  expect(plain(seen.answer(at).headline)).toContain("R1");
  expect(plain((await seen.perform(at)).headline)).toContain("R2");
  expect(seen.suggest("ask", "question", "x", "vi")).toEqual([]);
  expect(failures).toEqual([
    ["R1", new Error("bug")],
    ["R2", new Error("later")],
    ["R3", new Error("bug")],
  ]);
  expect(answers).toMatchObject([
    { ref: "R1", status: "failed" },
    { ref: "R2", status: "failed" },
  ]);
});
