import { expect, test } from "vitest";
import { createClock, START } from "../announcements.ts";
import type { Place } from "../place.ts";
import { asked, EXPORTS, rated } from "../questions.ts";

export function testQuestions(here: () => Place): void {
  const open = async () => (await here().open(createClock().now)).questions;

  test("An admin reads what was asked in vain as it was asked, newest first, a part at a time", async () => {
    const questions = await open();
    const previous = { command: "ask", values: { question: "dân số Vinh?" }, language: "vi" } as const;
    const refused = { ...EXPORTS, values: { ...EXPORTS.values, period: "2022" } };
    const all = [
      asked("còn Huế?", START, { previous }),
      asked("exports of Huế", START + 1, { status: "ambiguous", language: "en", platform: "discord" }),
      asked("/figures xuất khẩu Huế 2022", START + 1, { invocation: refused }),
    ];
    const others = [
      asked("xuất khẩu Huế", START + 2, { status: "answered" }),
      asked("lỗi", START + 2, { status: "failed" }),
    ];
    await questions.keep([...all, ...others], []);
    const [last, second] = await questions.unanswered(2);
    expect(last).toMatchObject(all[2] ?? {});
    expect(second).toEqual({ ...all[1], id: expect.any(String) });
    expect(await questions.unanswered(2, second)).toMatchObject([all[0]]);
  });

  test("Six hundred questions are kept at once, of people who type what databases dislike", async () => {
    const questions = await open();
    const nasty = "dân số\0 Huế' \"; drop table question; -- \ud800 😀";
    await questions.keep(
      Array.from({ length: 600 }, (_, n) => asked(n === 7 ? nasty : `câu ${n}`, START + n)),
      [],
    );
    const kept = await questions.unanswered(700);
    expect(kept).toHaveLength(600);
    expect(kept.at(-8)?.question).toBe("dân số Huế' \"; drop table question; -- \ufffd 😀");
  });

  test("A person who rates an answer again has changed their mind; others and other answers count by themselves", async () => {
    const questions = await open();
    const english = { ...EXPORTS, language: "en" } as const;
    await questions.keep([], [rated(START), rated(START, { who: "hash of lan", useful: true })]);
    const reordered = { ...EXPORTS, values: { places: "hue", indicator: "xuat-khau", period: "" } };
    const changed = rated(START + 1, { invocation: reordered, reason: "Số của năm trước", digest: "cd34" });
    await questions.keep([], [changed, rated(START + 2, { invocation: english })]);
    const ratings = await questions.ratings(9);
    expect(
      ratings.map(({ who, useful, reason, digest, invocation }) => [who, useful, reason, digest, invocation]),
    ).toEqual([
      ["hash of minh", false, undefined, "ab12", english],
      ["hash of minh", false, "Số của năm trước", "cd34", EXPORTS],
      ["hash of lan", true, undefined, "ab12", EXPORTS],
    ]);
    await questions.keep([], [rated(START, { who: undefined }), rated(START, { who: undefined })]);
    expect(await questions.ratings(9)).toHaveLength(5);
    expect(await questions.ratings(1)).toHaveLength(1);
  });

  test("What was asked is found by how it was understood", async () => {
    const questions = await open();
    const answered = { status: "answered", invocation: EXPORTS } as const;
    await questions.keep(
      [
        asked("xuất khẩu Huế", START, answered),
        asked("Huế xuất khẩu bao nhiêu", START + 1, { ...answered, language: "vi" }),
        asked("xuất khẩu", START + 2, { ...answered, invocation: { ...EXPORTS, values: { indicator: "xuat-khau" } } }),
      ],
      [],
    );
    const found = await questions.askedAs([{ ...EXPORTS, language: "en" }], 9);
    expect(found.map(({ question }) => question)).toEqual(["Huế xuất khẩu bao nhiêu", "xuất khẩu Huế"]);
    expect(await questions.askedAs([], 9)).toEqual([]);
  });

  test("The questions asked most come first, commands aside, whatever became of them", async () => {
    const questions = await open();
    const often = ["ai ký?", "ai ký?", "dân số Huế?", "/memoranda", "/memoranda", "/memoranda"];
    await questions.keep(
      [...often.map((one, n) => asked(one, START + n)), asked("ai ký?", 1, { status: "answered" })],
      [],
    );
    expect(await questions.often(5)).toEqual([
      { question: "ai ký?", language: "vi", count: 3 },
      { question: "dân số Huế?", language: "vi", count: 1 },
    ]);
  });

  test("What is too old is deleted bit by bit, and nothing else", async () => {
    const questions = await open();
    const old = Array.from({ length: 7 }, (_, n) =>
      asked(`cũ ${n}`, START - 8 + n, { status: n % 2 ? "answered" : "unknown" }),
    );
    await questions.keep([...old, asked("mới", START)], [rated(START - 1), rated(START, { who: "hash of lan" })]);
    expect(await questions.forget(START, 3)).toBe(4);
    expect(await questions.forget(START, 3)).toBe(3);
    expect(await questions.forget(START, 3)).toBe(1);
    expect(await questions.forget(START, 3)).toBe(0);
    expect(await questions.unanswered(9)).toMatchObject([{ question: "mới" }]);
    expect(await questions.ratings(9)).toMatchObject([{ who: "hash of lan" }]);
  });

  test("Two processes on one state hash with the same salt, and another state has another", async () => {
    const [one, two] = [await open(), await open()];
    const salts = await Promise.all([one.salt(), two.salt(), one.salt()]);
    expect(new Set(salts).size).toBe(1);
    expect(salts[0]?.length).toBeGreaterThanOrEqual(43);
    await here().clear();
    expect(await (await open()).salt()).not.toBe(salts[0]);
  });

  test("Of questions and ratings that come together, all are kept or none", async () => {
    const questions = await open();
    const broken = rated(START, { at: 1.5 });
    await expect(questions.keep([asked("ai ký?", START)], [broken])).rejects.toThrow(TypeError);
    expect(await questions.unanswered(9)).toEqual([]);
  });
}
