import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { type Chart, drawChart } from "./chart.ts";

/** A cell that is undefined was not measured. */
export type Row = Readonly<Record<string, string | number | undefined>>;

/** One table of a benchmark. Any benchmark returns such sections; what becomes of them is decided here. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  /** How it was measured and how to read it. */
  readonly notes?: readonly string[];
  readonly chart?: Chart;
}

/** What a benchmark is asked for. */
export interface Wanted {
  /** Takes minutes, where it otherwise takes seconds. */
  readonly full: boolean;
  /** Paths of the command line that it may know what to do with. */
  readonly files: readonly string[];
  /** How many facts, each number by itself; what the benchmark thinks best where they are not given. */
  readonly sizes?: readonly number[] | undefined;
}

export type Benchmark = (wanted: Wanted) => Promise<readonly Section[]>;

export interface Machine {
  readonly date: string;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGB: number;
  /** How much else the machine had to do in the last minute: wall times are to be read with it. */
  readonly load: number;
}

export function thisMachine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 16).replace("T", " "),
    node: process.version,
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

export function printSection({ title, rows, notes = [] }: Section): void {
  console.log(`\n${title}`);
  console.table(rows);
  for (const note of notes) console.log(`  ${note}`);
}

/** Writes report.md, report.json and a picture for each chart into the folder. Returns the paths. */
export async function writeReport(folder: string, machine: Machine, sections: readonly Section[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const charts = sections.flatMap(({ title, rows, chart }) =>
    chart === undefined ? [] : [[chartName(title), drawChart(title, rows, chart)] as const],
  );
  const files = [
    ["report.md", toMarkdown(machine, sections)] as const,
    ["report.json", `${JSON.stringify({ machine, sections }, undefined, 2)}\n`] as const,
    ...charts,
  ];
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return files.map(([name]) => join(folder, name));
}

function toMarkdown(machine: Machine, sections: readonly Section[]): string {
  const { date, node, processor, cores, memoryGB, load } = machine;
  const head = `# Benchmarks\n\n${date} UTC, Node ${node}, ${processor}, ${cores} cores, ${memoryGB} GB, load ${load} at the end.\n`;
  const parts = sections.map(({ title, rows, notes = [], chart }) => {
    const picture = chart === undefined ? "" : `\n![${title}](${chartName(title)})\n`;
    return `\n## ${title}\n\n${toTable(rows)}${notes.map((note) => `\n${note}\n`).join("")}${picture}`;
  });
  return head + parts.join("");
}

export function toTable(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const body = rows.map((row) => line(columns.map((column) => cellOf(row[column]))));
  return line(columns) + line(columns.map((_, i) => (i === 0 ? "---" : "---:"))) + body.join("");
}

const cellOf = (value: Row[string]): string => String(value ?? "–").replaceAll("|", "\\|");

const chartName = (title: string): string =>
  `${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)}.svg`;

/** To so many decimals. */
export const rounded = (value: number, decimals = 2): number => Number(value.toFixed(decimals));

/** CPU time of this thread so far, in ms. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
