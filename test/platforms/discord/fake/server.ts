import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createEvents, type Events } from "./events.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { createGuild, type Guild } from "./guild.ts";
import { createInteractions, type Interactions } from "./interactions.ts";
import { createMessages, type Messages } from "./messages.ts";
import { createRegistry, type RegisteredCommand, type Registry } from "./registry.ts";
import { type Fault, type Reply, refusal } from "./reply.ts";

export type CommandBodies = readonly RegisteredCommand[];

/** A request that reached the server. */
export interface Call {
  readonly method: string;
  /** From the version on: "/channels/1/messages". */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface FakeDiscord {
  readonly api: string;
  readonly token: string;
  readonly calls: readonly Call[];
  readonly gateway: Gateway;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly registry: Registry;
  readonly guild: Guild;
  readonly events: Events;
  /** To the next calls that match, as "POST /channels/1/messages", this happens. */
  failNext(call: RegExp, ...faults: readonly Fault[]): void;
  /** From now on the token is another. */
  changeToken(token: string): void;
  stop(): Promise<void>;
}

/** A small strict Discord on this machine: REST and gateway, for an unmodified discord.js. A lax one checks no bodies. */
export async function createFakeDiscord({ strict = true, now = Date.now } = {}): Promise<FakeDiscord> {
  const calls: Call[] = [];
  const faults: { readonly call: RegExp; readonly fault: Fault }[] = [];
  let token = "mã.thử.1".normalize("NFD").replace(/\P{ASCII}/gu, "");
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const socketUrl = `ws://127.0.0.1:${port}/`;
  const guild = createGuild();
  const gateway = createGateway(
    server,
    () => socketUrl,
    () => token,
    guild,
  );
  const registry = createRegistry();
  const events = createEvents(guild, now);
  const messages = createMessages(gateway, guild, now);
  const interactions = createInteractions(gateway, registry, strict);

  function answer(call: Call, authorized: boolean): Reply {
    const free = interactions.answer(call);
    if (free !== undefined) return free;
    if (!authorized) return refusal(401, 0, "401: Unauthorized");
    if (call.path === "/gateway/bot") return { status: 200, body: gatewayInformation(socketUrl) };
    return registry.answer(call) ?? messages.answer(call) ?? guild.answer(call) ?? events.answer(call) ?? nowhere(call);
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://fake");
    const call: Call = {
      method: request.method ?? "GET",
      path: decodeURIComponent(url.pathname.replace(/^\/api\/v10/, "")),
      query: url.searchParams,
      body: await readBody(request),
    };
    calls.push(call);
    const at = faults.findIndex((one) => one.call.test(`${call.method} ${call.path}`));
    const fault = at === -1 ? undefined : faults.splice(at, 1)[0]?.fault;
    const right = () => answer(call, request.headers.authorization === `Bot ${token}`);
    const { status, body, headers } = typeof fault === "object" ? fault : right();
    if (fault === "no answer") return;
    if (fault === "connection lost") return void request.socket.destroy();
    response.writeHead(status, body === undefined ? {} : { "content-type": "application/json", ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  return {
    api: `http://127.0.0.1:${port}/api`,
    get token() {
      return token;
    },
    calls,
    gateway,
    messages,
    interactions,
    registry,
    guild,
    events,
    failNext: (call, ...failures) => void faults.push(...failures.map((fault) => ({ call, fault }))),
    changeToken: (changed) => {
      token = changed;
    },
    async stop() {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const nowhere = ({ path }: Call): Reply => refusal(404, 0, `404: Not Found ${path}`);

const gatewayInformation = (url: string) => ({
  url,
  shards: 1,
  session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
});

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString();
  return text === "" ? undefined : JSON.parse(text);
}
