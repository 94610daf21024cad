import type { Language } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";

const WORDS = {
  vi: { error: "lỗi", warning: "cảnh báo", none: "Không có vấn đề nào." },
  en: { error: "error", warning: "warning", none: "No problems." },
} as const;

/** "knowledge/figures/x.yaml:2:11 lỗi: …", what to write instead, and the lines around it. */
export function showProblem(problem: Problem, language: Language): string {
  const { file, line, column, severity, message, hint, frame } = problem;
  const head = `${file}:${line}:${column} ${WORDS[language][severity]}: ${message[language]}`;
  const advice = hint === undefined ? [] : [`  → ${hint[language]}`];
  const lines = frame === "" ? [] : frame.split("\n").map((one) => `  ${one}`);
  return [head, ...advice, ...lines].join("\n");
}

/** All problems, a blank line between them, and how many there are. */
export const showProblems = (problems: readonly Problem[], language: Language): string =>
  [...problems.map((problem) => showProblem(problem, language)), countLine(problems, language)].join("\n\n");

function countLine(problems: readonly Problem[], language: Language): string {
  if (problems.length === 0) return WORDS[language].none;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const parts = [counted(errors, "error", language), counted(problems.length - errors, "warning", language)].filter(
    (part) => part !== "",
  );
  const files = new Set(problems.map(({ file }) => file)).size;
  return language === "vi"
    ? `${parts.join(", ")} trong ${files} tệp.`
    : `${parts.join(", ")} in ${files} ${files === 1 ? "file" : "files"}.`;
}

function counted(count: number, severity: Problem["severity"], language: Language): string {
  if (count === 0) return "";
  return `${count} ${WORDS[language][severity]}${language === "en" && count > 1 ? "s" : ""}`;
}
