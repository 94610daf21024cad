import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import type { Knowledge } from "../src/core/knowledge.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { assemble } from "../src/terminal/assemble.ts";
import { cpuMs, rounded, type Section } from "./report.ts";

const FOLDERS = ["knowledge", "test/knowledge"];
const ROUNDS = 3;

/** CPU and wall time per question on each knowledge base's own questions, start-up, and memory. */
export async function run(): Promise<readonly Section[]> {
  const rows = [];
  for (const folder of FOLDERS) rows.push(await measure(folder));
  return [
    { title: "Understanding and answering a question, on each knowledge base's own questions", rows },
    { title: "Whole process, one question (npm run ask without npm), three runs", rows: [1, 2, 3].map(wholeProcess) },
  ];
}

async function measure(folder: string) {
  const start = performance.now();
  const { knowledge } = await loadKnowledge(folder);
  if (knowledge === undefined) throw new Error(`${folder} has problems: run npm run check -- --knowledge ${folder}`);
  const loaded = performance.now();
  const bot = assemble(knowledge);
  const ready = performance.now();
  const ask = (question: string): void => void bot.answer({ command: "ask", input: question, now: Date.now() });
  for (const { q } of knowledge.questions) ask(q);
  const wall = knowledge.questions.flatMap(({ q }) => Array.from({ length: ROUNDS }, () => timed(() => ask(q))));
  wall.sort((a, b) => a - b);
  return {
    folder,
    facts: knowledge.facts.length,
    figures: knowledge.figures.length,
    questions: knowledge.questions.length,
    "cpu ms a question": rounded(cpuPerQuestion(knowledge, ask)),
    "median ms": rounded(wall[Math.floor(wall.length / 2)] ?? 0),
    "p99 ms": rounded(wall[Math.floor(wall.length * 0.99)] ?? 0),
    "load ms": rounded(loaded - start),
    "index ms": rounded(ready - loaded),
    "RSS MB": Math.round(process.memoryUsage.rss() / 1e6),
  };
}

function cpuPerQuestion(knowledge: Knowledge, ask: (question: string) => void): number {
  const before = cpuMs();
  for (let round = 0; round < ROUNDS; round++) for (const { q } of knowledge.questions) ask(q);
  return (cpuMs() - before) / (ROUNDS * Math.max(1, knowledge.questions.length));
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function wholeProcess(run: number) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [
    "--import",
    "./src/preload.mjs",
    "src/cli.ts",
    "ask",
    "--json",
    "help",
  ]);
  return { run, "wall ms": Math.round(performance.now() - start), "exit code": status ?? undefined };
}
