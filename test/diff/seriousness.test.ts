import { rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { type Answer, answered, askedBack, notHeld, type Reply } from "../../src/core/answer.ts";
import { createJudge } from "../../src/diff/seriousness.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";

const folder = await folderOf(VALID);
const { knowledge } = await loadKnowledge(folder);
await rm(folder, { recursive: true });
if (knowledge === undefined) throw new Error("The small knowledge base has errors.");
const judge = createJudge([knowledge], new Map([["sa-dec", "sa-dec-moi"]]));

const answer = (reply: Reply, more: Partial<Answer> = {}): Answer => ({ ...reply, language: "vi", ...more });
const asked = (command: string, values: Readonly<Record<string, string>>) => ({
  invocation: { command, values, language: "vi" as const },
});

test.each([
  ["says the same", "Thu 5 tỷ đồng.", "Thu 5 tỷ đồng.", undefined],
  ["has another number", "Thu 5 tỷ đồng.", "Thu 6 tỷ đồng.", "figure"],
  ["has another date", "Ký ngày 18/10/2023.", "Ký ngày 19/10/2023.", "figure"],
  ["falls instead of rising", "Thu tăng 5%.", "Thu giảm 5%.", "figure"],
  ["moves at all", "Thu không đổi.", "Thu đứng yên.", "figure"],
  ["is no longer about", "Thu khoảng 5 tỷ đồng.", "Thu 5 tỷ đồng.", "figure"],
  ["counts in another unit", "Thu 5 tỷ đồng.", "Thu 5 lượt.", "figure"],
  ["has another sign", "Thu 5%.", "Thu −5%.", "figure"],
  ["gives two places each other's number", "A: 5%\nB: 6%", "A: 6%\nB: 5%", "figure"],
  ["only has its rows in another order", "Gồm:\n• A: 5%\n• B: 6%", "Gồm:\n• B: 6%\n• A: 5%", "wording"],
  ["only has other words", "Thu được 5 tỷ đồng.", "Tổng thu: 5 tỷ đồng.", "wording"],
])("An answer that %s: %s → %s", (_, before, after, expected) => {
  expect(judge(answer(answered(before)), answer(answered(after)))).toBe(expected);
});

test("An answer in the other language has another figure only where its digits differ", () => {
  const english = (text: string) => answer(answered(text), { language: "en" });
  expect(judge(answer(answered("Tăng 24,6%, 305.000 tỷ đồng.")), english("Up 24.6%, 305,000 billion."))).toBe(
    "wording",
  );
  expect(judge(answer(answered("Tăng 24,6%.")), english("Up 24.7%."))).toBe("figure");
});

test("An answer that is lost is the worst, and one that is found is good news", () => {
  const held = answer(answered("Thu 5 tỷ đồng."));
  const refused = answer(notHeld("Không có."));
  const back = answer(askedBack("Ý bạn là?", []));
  expect([judge(held, refused), judge(held, back), judge(refused, held), judge(refused, back)]).toEqual([
    "refused",
    "refused",
    "answered",
    "refusal",
  ]);
});

test("A question that is now taken for another one is told so, but not where only an id is another", () => {
  const was = answer(answered("Bà A."), asked("figures", { place: "sa-dec", period: "2023" }));
  expect(judge(was, answer(answered("Ông B."), asked("about", { place: "sa-dec-moi" })))).toBe("understood");
  expect(judge(was, answer(answered("Ông B."), asked("figures", { place: "sa-dec" })))).toBe("understood");
  expect(judge(was, answer(answered("Ông B."), asked("figures", { period: "2023", place: "sa-dec-moi" })))).toBe(
    "wording",
  );
});
