/** One measurement in a process of its own: `node --expose-gc bench/growth/step.ts STEP FOLDER FACTS`; prints JSON. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { finish } from "../../src/core/steps.ts";
import { directAnswer, evaluate } from "../../src/evaluation/evaluate.ts";
import { tally } from "../../src/evaluation/tally.ts";
import { VARIANTS } from "../../src/evaluation/variants.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { readFolder } from "../../src/knowledge/read.ts";
import { begin } from "../../src/living/begin.ts";
import { keepCheckedIn } from "../../src/living/checked.ts";
import { keepIn } from "../../src/living/kept.ts";
import { createLiving } from "../../src/living/living.ts";
import { createAssembler } from "../../src/terminal/assemble.ts";
import { cpuMs } from "../report.ts";
import { grown } from "./knowledge.ts";
import { questionsOf } from "./questions.ts";

const NOW = Date.UTC(2026, 10, 24, 5);
const QUESTIONS = Number(process.env.QUESTIONS ?? 200);
/** Prints each question that was not answered as it should be. */
const SHOWS = process.env.SHOW !== undefined;
const FIRST = "thu ngân sách của Hà Nội năm 2024?";

/** These are asked in all ways of typing. */
const MANY_WAYS = new Set(["figure", "not held"]);

const [step = "", folder = "", facts = ""] = process.argv.slice(2);

/** What is alive, on V8's heap and off it. */
function livingBytes(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function load() {
  const { knowledge } = await loadKnowledge(folder);
  if (knowledge === undefined) throw new Error("The knowledge has problems.");
  return knowledge;
}

/** As a start begins, with what earlier ones have left. */
async function beginWarm() {
  const kept = keepIn(`${folder}-state`, folder);
  const begun = await begin(folder, kept, keepCheckedIn(`${folder}-state`));
  if ("refused" in begun) throw new Error("The knowledge has problems.");
  return { begun, kept };
}

const ROUNDS = 3;

/** Of a few runs the quickest, in ms of real time: in the others somebody else had a turn. */
function quickest(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return Math.min(...times);
}

const STEPS: Readonly<Record<string, () => Promise<object>>> = {
  /** The same bytes by the library alone. */
  async yaml() {
    const { files } = await readFolder(folder);
    const from = cpuMs();
    for (const { text } of files) parse(text);
    return { cpu: cpuMs() - from };
  },

  async load() {
    const from = cpuMs();
    await load();
    return { cpu: cpuMs() - from };
  },

  /** The same where all files were checked at an earlier start. */
  async warmLoad() {
    const from = cpuMs();
    await beginWarm();
    return { cpu: cpuMs() - from };
  },

  async memory() {
    const before = livingBytes();
    const knowledge = await load();
    const loaded = livingBytes();
    const { bot, warming } = finish(createAssembler()(knowledge));
    finish(warming());
    bot.answer({ command: "ask", input: FIRST, now: NOW });
    const warm = livingBytes();
    const held = knowledge.facts.length + knowledge.figures.length;
    return { loaded: (loaded - before) / held, warm: (warm - before) / held, rss: process.memoryUsage.rss() };
  },

  /** From the start of the process to the first answer, as when it serves. */
  async start() {
    const { begun } = await beginWarm();
    const { bot } = finish(createAssembler()(begun.knowledge));
    bot.answer({ command: "ask", input: FIRST, now: NOW });
    const { user, system } = process.cpuUsage();
    await begun.checked?.keep(begun.loader.checked());
    return { cpu: (user + system) / 1000, wall: performance.now() };
  },

  /** One number in one file is changed, a few times. */
  async reload() {
    const { begun, kept } = await beginWarm();
    const log = { debug() {}, info() {}, warn() {}, error: console.error };
    const living = await createLiving({
      folder,
      begun,
      kept,
      assembler: createAssembler(),
      now: () => NOW,
      log,
      quietMs: 1,
    });
    living.start();
    await living.reload();
    const path = join(folder, "figures", "ha-noi-2024.yaml");
    const text = await readFile(path, "utf8");
    const cpu: number[] = [];
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await writeFile(path, text.replace(/value: [\d.]+/, `value: ${1000 + i}`));
      const from = cpuMs();
      await living.reload();
      cpu.push(cpuMs() - from);
    }
    await writeFile(path, text);
    await living.stop();
    return { cpu: cpu.sort((a, b) => a - b)[2] };
  },

  async questions() {
    const knowledge = await load();
    const from = cpuMs();
    const { bot, warming } = finish(createAssembler()(knowledge));
    const index = cpuMs() - from;
    finish(warming());
    const asked = questionsOf(grown(Number(facts)), QUESTIONS, 7);
    // What slips want comes later as well, and finds everything warm.
    for (const { questions } of asked) evaluate(bot, questions.slice(0, 5), "typo", NOW);
    const ways = asked.flatMap(({ way, questions }) =>
      (MANY_WAYS.has(way) ? VARIANTS : VARIANTS.slice(0, 1)).map((variant) => {
        const judged = evaluate(bot, questions, variant, NOW);
        const before = cpuMs();
        const times = judged.map(({ typed }) => quickest(() => bot.answer({ command: "ask", input: typed, now: NOW })));
        const cpu = (cpuMs() - before) / (ROUNDS * questions.length);
        for (const { verdict, typed, answer } of judged)
          if (SHOWS && verdict !== "right") console.error(way, variant, verdict, typed, "→", directAnswer(answer));
        return { way, variant, ...tally(judged), cpu, times };
      }),
    );
    return { facts: knowledge.facts.length, figures: knowledge.figures.length, index, ways };
  },
};

const result = await STEPS[step]?.();
if (result === undefined) throw new Error(`There is no step ${step}.`);
process.stdout.write(JSON.stringify(result), () => process.exit());
