import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Client, Events, GatewayIntentBits } from "discord.js";
import { commands } from "../commands/index.ts";
import type { Knowledge } from "../src/core/knowledge.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { definitionsOf } from "../src/platforms/discord/definitions.ts";
import { createDiscord } from "../src/platforms/discord/index.ts";
import { assemble } from "../src/terminal/assemble.ts";
import type { CommandBodies } from "../test/platforms/discord/fake/server.ts";
import type { Load, Measured } from "./discord-load.ts";
import type { Section, Wanted } from "./report.ts";

const FOLDER = "test/knowledge";
const IN_FLIGHT = 50;
const QUICK = { REQUESTS: 600, ROUNDS: 3 };
const FULL = { REQUESTS: 3000, ROUNDS: 5 };

type Asked = Pick<Load, "name" | "values">;

/** A typed command and a free question through our handler, beside a bare discord.js handler that echoes as many bytes. */
export async function run({ full }: Wanted): Promise<readonly Section[]> {
  const { REQUESTS, ROUNDS } = full ? FULL : QUICK;
  const { knowledge } = await loadKnowledge(FOLDER);
  if (knowledge === undefined) throw new Error(`${FOLDER} has problems: run npm run check -- --knowledge ${FOLDER}`);
  const [memorandum = ""] = knowledge.memoranda.keys();
  const typed = { name: "fields", values: [{ memorandum }] };
  const question = { name: "ask", values: knowledge.questions.map(({ q }) => ({ question: q })) };
  const ours = await startOurs(knowledge);
  const { bytes } = await ours.load(typed, 500);
  const bare = await startBare(bytes);
  await bare.load(typed, 500);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ bare: await bare.load(typed, REQUESTS), ours: await ours.load(typed, REQUESTS) });
  const asked = await ours.load(question, REQUESTS);
  rounds.sort((a, b) => a.ours.perSecond / a.bare.perSecond - b.ours.perSecond / b.bare.perSecond);
  const middle = rounds[Math.floor(ROUNDS / 2)];
  const share = Math.round((100 * (middle?.ours.perSecond ?? 0)) / (middle?.bare.perSecond ?? 1));
  for (const one of [ours, bare]) await one.stop();
  return [
    {
      title: "Whole bot: Discord over its gateway",
      rows: [
        { what: "bare discord.js echo", ...middle?.bare },
        { what: "typed command", ...middle?.ours },
        { what: "free questions", ...asked },
      ],
      notes: [
        `On loopback, ${IN_FLIGHT} in flight, an answer of ${bytes} bytes, middle of ${ROUNDS} rounds.`,
        `A typed command reaches ${share}% of the echo.`,
      ],
    },
  ];
}

/** So many bytes of the language that the answers are in: marks cost more to write than plain letters. */
function vietnamese(bytes: number): string {
  let text = "";
  for (const letter of "Kim ngạch xuất khẩu của thành phố, chín tháng đầu năm. ".repeat(40))
    if (Buffer.byteLength(text + letter) <= bytes) text += letter;
  return text;
}

/** A fake Discord in a thread of its own, so that it costs the bot nothing. */
async function startDiscord() {
  const worker = new Worker(new URL("./discord-load.ts", import.meta.url));
  const [{ api, token }] = (await once(worker, "message")) as [{ api: string; token: string }];
  const load = async ({ name, values }: Asked, count: number) => {
    const list = definitionsOf(commands, "everywhere") as CommandBodies;
    const work: Load = { name, values, count, inFlight: IN_FLIGHT, commands: list };
    const before = process.threadCpuUsage();
    worker.postMessage(work);
    const [measured] = (await once(worker, "message")) as [Measured];
    const { user, system } = process.threadCpuUsage(before);
    return { ...measured, "cpu µs": Math.round((user + system) / count) };
  };
  return { api, token, load, stop: () => worker.terminate() };
}

async function startOurs(knowledge: Knowledge) {
  const { api, token, load, stop } = await startDiscord();
  const bot = assemble(knowledge);
  const platform = createDiscord({ api, token, knowledge, now: Date.now, log: () => {}, lost: () => {} });
  await platform.start(() => ({ bot, knowledge }));
  return { load, stop: () => platform.stop().then(stop) };
}

async function startBare(bytes: number) {
  const { api, token, load, stop } = await startDiscord();
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  const around = JSON.stringify({ tts: false, enforce_nonce: false, content: "", flags: 64 }).length;
  const content = vietnamese(bytes - around);
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) interaction.reply({ content, flags: 64 }).catch(console.error);
  });
  const ready = once(client, Events.ClientReady);
  await client.login(token);
  await ready;
  return { load, stop: () => client.destroy().then(stop) };
}
