import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";

/** What a thread of its own is told to send. */
export interface Load {
  readonly port: number;
  readonly secret: string;
  readonly body: string;
  readonly count: number;
  readonly inFlight: number;
}

export interface Measured {
  readonly perSecond: number;
  readonly "p50 ms": number;
  readonly "p99 ms": number;
  /** The last answer. */
  readonly answer: string;
}

const load: Load = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: load.inFlight });

function post({ port, secret, body }: Load): Promise<string> {
  const seconds = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(body),
    "x-slack-request-timestamp": seconds,
    "x-slack-signature": `v0=${signature}`,
  };
  return new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", path: "/slack/events", method: "POST", headers, agent };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => void chunks.push(chunk));
      response.on("end", () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks).toString());
        else reject(new Error(`The server answered ${response.statusCode}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function run(): Promise<Measured> {
  const times: number[] = [];
  let left = load.count;
  let answer = "";
  const start = performance.now();
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const sent = performance.now();
      answer = await post(load);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: load.inFlight }, worker));
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { perSecond: Math.round(load.count / seconds), "p50 ms": at(0.5), "p99 ms": at(0.99), answer };
}

parentPort?.postMessage(await run());
