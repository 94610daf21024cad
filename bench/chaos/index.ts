import { parseArgs } from "node:util";
import { CHATS } from "../../src/core/destination.ts";
import { type Postgres, startPostgres } from "../../test/postgres.ts";
import { isGood, type Ran, report, summary } from "./report.ts";
import { type Result, runScenario } from "./scenario.ts";

const USAGE = `npm run chaos -- [--announcements 500] [--engine sqlite|postgres|both] [--chat slack|discord|both]
                 [--kills N] [--seed N] [--seconds 600] [--blind] [--verbose]

Announces while processes are killed and chats fail, and counts what people have read.
--seconds bounds each run; --blind never looks for what may have been posted, which has to double something.`;

const LEASE_MS = 3_000;

const { values } = parseArgs({
  options: {
    announcements: { type: "string", default: "500" },
    engine: { type: "string", default: "both" },
    chat: { type: "string", default: "both" },
    kills: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    seconds: { type: "string", default: "600" },
    blind: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [announcements, seed, seconds] = [Number(values.announcements), Number(values.seed), Number(values.seconds)];
const engines = ["sqlite", "postgres"].filter((engine) => [engine, "both"].includes(values.engine));
const chats = CHATS.filter((chat) => [chat, "both"].includes(values.chat));
const isClear =
  [announcements, seed, seconds, Number(values.kills ?? 0)].every(Number.isInteger) &&
  engines.length > 0 &&
  chats.length > 0;
// What must not outlive this process hears of its end only so.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
if (values.help) console.log(USAGE);
else if (isClear) process.exitCode = (await run()) ? 0 : 1;
else {
  console.error(USAGE);
  process.exitCode = 1;
}

async function run(): Promise<boolean> {
  const { blind, verbose } = values;
  console.log(`Seed ${seed}, ${announcements} announcements each, ${chats.join(" and ")}${blind ? ", blind" : ""}.`);
  const ran: Ran[] = [];
  const one = async (name: string, processes: number, postgres?: Postgres): Promise<void> => {
    const result = await runScenario({
      announcements,
      chats,
      postgres,
      processes,
      seed,
      limitMs: seconds * 1000,
      // Each new process costs a second or three, and one alone has to wait for it.
      kills: Number(values.kills ?? Math.ceil(announcements / (processes === 1 ? 42 : 28))),
      pauses: Math.ceil(announcements / (processes === 1 ? 500 : 160)),
      crashes: 3,
      leaseMs: LEASE_MS,
      blind,
      verbose,
    });
    ran.push({ name, result });
    console.log(`${name}: ${summary(result)}`);
  };
  if (engines.includes("sqlite")) {
    await one("SQLite, one process", 1);
    await one("SQLite, three", 3);
  }
  const postgres = engines.includes("postgres") ? await startPostgres({ durable: true }) : undefined;
  if (postgres !== undefined) await one("PostgreSQL, three", 3, postgres);
  await postgres?.stop();
  report(ran);
  const wanted = blind ? ({ doubled }: Result): boolean => doubled.length > 0 : isGood;
  return ran.length > 0 && ran.every(({ result }) => wanted(result));
}
