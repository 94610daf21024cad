import type { Answer } from "../../core/answer.ts";
import type { Origin } from "../../core/knowledge.ts";
import type { Patch } from "../../core/questions.ts";
import { fold } from "../../search/fold.ts";
import { readAskedPeriods } from "../../search/period-reading.ts";
import type { Again, Reading } from "../reading.ts";
import { comment, fileOf, modeline, quoted } from "../yaml.ts";

const FILE = "questions/cau-hoi-that.yaml";

/**
 * A golden question: with another patch, that it is answered from then on; without, that it is refused or asked back rightly; of an
 * answer that was rated badly, what a better one must hold.
 */
export function questionPatch(
  { question, language }: Again,
  because: "mended" | "rated" | Exclude<Answer["status"], "answered">,
  now: number,
  reading: Reading,
): Patch | undefined {
  // What a command is called with is no question in plain words.
  if (question.startsWith("/")) return undefined;
  const expect = because === "mended" || because === "rated" ? "answered" : because;
  const at = dependsOnTime(question, now) ? [`  at: ${new Date(now).toISOString().slice(0, 10)}`] : [];
  const file = fileFor([...reading.knowledge.origins.values()]);
  return {
    kind: "question",
    file: file.name,
    yaml: fileOf([
      ...(file.isNew ? [modeline("questions")] : comment(APPEND)),
      `- q: ${quoted(question)}`,
      `  lang: ${language}`,
      `  expect: ${expect}`,
      ...at,
      ...(because === "rated" ? comment(MUST).map((line) => `  ${line}`) : []),
    ]),
    why: WHY[because],
  };
}

/** "năm nay", "this year": another question in another year. */
function dependsOnTime(question: string, now: number): boolean {
  const later = now + 400 * 86_400_000;
  const read = (at: number): string =>
    JSON.stringify(readAskedPeriods(fold(question), at).map(({ start: _, end: __, ...period }) => period));
  return read(now) !== read(later);
}

/** Ours where it is a list or not there yet, else one beside it. */
function fileFor(origins: readonly Origin[]): { readonly name: string; readonly isNew: boolean } {
  const numbered = (n: number): string => (n === 1 ? FILE : FILE.replace(".yaml", `-${n}.yaml`));
  for (let n = 1; ; n++) {
    const there = origins.find(({ file }) => file === numbered(n));
    if (there === undefined) return { name: numbered(n), isNew: true };
    if (there.listed) return { name: numbered(n), isNew: false };
  }
}

const APPEND = { vi: "Thêm vào cuối tệp.", en: "Goes to the end of the file." };

const MUST = {
  vi: 'must: ["điều câu trả lời đúng phải có"]',
  en: 'not: ["what it must not say"]',
};

const WHY = {
  mended: {
    vi: "Sau khi sửa, npm run check sẽ giữ cho câu hỏi này luôn được trả lời.",
    en: "Once that is mended, npm run check makes sure that this stays answered.",
  },
  rated: {
    vi: "Ghi điều câu trả lời đúng phải có, để npm run check canh giữ.",
    en: "Write what the right answer must hold, and npm run check watches over it.",
  },
  unknown: {
    vi: "Nếu kho tri thức không cần trả lời câu này, ghi lại để npm run check giữ cho bot luôn từ chối.",
    en: "Where the knowledge base need not answer this, npm run check makes sure that it stays refused.",
  },
  ambiguous: {
    vi: "Nếu hỏi lại là đúng, ghi lại để npm run check giữ như vậy.",
    en: "Where asking back is right, npm run check makes sure that it stays so.",
  },
} as const;
