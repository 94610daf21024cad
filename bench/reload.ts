import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { begin } from "../src/living/begin.ts";
import { keepIn } from "../src/living/kept.ts";
import { createLiving, type FollowingLiving } from "../src/living/living.ts";
import { assemble, createAssembler } from "../src/terminal/assemble.ts";
import { askMeanwhile } from "./meanwhile.ts";
import { cpuMs, type Row, type Section } from "./report.ts";
import { thousand, write } from "./thousand.ts";

const SAVES = Number(process.env.SAVES ?? 60);
const LOG = { debug() {}, info() {}, warn() {}, error: console.error };

/** From a saved file to the new answer, over the project's own knowledge and over a thousand files. */
export async function run(): Promise<readonly Section[]> {
  const own = await mkdtemp(join(tmpdir(), "bench-own-"));
  await cp("knowledge", own, { recursive: true });
  const large = await mkdtemp(join(tmpdir(), "bench-thousand-"));
  const { files } = thousand(1000);
  await write(large, files);
  const folders = [
    { folder: own, save: ["figures/2023-9-thang.yaml", "statements/anh-va-ban-quyen.yaml", "people/lanh-dao.yaml"] },
    { folder: large, save: ["figures/song-trang-2024.yaml", "statements/phat-bieu-0.yaml", "places/song-trang.yaml"] },
  ];
  const [starts, saves, others, asked] = [[], [], [], []] as [Row[], Row[], Row[], Row[]];
  for (const { folder, save } of folders) {
    starts.push(await measureStart(folder));
    const living = await openLiving(folder);
    saves.push(...(await measureSaves(living, folder, save)));
    others.push(...(await measureOthers(living, folder)));
    if (folder === large) asked.push(...(await askMeanwhile(living, folder)));
    await living.stop();
  }
  for (const { folder } of folders) await rm(folder, { recursive: true });
  return [
    { title: "Start, in ms", rows: starts, notes: ["“before” is without following files."] },
    {
      title: "One file saved → new answer",
      rows: saves,
      notes: [`${SAVES} saves of each; blocks are the longest time in which nobody else had a turn.`],
    },
    { title: "What else happens to a folder", rows: others },
    {
      title: "A question every 20 ms, while a thousand files are reloaded",
      rows: asked,
      notes: [
        "From when it came to its answer; wrong are those of another state than the last one or that being saved.",
      ],
    },
  ];
}

const stateOf = (folder: string): string => `${folder}-state`;

async function openLiving(folder: string): Promise<FollowingLiving> {
  const kept = keepIn(stateOf(folder), folder);
  const begun = await begin(folder, kept);
  if ("refused" in begun) throw new Error(begun.refused.map(({ file, message }) => `${file} ${message.en}`).join("\n"));
  const options = { folder, begun, kept, assembler: createAssembler(), now: Date.now, log: LOG };
  const living = await createLiving(options);
  living.start();
  return living;
}

async function measureStart(folder: string) {
  const before = await timed(async () => {
    const { knowledge } = await loadKnowledge(folder);
    if (knowledge !== undefined) assemble(knowledge);
  });
  const living: FollowingLiving[] = [];
  const opening = async (): Promise<void> => void living.push(await openLiving(folder));
  const good = await timed(opening);
  await living[0]?.stop();
  const [name = ""] = await readdir(join(folder, "figures"));
  const path = join(folder, "figures", name);
  const text = await readFile(path, "utf8");
  await writeFile(path, "- indicator: [");
  const broken = await timed(opening);
  await living[1]?.stop();
  await writeFile(path, text);
  const count = (await readdir(folder, { recursive: true })).filter((one) => one.endsWith(".yaml")).length;
  return { files: count, before, "following them": good, "from the kept state, files broken": broken };
}

/** Wall and CPU time, in ms. */
async function timed(work: () => Promise<void>): Promise<string> {
  const [cpu, wall] = [cpuMs(), performance.now()];
  await work();
  return `${Math.round(performance.now() - wall)} (cpu ${Math.round(cpuMs() - cpu)})`;
}

/** Each save makes another text of the file, and the answer counts that is given after it was taken. */
async function measureSaves(living: FollowingLiving, folder: string, names: readonly string[]) {
  await settled(living);
  const rows = [];
  for (const name of names) {
    const path = join(folder, name);
    const text = await readFile(path, "utf8");
    // The very first question after a start is slow whatever is saved.
    living.current().bot.answer({ command: "ask", input: "thu ngân sách năm 2024?", now: Date.now() });
    const before = process.memoryUsage.rss();
    const walls: number[] = [];
    const cpus: number[] = [];
    const blocks = watchBlocks();
    for (let i = 0; i < SAVES; i++) {
      const [cpu, wall] = [cpuMs(), performance.now()];
      const taken = next(living);
      await writeFile(path, changed(text, i));
      await taken;
      living.current().bot.answer({ command: "ask", input: "thu ngân sách năm 2024?", now: Date.now() });
      walls.push(performance.now() - wall);
      cpus.push(cpuMs() - cpu);
      if (i % 10 === 9) await settled(living);
    }
    const { wall, cpu } = blocks.stop();
    await writeFile(path, text);
    await settled(living);
    rows.push({
      files: living.status().files,
      saved: name,
      "p50 ms": at(walls, 0.5),
      "p95 ms": at(walls, 0.95),
      "p50 cpu ms": at(cpus, 0.5),
      "p95 cpu ms": at(cpus, 0.95),
      "block ms": Math.round(wall),
      "block cpu ms": Math.round(cpu),
      "RSS MB": mb(process.memoryUsage.rss()),
      "RSS grew MB": mb(process.memoryUsage.rss() - before),
    });
  }
  return rows;
}

