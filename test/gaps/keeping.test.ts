import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import type { QuestionStore } from "../../src/core/question-store.ts";
import { createKeeper, type KeeperOptions } from "../../src/gaps/keeper.ts";
import type { State } from "../../src/store/state.ts";
import { createClock, START } from "../store/announcements.ts";
import { newPlace, type Place } from "../store/place.ts";
import { asked, createLines, rated } from "./questions.ts";

const DAY = 86_400_000;

let place: Place;
let state: State;
let clock: ReturnType<typeof createClock>;
let told: ReturnType<typeof createLines>;
beforeEach(async () => {
  place = await newPlace();
  clock = createClock();
  state = await place.open(clock.now);
  told = createLines();
});
afterEach(async () => {
  vi.useRealTimers();
  await place.leave();
});

const keeper = (changes: Partial<KeeperOptions> = {}) =>
  createKeeper({
    store: () => state.questions,
    now: clock.now,
    days: 180,
    log: told.log,
    flushMs: 1,
    awayMs: 1,
    ...changes,
  });

const kept = () => state.questions.unanswered(10_000);

/** All that lies on the disk. */
const onDisk = (): string =>
  readdirSync(place.folder)
    .map((name) => readFileSync(join(place.folder, name), "latin1"))
    .join("\n");

test("Who asks and who rates is in no file of the state and in no line of the log, only how many they are", async () => {
  const { asked: ask, rated: rate, stop } = keeper();
  const people = ["U0123MINH", "U0456LAN7", "U0123MINH"];
  for (const who of people) ask(asked("dân số Huế", { who }));
  ask(asked("exports of Hue"));
  ask(asked("dân số Huế", { platform: "discord", who: "1100000000000000009" }));
  rate(rated({ who: "U0456LAN7", reason: "hỏi <@U0456LAN7> hoặc lan@example.org nhé" }));
  ask(asked("<@1100000000000000009> và U0123MINH: ai ký? minh@example.org 1100000000000000009", { who: undefined }));
  ask(
    asked("còn Huế?", {
      previous: { command: "ask", values: { question: "<@!1100000000000000009> dân số" }, language: "vi" },
    }),
  );
  await stop();
  const questions = await kept();
  expect(new Set(questions.filter(({ question }) => question === "dân số Huế").map(({ who }) => who)).size).toBe(3);
  expect(questions.find(({ question }) => question.includes("ai ký"))?.question).toBe("và : ai ký?");
  expect((await state.questions.ratings(9))[0]?.reason).toBe("hỏi hoặc nhé");
  await state.close();
  const everything = onDisk() + told.lines.join("\n") + place.logged.join("\n");
  // What is looked through does hold what was asked.
  expect(everything).toContain("exports of Hue");
  for (const id of ["U0123MINH", "U0456LAN7", "1100000000000000009", "example.org"])
    expect(everything).not.toContain(id);
});

test("The same person is counted once, on one platform and with one salt", async () => {
  const { asked: ask, stop } = keeper();
  ask(asked("một", { who: "1" }));
  ask(asked("hai", { who: "1" }));
  ask(asked("ba", { who: "1", platform: "discord" }));
  await stop();
  const [ba, hai, mot] = (await kept()).map(({ who }) => who);
  expect(mot).toMatch(/^[\w-]{22}$/);
  expect([hai, ba === mot]).toEqual([mot, false]);
});

test("Nobody who asks waits for the state: what is asked is kept a moment later, together", async () => {
  const batches: number[] = [];
  const store: QuestionStore = {
    ...state.questions,
    keep: async (questions, ratings) => {
      batches.push(questions.length);
      await state.questions.keep(questions, ratings);
    },
  };
  const { asked: ask, stop } = keeper({ store: () => store });
  for (let n = 0; n < 250; n++) ask(asked(`câu ${n}`));
  expect(batches).toEqual([]);
  await expect.poll(async () => (await kept()).length).toBe(250);
  expect(batches).toEqual([100, 100, 50]);
  ask(asked("lần sau"));
  await expect.poll(async () => (await kept()).length).toBe(251);
  await stop();
});

