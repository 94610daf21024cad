/** The benchmarks by name: `npm run bench -- NAME`, all of them without a name. Each prints its own table. */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  understand: () => import("./understand.ts"),
  slack: () => import("./slack.ts"),
  discord: () => import("./discord.ts"),
  reload: () => import("./reload.ts"),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(", ")}. There are: ${Object.keys(BENCHMARKS).join(", ")}.`);
  process.exitCode = 1;
} else
  for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHMARKS)) await (await BENCHMARKS[name]?.())?.run();
