import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Tally } from "../../src/evaluation/tally.ts";
import type { Benchmark, Row } from "../report.ts";
import { write } from "../thousand.ts";
import { grown } from "./knowledge.ts";

const FEW = [400, 4000];
const MANY = [400, 4000, 40_000];

/** How everything grows with the knowledge: `npm run bench -- growth [--facts 400,4000]`. */
export const run: Benchmark = async ({ full, sizes = full ? MANY : FEW }) => {
  const [costs, rates] = [[], []] as [Row[], Row[]];
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), `bench-growth-${size}-`));
    try {
      const measured = await measure(folder, size);
      costs.push(measured.costs);
      rates.push(...measured.rates);
    } finally {
      await rm(folder, { recursive: true });
      await rm(`${folder}-state`, { recursive: true, force: true });
    }
  }
  return [
    {
      title: "Growth: what it costs",
      rows: costs,
      notes: [
        "Real place names, made-up numbers. ms are CPU: of the main thread, and of a start of the whole process from its first instruction to its first answer.",
        "Bytes a fact are what is alive after a collection, on the heap and off it, above the bare process: the knowledge alone, and the bot with all that it keeps ready.",
      ],
    },
    {
      title: "Growth: how it answers",
      rows: rates,
      notes: [
        "Not held are a period, a place or an indicator whose siblings are held; any figure given there is false.",
        "cpu is the mean of a question in ms; p50 and p99 are in real time, the quickest of three.",
      ],
    },
  ];
};

interface Way extends Tally {
  readonly way: string;
  readonly variant: string;
  readonly cpu: number;
  readonly times: readonly number[];
}

async function measure(folder: string, size: number) {
  const { files } = grown(size);
  await write(folder, files);
  const step = <T>(name: string): Promise<T> => stepOf<T>(name, folder, size);
  const yaml = await step<{ cpu: number }>("yaml");
  const load = await step<{ cpu: number }>("load");
  const memory = await step<{ loaded: number; warm: number; rss: number }>("memory");
  const cold = await step<{ cpu: number; wall: number }>("start");
  const warm = await step<{ cpu: number; wall: number }>("start");
  const warmLoad = await step<{ cpu: number }>("warmLoad");
  const reload = await step<{ cpu: number }>("reload");
  const { facts, figures, index, ways } = await step<{ facts: number; figures: number; index: number; ways: Way[] }>(
    "questions",
  );
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return {
    costs: {
      facts: facts + figures,
      files: files.size,
      "YAML kB": Math.round(bytes / 1000),
      "yaml alone": Math.round(yaml.cpu),
      load: Math.round(load.cpu),
      "load ÷ yaml": rounded(load.cpu / yaml.cpu),
      "load, warm": Math.round(warmLoad.cpu),
      "warm ÷ load": rounded(warmLoad.cpu / load.cpu),
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
  const given = [...process.execArgv, "--expose-gc", "--import", "./src/preload.mjs", file, step, folder, String(size)];
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
