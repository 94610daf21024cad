import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Tally } from "../../src/evaluation/tally.ts";
import { write } from "../thousand.ts";
import { grown } from "./knowledge.ts";

const SIZES = "400,4000,40000";

/** How everything grows with the knowledge: `npm run bench -- growth [--facts 400,4000] [--failed]`. Each size in its own folder. */
export async function run(): Promise<void> {
  const { values } = parseArgs({
    strict: false,
    options: { facts: { type: "string", default: SIZES }, failed: { type: "boolean", default: false } },
  });
  const sizes = String(values.facts).split(",").map(Number);
  const [costs, rates] = [[], []] as [object[], object[]];
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), `bench-growth-${size}-`));
    try {
      const measured = await measure(folder, size, values.failed === true);
      costs.push(measured.costs);
      rates.push(...measured.rates);
    } finally {
      await rm(folder, { recursive: true });
      await rm(`${folder}-state`, { recursive: true, force: true });
    }
  }
  console.log("What it costs, in ms of CPU; memory after a collection, above the bare process, bytes a fact:");
  console.table(costs);
  console.log("How it answers, and the CPU of a question in ms; p50 and p99 in real time, the quickest of three:");
  console.table(rates);
}

interface Way extends Tally {
  readonly way: string;
  readonly variant: string;
  readonly cpu: number;
  readonly times: readonly number[];
  readonly failed: readonly object[];
}

async function measure(folder: string, size: number, showsFailed: boolean) {
  const { files } = grown(size);
  await write(folder, files);
  const step = <T>(name: string): Promise<T> => stepOf<T>(name, folder, size);
  const yaml = await step<{ cpu: number }>("yaml");
  const load = await step<{ cpu: number }>("load");
  const memory = await step<{ loaded: number; warm: number; rss: number }>("memory");
  const cold = await step<{ cpu: number; wall: number }>("start");
  const warm = await step<{ cpu: number; wall: number }>("start");
  const reload = await step<{ cpu: number }>("reload");
  const { facts, figures, index, ways } = await step<{ facts: number; figures: number; index: number; ways: Way[] }>(
    "questions",
  );
  if (showsFailed)
    for (const { way, variant, failed } of ways) for (const one of failed) console.log(way, variant, one);
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return {
    costs: {
      facts: facts + figures,
      files: files.size,
      "YAML kB": Math.round(bytes / 1000),
      "yaml alone": Math.round(yaml.cpu),
      load: Math.round(load.cpu),
      "load ÷ yaml": rounded(load.cpu / yaml.cpu),
      index: Math.round(index),
      "B a fact, loaded": Math.round(memory.loaded),
      "B a fact, warm": Math.round(memory.warm),
      "cold start": Math.round(cold.cpu),
      "warm start": Math.round(warm.cpu),
      "warm ÷ cold": rounded(warm.cpu / cold.cpu),
      "reload of one file": Math.round(reload.cpu),
      "RSS MB": Math.round(memory.rss / 1e6),
    },
    rates: ways.map(({ way, variant, answerable, unanswerable, cpu, times }) => ({
      facts: facts + figures,
      way,
      variant,
      asked: answerable.total + unanswerable.total,
      right: answerable.right + unanswerable.right,
      wrong: answerable.wrong,
      refused: answerable.refused,
      false: unanswerable.false,
      cpu: rounded(cpu),
      p50: rounded(at(times, 0.5)),
      p99: rounded(at(times, 0.99)),
    })),
  };
}

/** Each step is a process of its own, so that none finds anything warm, or full. */
function stepOf<T>(step: string, folder: string, size: number): Promise<T> {
  const file = join(import.meta.dirname, "step.ts");
  const given = ["--expose-gc", "--import", "./src/preload.mjs", file, step, folder, String(size)];
  const child = spawn(process.execPath, given, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    printed += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(printed));
      else reject(new Error(`The step ${step} ended with exit code ${code}.`));
    });
  });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
