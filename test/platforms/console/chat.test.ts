import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import type { Answer } from "../../../src/core/answer.ts";
import { notHeld } from "../../../src/core/answer.ts";
import type { Bot, Request } from "../../../src/core/bot.ts";
import { defineCommand } from "../../../src/core/command.ts";
import type { Invocation } from "../../../src/core/invocation.ts";
import type { Knowledge } from "../../../src/core/knowledge.ts";
import { p } from "../../../src/core/text.ts";
import { complete } from "../../../src/platforms/console/complete.ts";
import { chat } from "../../../src/platforms/console/index.ts";
import { createCalendar } from "../../../src/reviews/calendar.ts";

const EMPTY: Knowledge = {
  sources: new Map(),
  places: new Map(),
  organisations: new Map(),
  people: new Map(),
  memoranda: new Map(),
  programmes: new Map(),
  events: new Map(),
  documents: new Map(),
  indicators: new Map(),
  figures: [],
  statements: new Map(),
  reviews: new Map(),
  holidays: new Map(),
  questions: [],
  names: [],
  facts: [],
  origins: new Map(),
};

const CHOSEN: Invocation = { command: "chosen", values: {}, language: "vi" };
const ASKED: Invocation = { command: "figures", values: {}, language: "vi" };

/** Says what it heard; "nào" is asked back. */
function createEcho(heard: (Request | Invocation)[]): Bot {
  const say = (text: string, invocation: Invocation, choices: Answer["choices"] = []): Answer => ({
    status: choices.length > 0 ? "ambiguous" : "answered",
    headline: [p(text)],
    body: [],
    citations: [],
    choices,
    language: "vi",
    invocation,
  });
  const answer = (request: Request): Answer => {
    heard.push(request);
    const choices = request.input === "nào" ? [{ question: "Cái này?", invocation: CHOSEN }] : [];
    return say(`Nghe: ${String(request.input)}`, ASKED, choices);
  };
  return {
    commands: [],
    calendar: createCalendar(EMPTY),
    answer,
    perform: answer,
    suggest: () => [],
    run: (invocation) => {
      heard.push(invocation);
      return say("Đã chọn", invocation);
    },
  };
}

async function talk(
  typed: readonly string[],
  interactive: boolean,
): Promise<{ heard: (Request | Invocation)[]; seen: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const heard: (Request | Invocation)[] = [];
  const snapshot = { bot: createEcho(heard), knowledge: EMPTY };
  const done = chat(() => snapshot, {
    input,
    output,
    interactive,
    colour: false,
    language: "vi",
    now: () => 5,
  });
  for (const keys of typed) {
    input.write(keys);
    await setImmediate();
  }
  if (!interactive) input.end();
  await done;
  return { heard, seen: stripVTControlCharacters(String(output.read() ?? "")) };
}

const questions = (heard: readonly (Request | Invocation)[]) =>
  heard.map((one) => ("input" in one ? one.input : one.command));

test("A pipe gets an answer for each line and nothing else", async () => {
  const { seen } = await talk(["một\n\nhai"], false);
  expect(seen).toBe("Nghe: một\n\nNghe: hai\n\n");
});

test("A person picks by number, and the next question knows what came before", async () => {
  const { heard, seen } = await talk(["nào\n", "2\n", "1\n", "còn kia?\n"], false);
  expect(questions(heard)).toEqual(["nào", "chosen", "còn kia?"]);
  expect(seen).toContain("Không có lựa chọn 2: chỉ có 1.");
  expect(heard[2]).toMatchObject({ previous: CHOSEN });
});

test("A person who pastes several lines gets each answered below its line", async () => {
  const { seen } = await talk(["một\nhai\n", "\u0004"], true);
  expect(
    seen
      .replace(/\r/g, "")
      .split("\n")
      .filter((line) => line !== "")
      .slice(1),
  ).toEqual(["› một", "Nghe: một", "› hai", "Nghe: hai", "› "]);
});

test("A person who is told something keeps the line that is being typed, and is answered from what is known by then", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const [before, after]: (Request | Invocation)[][] = [[], []];
  let current = { bot: createEcho(before ?? []), knowledge: EMPTY };
  const options = { input, output, interactive: true, colour: false, language: "vi", now: () => 5 } as const;
  let tell = (_: string): void => {};
  const done = chat(() => current, { ...options, ready: (given) => (tell = given) });
  input.write("nửa ");
  await setImmediate();
  tell("Tệp đã đổi.");
  current = { ...current, bot: createEcho(after ?? []) };
  for (const keys of ["câu\n", "\u0004"]) {
    input.write(keys);
    await setImmediate();
  }
  await done;
  expect([before, questions(after ?? [])]).toEqual([[], ["nửa câu"]]);
  expect(stripVTControlCharacters(String(output.read()))).toContain("Tệp đã đổi.\n› nửa ");
});

test("Ctrl-C clears what was typed, and leaves on an empty line", async () => {
  const { heard } = await talk(["sai rồi", "\u0003", "đúng\n", "\u0003"], true);
  expect(questions(heard)).toEqual(["đúng"]);
});

test("Tab completes commands in both languages and leaves questions alone", () => {
  const command = (name: string, vi: string) =>
    defineCommand({
      name,
      names: { vi, en: name },
      description: { vi, en: name },
      options: {},
      asks: [],
      run: () => notHeld(""),
    });
  const completer = complete([command("figures", "số-liệu"), command("fields", "lĩnh-vực")]);
  expect(completer("/")[0]).toEqual(["/figures ", "/fields "]);
  expect(completer("/fi")[0]).toEqual(["/figures ", "/fields "]);
  expect(completer("/LĨNH")[0]).toEqual(["/lĩnh-vực "]);
  expect(completer("/fields x")[0]).toEqual([]);
  expect(completer("fi")[0]).toEqual([]);
});