test("What is asked while the state is slow is kept once", async () => {
  let release = (): void => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const store: QuestionStore = {
    ...state.questions,
    keep: async (...given) => {
      await slow;
      await state.questions.keep(...given);
    },
  };
  const { asked: ask, stop } = keeper({ store: () => store });
  for (const question of ["một", "hai", "ba"]) {
    ask(asked(question));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  release();
  await stop();
  expect((await kept()).map(({ question }) => question)).toEqual(["ba", "hai", "một"]);
});

test("A state that is away for a while loses no question; what comes when too much waits is counted in the log", async () => {
  let isAway = true;
  const store = (): QuestionStore => {
    if (isAway) throw new UserError("Kho trạng thái chưa sẵn sàng.");
    return state.questions;
  };
  const { asked: ask, stop } = keeper({ store, most: 5 });
  for (let n = 0; n < 8; n++) ask(asked(`câu ${n}`));
  await new Promise((resolve) => setImmediate(resolve));
  expect(await kept()).toEqual([]);
  isAway = false;
  await expect.poll(async () => (await kept()).length).toBe(5);
  await expect.poll(() => told.lines).toHaveLength(2);
  expect(told.lines[0]).toContain("Questions are not kept: the state is away.");
  expect(told.lines[1]).toContain("3 questions were not kept.");
  await stop();
});

test("A bot that stops while its state is away says how many questions are lost, and stops", async () => {
  const store = (): never => {
    throw new UserError("away");
  };
  const { asked: ask, stop } = keeper({ store, most: 5 });
  for (let n = 0; n < 8; n++) ask(asked(`câu ${n}`));
  await stop();
  expect(told.lines.at(-1)).toContain("8 questions were not kept.");
});

test("Questions that can't be kept by a bug of ours are dropped and told, and do not keep the next ones from it", async () => {
  let isFirst = true;
  const store: QuestionStore = {
    ...state.questions,
    keep: (...given) => {
      if (!isFirst) return state.questions.keep(...given);
      isFirst = false;
      return Promise.reject(new TypeError("bug"));
    },
  };
  const { asked: ask, stop } = keeper({ store: () => store });
  for (let n = 0; n < 101; n++) ask(asked(`câu ${n}`));
  await expect.poll(async () => (await kept()).length).toBe(1);
  expect(told.lines[0]).toContain("100 questions were not kept.");
  await stop();
});

test("Questions older than was set are deleted once a day, and those of an operator who keeps none all at once", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await state.questions.keep(
    Array.from({ length: 1203 }, (_, n) => ({ ...asked(`cũ ${n}`), at: START - 180 * DAY - 1 })),
    [],
  );
  await state.questions.keep([{ ...asked("mới"), at: START - 180 * DAY }], []);
  const daily = keeper({ days: 180 });
  daily.start();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(await kept()).toHaveLength(1204);
  await vi.advanceTimersByTimeAsync(1_000);
  await vi.waitFor(async () => expect(await kept()).toMatchObject([{ question: "mới" }]));
  expect(told.lines.at(-1)).toContain("1203 old questions were deleted.");
  clock.pass(DAY);
  await vi.advanceTimersByTimeAsync(DAY);
  await vi.waitFor(async () => expect(await kept()).toEqual([]));
  await daily.stop();

  await state.questions.keep([{ ...asked("mới"), at: START }], [{ ...rated(), at: START }]);
  const none = keeper({ days: 0 });
  none.start();
  none.asked(asked("không giữ"));
  none.rated(rated());
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await kept()).map(({ question }) => question)).toEqual(["mới"]);
  await vi.advanceTimersByTimeAsync(60_000);
  await vi.waitFor(async () => expect([await kept(), await state.questions.ratings(9)]).toEqual([[], []]));
  await none.stop();
  expect([await kept(), await state.questions.ratings(9)]).toEqual([[], []]);
});