/** Another number, or another word in an alias, that no other file has. */
const changed = (text: string, i: number): string =>
  /value: \d/.test(text)
    ? text.replace(/value: [\d.]+/, `value: ${1000 + i}`)
    : text.replace(/(vi: "?[^",}\n]+)/, (start) => `${start} ${"abcdefghij".charAt(i % 10)}${i}`);

async function measureOthers(living: FollowingLiving, folder: string) {
  const rows: Row[] = [];
  const measure = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const blocks = watchBlocks();
    const [cpu, wall] = [cpuMs(), performance.now()];
    await work();
    const ms = Math.round(performance.now() - wall);
    const { files, problems } = living.status();
    const block = blocks.stop();
    rows.push({
      what,
      files,
      ms,
      "cpu ms": Math.round(cpuMs() - cpu),
      "block ms": Math.round(block.wall),
      "block cpu ms": Math.round(block.cpu),
      problems: problems.length,
    });
    await settled(living);
  };
  const rest = join(folder, "statements", "them.yaml");
  const items = Array.from({ length: 2500 }, (_, i) => statement(folder, i)).join("");
  await measure("a file of 700 kB appears", () => Promise.all([next(living), writeFile(rest, MODELINE + items)]));
  await measure("one number in it is changed", () =>
    Promise.all([next(living), writeFile(rest, MODELINE + items.replace("nguồn nước 7", "nguồn nước 8"))]),
  );
  await measure("it is broken", () => Promise.all([next(living), writeFile(rest, `${MODELINE}${items}- id: [\n`)]));
  await measure("it is gone again", () => Promise.all([next(living), rm(rest)]));
  const all = (await readdir(folder, { recursive: true })).filter((one) => one.endsWith(".yaml"));
  await measure(`a checkout touches all ${all.length} files`, async () => {
    const taken = next(living);
    for (const name of all) await writeFile(join(folder, name), `${await readFile(join(folder, name), "utf8")}\n`);
    await taken;
  });
  const away = `${folder}-away`;
  await cp(join(folder, "places"), away, { recursive: true });
  await measure("a folder that all others refer to is deleted", () =>
    Promise.all([next(living), rm(join(folder, "places"), { recursive: true })]),
  );
  await measure("it is back", () => Promise.all([next(living), cp(away, join(folder, "places"), { recursive: true })]));
  await measure("nothing has changed, and is looked at", () => living.reload());
  await rm(away, { recursive: true });
  return rows;
}

const MODELINE = "# yaml-language-server: $schema=../schemas/statements.schema.json\n";

function statement(folder: string, i: number): string {
  const source = folder.includes("thousand") ? "bao-2020" : "bai-bao-xay-dung-2023";
  const place = folder.includes("thousand") ? "song-trang" : "ha-noi";
  return `- id: them-${i}\n  about: [${place}]\n  title: { vi: "Ý kiến thêm số ${i} về nguồn nước", en: "One more opinion, ${i}, on water" }\n  text: { vi: "Cần giữ sạch nguồn nước ${i} cho hạ du", en: "The water ${i} has to be kept clean" }\n  source: { id: ${source} }\n`;
}

/** Resolves when the knowledge, or what is said of it, has changed. */
const next = (living: FollowingLiving): Promise<void> =>
  new Promise((resolve) => {
    const unfollow = living.follow(() => {
      unfollow();
      resolve();
    });
  });

/** Until nothing is done in the background: golden questions are asked, and nothing new is seen. */
async function settled(living: FollowingLiving): Promise<void> {
  await living.reload();
  for (let quiet = 0; quiet < 5; ) {
    const cpu = cpuMs();
    await new Promise((resolve) => setTimeout(resolve, 20));
    quiet = cpuMs() - cpu < 4 ? quiet + 1 : 0;
  }
}

/** The longest time between two turns of a timer, less what it waits for: in real time, and in time of this thread. */
function watchBlocks() {
  const EVERY_MS = 2;
  let [wall, cpu] = [0, 0];
  let last: readonly [number, number] = [performance.now(), cpuMs()];
  const timer = setInterval(() => {
    const now = [performance.now(), cpuMs()] as const;
    wall = Math.max(wall, now[0] - last[0] - EVERY_MS);
    cpu = Math.max(cpu, now[1] - last[1]);
    last = now;
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return { wall, cpu };
    },
  };
}

const at = (values: readonly number[], share: number): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0);

const mb = (bytes: number): number => Math.round(bytes / 1e6);
