import { performance } from "node:perf_hooks";
import { parentPort } from "node:worker_threads";
import { type CommandBodies, createFakeDiscord } from "../test/platforms/discord/fake/server.ts";

/** What the fake Discord in its own thread is told to do. */
export interface Load {
  readonly commands?: CommandBodies;
  readonly name: string;
  /** Taken in turn. */
  readonly values: readonly Readonly<Record<string, string>>[];
  readonly count: number;
  readonly inFlight: number;
}

export interface Measured {
  readonly perSecond: number;
  readonly "p50 ms": number;
  readonly "p99 ms": number;
  readonly bytes: number;
}

const fake = await createFakeDiscord({ strict: false });

/** Commands one after another, always so many unanswered. */
async function run({ name, values, count, inFlight }: Load): Promise<Measured> {
  const times: number[] = [];
  let left = count;
  let bytes = 0;
  const start = performance.now();
  const person = async (): Promise<void> => {
    while (left-- > 0) {
      const sent = performance.now();
      const { data } = await fake.interactions.until(fake.interactions.slash(name, values[left % values.length] ?? {}));
      times.push(performance.now() - sent);
      bytes = Buffer.byteLength(JSON.stringify(data));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, person));
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { perSecond: Math.round(count / seconds), "p50 ms": at(0.5), "p99 ms": at(0.99), bytes };
}

parentPort?.on("message", async (load: Load) => {
  if (load.commands !== undefined) fake.registry.register(load.commands);
  parentPort?.postMessage(await run(load));
});
parentPort?.postMessage({ api: fake.api, token: fake.token });
