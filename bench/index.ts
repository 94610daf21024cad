import { parseArgs } from "node:util";
import { type Benchmark, printSection, type Section, thisMachine, writeReport } from "./report.ts";

/**
 * `npm run bench` takes seconds, `npm run bench:full` minutes; `-- NAME …` runs those only, and files are handed to them.
 * All tables go to the terminal and, together, into FOLDER.
 */
const FOLDER = "bench-results";

interface Listed {
  readonly load: () => Promise<{ readonly run: Benchmark }>;
  /** Only when named, or in the full run. */
  readonly slow?: true;
}

const BENCHMARKS: Readonly<Record<string, Listed>> = {
  understand: { load: () => import("./understand.ts") },
  answering: { load: () => import("./answering.ts") },
  retrieval: { load: () => import("./retrieval.ts") },
  slack: { load: () => import("./slack.ts") },
  discord: { load: () => import("./discord.ts") },
  reload: { load: () => import("./reload.ts"), slow: true },
  growth: { load: () => import("./growth/index.ts"), slow: true },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: "boolean" }, facts: { type: "string" } },
});
const full = values.full === true;
const sizes = values.facts?.split(",").map(Number);
const isFile = (word: string): boolean => /\.(?:ya?ml|json)$/.test(word);
const named = positionals.filter((word) => !isFile(word));
const unknown = named.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(", ")}. There are: ${Object.keys(BENCHMARKS).join(", ")}.`);
  process.exitCode = 1;
} else {
  const all = Object.keys(BENCHMARKS).filter((name) => full || BENCHMARKS[name]?.slow !== true);
  const sections: Section[] = [];
  for (const name of named.length > 0 ? named : all) {
    const benchmark = await BENCHMARKS[name]?.load();
    for (const section of (await benchmark?.run({ full, files: positionals.filter(isFile), sizes })) ?? []) {
      printSection(section);
      sections.push(section);
    }
  }
  console.log(`\nWritten: ${(await writeReport(FOLDER, thisMachine(), sections)).join(", ")}`);
}
