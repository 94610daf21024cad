import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { between, createCount, type Random } from "./chance.ts";
import { type Fate, isPause, type Life, type Step } from "./fate.ts";

export interface HerdOptions {
  /** So many processes at once; one that is gone is replaced. */
  readonly size: number;
  readonly lifeOf: (name: string, fates: readonly Fate[]) => Life;
  /** What the next process will meet. */
  readonly fates: () => readonly Fate[];
  /** How long one is stopped, in milliseconds: anywhere, or where it was about to send. */
  readonly pauseMs: (at: Fate["at"]) => number;
  readonly random: Random;
  /** What a process did about an announcement, or what is done to it. */
  readonly tell: (life: string, what: string, key?: string) => void;
  /** What processes complain of is shown. */
  readonly verbose: boolean;
}

interface One {
  readonly child: ChildProcess;
  readonly life: Life;
  readonly passed: Map<string, number>;
  /** What it dies of, once that is known. */
  dies?: Fate["at"] | "asked to stop";
}

const WORKER = new URL("./worker.ts", import.meta.url).pathname;
const PRELOAD = new URL("../../src/preload.mjs", import.meta.url).href;
/** Nobody takes longer to finish what is under way, be it stopped for a while meanwhile. */
const STOP_MS = 40_000;

/** Processes that are killed, stopped and replaced. */
export function createHerd({ size, lifeOf, fates, pauseMs, random, tell, verbose }: HerdOptions) {
  const kills = createCount();
  const pauses = createCount();
  /** What nobody wanted: processes that ended by themselves. */
  const troubles: string[] = [];
  const running = new Map<number, One>();
  let started = 0;
  let isOver = false;
  const killAll = (): void => {
    for (const { child } of running.values()) child.kill("SIGKILL");
  };
  process.once("exit", killAll);

  function start(slot: number): One {
    const life = lifeOf(`${slot}.${++started}`, fates());
    const child = spawn(process.execPath, ["--import", PRELOAD, WORKER, JSON.stringify(life)], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    const one: One = { child, life, passed: new Map() };
    running.set(slot, one);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const step: Step = JSON.parse(line);
      if ("did" in step) tell(life.name, step.did, step.key);
      else if (isPause(step.meets)) pause(one, step.meets);
      else {
        one.dies = step.meets;
        tell(life.name, `is killed: ${step.meets}`);
      }
    });
    const soon = life.fates.find(({ at }) => at === "at any moment");
    const timer = soon && setTimeout(() => kill(one, soon.at), soon.after);
    child.once("exit", () => clearTimeout(timer));
    return one;
  }

  function kill(one: One, at: Fate["at"]): void {
    if (one.dies === undefined || one.dies === "asked to stop") one.dies = at;
    tell(one.life.name, `is killed: ${at}`);
    one.child.kill("SIGKILL");
  }

  function pause(one: One, at: Fate["at"]): void {
    pauses.add(at);
    // One that stops itself has not done so yet, perhaps: then it would once it goes on.
    if (!isPause(at)) one.child.kill("SIGSTOP");
    const ms = pauseMs(at);
    tell(one.life.name, `is stopped for ${Math.round(ms)} ms: ${at}`);
    for (const moreMs of [0, 1000, 2000]) setTimeout(() => one.child.kill("SIGCONT"), ms + moreMs);
  }

  async function keep(slot: number): Promise<void> {
    while (!isOver) {
      const one = start(slot);
      let said = "";
      one.child.stderr?.on("data", (data: Buffer) => {
        said = (said + data).slice(-2000);
        if (verbose) process.stderr.write(data);
      });
      const [code, signal] = await once(one.child, "close");
      if (one.dies === undefined) troubles.push(`${one.life.name} ended by itself (${signal ?? code}): ${said}`);
      else if (one.dies === "asked to stop" && signal === "SIGKILL")
        troubles.push(`${one.life.name} did not stop: ${said}`);
      else if (one.dies !== "asked to stop") kills.add(one.dies);
      running.delete(slot);
      await wait(between(random, 0, 150));
    }
  }

  async function stopOne(one: One): Promise<void> {
    if (one.child.exitCode !== null || one.child.signalCode !== null) return;
    one.dies ??= "asked to stop";
    const timer = setTimeout(() => one.child.kill("SIGKILL"), STOP_MS);
    const ended = once(one.child, "exit");
    one.child.kill("SIGTERM");
    await ended;
    clearTimeout(timer);
  }

  const slots = Array.from({ length: size }, (_, slot) => keep(slot + 1));

  return {
    kills: kills.counts,
    pauses: pauses.counts,
    troubles: troubles as readonly string[],
    /** The process of that name is where its request has come to. */
    pass(name: string, at: Fate["at"]): void {
      const one = [...running.values()].find(({ life }) => life.name === name);
      if (one === undefined) return;
      const times = (one.passed.get(at) ?? 0) + 1;
      one.passed.set(at, times);
      if (one.life.fates.some((fate) => fate.at === at && fate.after === times)) kill(one, at);
    },
    /** One of them is stopped for a while, wherever it is. */
    pauseOne(): void {
      const all = [...running.values()];
      const one = all[Math.floor(random() * all.length)];
      if (one !== undefined) pause(one, "at any moment");
    },
    /** All that run now finish what is under way, one after the other; others take their places. */
    async replaceAll(): Promise<void> {
      for (const one of [...running.values()]) await stopOne(one);
    },
    async stop(): Promise<void> {
      isOver = true;
      await Promise.all([...running.values()].map(stopOne));
      await Promise.all(slots);
      process.off("exit", killAll);
    },
  };
}

export type Herd = ReturnType<typeof createHerd>;
