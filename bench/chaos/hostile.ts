import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { between, createCount, createDeck, type Random } from "./chance.ts";
import type { Call, FakeChat, Reply } from "./fake-chat.ts";
import type { Window } from "./fate.ts";

export interface HostileOptions {
  readonly chats: readonly FakeChat[];
  readonly random: Random;
  /** How long it works at most on one request; clients wait less. */
  readonly slowestMs: number;
  /** A request has come to where its process might be killed. */
  readonly pass: (life: string, at: Window) => void;
  /** What becomes of a post, as it happens. */
  readonly tell: (life: string, what: string, announced: string) => void;
}

/** Of 25 posts so many end so. Where nothing else is said, the message is posted. */
const POSTS = [
  ["answered", 15],
  ["slow", 3],
  ["429, not posted", 1],
  ["500, not posted", 1],
  ["closed, not posted", 1],
  ["500, but posted", 1],
  ["closed, but posted", 1],
  ["silence, but posted", 1],
  ["half an answer, but posted", 1],
] as const;

/** And of 120 looks at a page of a history. */
const LOOKS = [
  ["answered", 96],
  ["slow", 16],
  ["429 for a look", 6],
  ["500 for a look", 1],
  ["closed for a look", 1],
] as const;

const BROKEN: Reply = { status: 500, body: { message: "Internal Server Error" } };

/** A server that goes on doing what it was asked for whoever is gone, and fails in every way that chats fail. */
export async function openHostile({ chats, random, slowestMs, pass, tell }: HostileOptions) {
  const faults = createCount();
  const drawPost = createDeck(random, POSTS);
  const drawLook = createDeck(random, LOOKS);
  let underWay = 0;
  const server = createServer((request, response) => {
    underWay += 1;
    respond(request, response)
      // A client that was killed while it sent.
      .catch(() => response.destroy())
      .finally(() => {
        underWay -= 1;
      });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://fake");
    const [, name, life = "", path = ""] = /^\/(\w+)\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
    const chat = chats.find((one) => one.chat === name);
    if (chat === undefined) return send(response, { status: 404, body: {} });
    const call = { method: request.method ?? "", path, query: url.searchParams, body: await bodyOf(request) };
    const purpose = chat.purpose(call);
    if (purpose === "post") return post(chat, call, life, response);
    if (purpose === "look") return look(chat, call, response);
    send(response, chat.answer(call));
  }

  async function post(chat: FakeChat, call: Call, life: string, response: ServerResponse): Promise<void> {
    const ending = drawPost();
    if (ending !== "answered") faults.add(ending);
    const announced = chat.announced(call);
    tell(life, `has its request come: ${ending}`, announced);
    pass(life, "request under way");
    if (ending === "429, not posted") return send(response, chat.limited(between(random, 0.2, 2)));
    if (ending === "500, not posted") return send(response, BROKEN);
    if (ending === "closed, not posted") return void response.destroy();
    await wait(ending === "slow" ? between(random, 100, slowestMs) : between(random, 1, 30));
    const reply = chat.answer(call);
    tell(life, "has it posted", announced);
    pass(life, "posted, answer under way");
    if (ending === "500, but posted") return send(response, BROKEN);
    if (ending === "closed, but posted") return void response.destroy();
    if (ending === "silence, but posted") return;
    if (ending === "half an answer, but posted") return sendHalf(response, reply);
    send(response, reply);
  }

  async function look(chat: FakeChat, call: Call, response: ServerResponse): Promise<void> {
    const ending = drawLook();
    if (ending !== "answered" && ending !== "slow") faults.add(ending);
    if (ending === "429 for a look") return send(response, chat.limited(between(random, 0.2, 2)));
    if (ending === "500 for a look") return send(response, BROKEN);
    if (ending === "closed for a look") return void response.destroy();
    await wait(ending === "slow" ? between(random, 50, 300) : between(random, 1, 10));
    send(response, chat.answer(call));
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** Where that process finds that chat. */
    urlOf: (chat: string, life: string): string => `http://127.0.0.1:${port}/${chat}/${life}`,
    faults: faults.counts,
    /** How many requests it is at. */
    underWay: (): number => underWay,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** As from a proxy that was cut off. */
function sendHalf(response: ServerResponse, { status, body }: Reply): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json" }).end(text.slice(0, text.length / 2));
}
