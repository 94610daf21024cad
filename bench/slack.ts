import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { App, HTTPReceiver, type Logger, LogLevel, type RespondArguments } from "@slack/bolt";
import type { Knowledge } from "../src/core/knowledge.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { createSlack } from "../src/platforms/slack/index.ts";
import { createServer } from "../src/server/server.ts";
import { assemble } from "../src/terminal/assemble.ts";
import { openFakeSlack } from "../test/platforms/slack/fake/server.ts";
import type { Section, Wanted } from "./report.ts";
import type { Load, Measured } from "./slack-load.ts";

const SECRET = "bench";
const IN_FLIGHT = 50;
const QUICK = { REQUESTS: 600, QUESTIONS: 100, ROUNDS: 3 };
const FULL = { REQUESTS: 3000, QUESTIONS: 300, ROUNDS: 5 };
const PORT = 3977;
const BARE_PORT = 3978;
const SINK_PORT = 3979;

/** A typed command and a free question through our handler, beside a bare Bolt handler that echoes as many bytes. */
export async function run({ full }: Wanted): Promise<readonly Section[]> {
  const { REQUESTS, QUESTIONS, ROUNDS } = full ? FULL : QUICK;
  const { knowledge } = await loadKnowledge("knowledge");
  if (knowledge === undefined) throw new Error("The knowledge has problems: run npm run check");
  const typed = form("/lt-memoranda", "");
  const question = form("/hoi", knowledge.questions[0]?.q ?? "");
  const answers = await openSink();
  const slack = await openFakeSlack();
  const ours = await startOurs(knowledge, slack.url);
  const { answer } = await load(PORT, typed, 300);
  const bare = await startBare(JSON.parse(answer));
  for (const port of [PORT, BARE_PORT]) await load(port, typed, 300);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ ours: await load(PORT, typed, REQUESTS), bare: await load(BARE_PORT, typed, REQUESTS) });
  const start = performance.now();
  const asked = await load(PORT, question, QUESTIONS);
  await answers.received(QUESTIONS);
  const perSecond = Math.round((1000 * QUESTIONS) / (performance.now() - start));
  rounds.sort((a, b) => share(a) - share(b));
  const middle = rounds[Math.floor(ROUNDS / 2)];
  await ours.stop();
  await bare.stop();
  await slack.close();
  answers.close();
  const reached = middle === undefined ? 0 : Math.round(100 * share(middle));
  return [
    {
      title: "Whole bot: Slack over HTTP",
      rows: [
        { what: "bare Bolt echo", ...middle?.bare.figures },
        { what: "typed command", ...middle?.ours.figures },
        { what: "free question, acknowledged", ...asked.figures },
        { what: "free question, answered", perSecond },
      ],
      notes: [
        `On loopback, ${IN_FLIGHT} in flight, an answer of ${Buffer.byteLength(answer)} bytes, middle of ${ROUNDS} rounds.`,
        `A typed command reaches ${reached}% of the echo.`,
      ],
    },
  ];
}

interface Round {
  readonly ours: Awaited<ReturnType<typeof load>>;
  readonly bare: Round["ours"];
}

const share = ({ ours, bare }: Round): number => ours.figures.perSecond / bare.figures.perSecond;

async function startOurs(knowledge: Knowledge, apiUrl: string) {
  const bot = assemble(knowledge);
  const mounted = new Map<string, RequestListener>();
  const web: RequestListener = (_, response) => void response.writeHead(404).end();
  const stopping = new AbortController().signal;
  const server = createServer({ host: "127.0.0.1", port: PORT, mounted, web, stopping });
  await server.start();
  const platform = createSlack({
    mode: "http",
    botToken: "xoxb-good",
    signingSecret: SECRET,
    apiUrl,
    mount: (path, listener) => void mounted.set(path, listener),
    prefix: "lt-",
    knowledge,
    commands: bot.commands,
    now: Date.now,
    log: () => {},
  });
  await platform.start(() => ({ bot, knowledge }));
  return {
    async stop() {
      await platform.stop();
      await server.stop();
    },
  };
}

const QUIET: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** Sends the very same message, which it need not make. */
async function startBare(message: RespondArguments) {
  const receiver = new HTTPReceiver({ signingSecret: SECRET, logger: QUIET });
  const authorize = async () => ({ botToken: "xoxb-good", botId: "B", botUserId: "U" });
  const app = new App({ receiver, authorize, logger: QUIET });
  app.command(/^\//, ({ ack }) => ack(message));
  await receiver.start(BARE_PORT);
  return receiver;
}

/** Where the answers to free questions go. */
async function openSink() {
  let count = 0;
  const server = createHttpServer((request, response) => {
    request.resume().on("end", () => response.end(String(++count)));
  });
  server.listen(SINK_PORT, "127.0.0.1");
  await once(server, "listening");
  return {
    async received(wanted: number): Promise<void> {
      while (count < wanted) await setTimeout(1);
    },
    close: () => void server.close(),
  };
}

const form = (command: string, text: string): string =>
  String(
    new URLSearchParams({
      command,
      text,
      team_id: "T1",
      channel_id: "C1",
      user_id: "U1",
      user_name: "minh",
      response_url: `http://127.0.0.1:${SINK_PORT}/`,
      trigger_id: "1.1",
    }),
  );

/** The load comes from a thread of its own, so that it costs the two servers nothing. */
async function load(port: number, body: string, count: number) {
  const workerData: Load = { port, secret: SECRET, body, count, inFlight: IN_FLIGHT };
  const worker = new Worker(new URL("./slack-load.ts", import.meta.url), { workerData });
  await once(worker, "online");
  const before = process.threadCpuUsage();
  const [measured]: Measured[] = await once(worker, "message");
  if (measured === undefined) throw new Error("The load measured nothing.");
  const { user, system } = process.threadCpuUsage(before);
  await worker.terminate();
  const { answer, ...figures } = measured;
  return { answer, figures: { ...figures, "cpu µs": Math.round((user + system) / count) } };
}
