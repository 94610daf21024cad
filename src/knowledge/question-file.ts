import { readFile } from "node:fs/promises";
import type { GoldenQuestion } from "../core/knowledge.ts";
import type { Problem } from "../core/problem.ts";
import { problemOfFile } from "./complaint.ts";
import { KINDS } from "./kinds/index.ts";
import { parseFile } from "./parse.ts";

/** A file of golden questions that lies outside a knowledge base. Any problem leaves no questions. */
export async function readQuestions(
  file: string,
): Promise<{ readonly questions: readonly GoldenQuestion[]; readonly problems: readonly Problem[] }> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return { questions: [], problems: [problemOfFile(file, "unreadable", ...UNREADABLE)] };
  const parsed = parseFile({ file, kind: KINDS.question, text });
  const problems = parsed.problems.filter(({ severity }) => severity === "error");
  // The schema of questions has made the values.
  const questions = problems.length > 0 ? [] : parsed.items.map((item) => item.value as GoldenQuestion);
  return { questions, problems };
}

const UNREADABLE = [
  { vi: "Không đọc được tệp câu hỏi này.", en: "This file of questions can't be read." },
  { vi: "Kiểm tra đường dẫn.", en: "Check the path." },
] as const;
