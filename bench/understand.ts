import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import type { Knowledge } from "../src/core/knowledge.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { assemble } from "../src/terminal/assemble.ts";

const FOLDERS = ["knowledge", "test/knowledge"];
const ROUNDS = 5;

/** CPU and wall time per question on each knowledge base's own questions, start-up, and memory. */
export async function run(): Promise<void> {
  const rows = [];
  for (const folder of FOLDERS) rows.push(await measure(folder));
  console.log("Understanding and answering a question, on the questions of each knowledge base itself:");
  console.table(rows);
  console.log("Whole process, one question (npm run ask without npm), three runs:");
  console.table([1, 2, 3].map(wholeProcess));
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
    "cpu ms a question": round(cpuPerQuestion(knowledge, ask)),
    "median ms": round(wall[Math.floor(wall.length / 2)] ?? 0),
    "p99 ms": round(wall[Math.floor(wall.length * 0.99)] ?? 0),
    "load ms": round(loaded - start),
    "index ms": round(ready - loaded),
    "RSS MB": Math.round(process.memoryUsage.rss() / 1e6),
  };
}

function cpuPerQuestion(knowledge: Knowledge, ask: (question: string) => void): number {
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) for (const { q } of knowledge.questions) ask(q);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (ROUNDS * Math.max(1, knowledge.questions.length));
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function wholeProcess() {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [
    "--import",
    "./src/preload.mjs",
    "src/cli.ts",
    "ask",
    "--json",
    "help",
  ]);
  return { "wall ms": Math.round(performance.now() - start), "exit code": status };
}

const round = (value: number): number => Math.round(value * 100) / 100;
