import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { call, type Workspace, type Written } from "./api.ts";
import { messageProblems } from "./blocks.ts";

export interface Post {
  readonly channel: string;
  readonly thread?: string | undefined;
  /** Only this person sees it. */
  readonly to?: string | undefined;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly ts: string;
  readonly replaces?: boolean;
}

/** How the next call of a method is failed. */
export interface Failure {
  /** 200 where it is left out. */
  readonly status?: number;
  readonly retryAfter?: number;
  readonly body?: object | string;
  /** What was asked for is done before it fails. */
  readonly done?: boolean;
  /** Instead of an answer: the connection is closed, or kept open for nothing. */
  readonly instead?: "hang up" | "silence";
}

/** A strict little Slack: Web API, response_urls and Socket Mode on one port. What it would refuse, it writes down. */
export interface FakeSlack {
  readonly url: string;
  readonly workspace: Workspace;
  readonly violations: string[];
  readonly calls: string[];
  /** The next message that reaches a person, in order. */
  next(): Promise<Post>;
  /** What has reached people and was not taken by next(). */
  readonly waiting: readonly Post[];
  /** Gives its ts. */
  show(post: Omit<Post, "ts">): string;
  /** Somebody else's message in a channel; gives its ts. */
  write(channel: string, message?: Partial<Written>): string;
  /** All that is written in a channel, oldest first. */
  written(channel: string): readonly Written[];
  /** How the next calls of a method end, one after the other; undefined lets one through. */
  fail(method: string, ...failures: readonly (Failure | undefined)[]): void;
  /** An address for answers to one command or press. */
  responseUrl(channel: string, user: string): string;
  /** Sends an envelope over one of the sockets; gives what it was acknowledged with. */
  envelope(type: string, payload: object, id?: string): Promise<object>;
  sockets(): readonly WebSocket[];
  /** The next socket that has said hello. */
  connected(): Promise<void>;
  close(): Promise<void>;
}

export async function openFakeSlack(): Promise<FakeSlack> {
  const violations: string[] = [];
  const calls: string[] = [];
  const waiting: Post[] = [];
  const takers: ((post: Post) => void)[] = [];
  const failures = new Map<string, (Failure | undefined)[]>();
  const responses = new Map<string, { channel: string; user: string; uses: number }>();
  const acks = new Map<string, (payload: object) => void>();
  const greeted: (() => void)[] = [];
  let count = 0;
  let last = 0;
  /** The time in microseconds, never the same twice. */
  const ts = (): string => {
    last = Math.max(last + 1, Date.now() * 1000);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, "0")}`;
  };

  const show = (post: Omit<Post, "ts">): string => {
    const shown = { ...post, ts: ts() };
    const taker = takers.shift();
    if (taker === undefined) waiting.push(shown);
    else taker(shown);
    return shown.ts;
  };
  const workspace: Workspace = {
    people: new Map(),
    channels: new Set(),
    unjoined: new Set(),
    archived: new Set(),
    messages: new Map(),
    views: [],
    homes: [],
    triggers: new Map(),
    scopes: undefined,
    tokens: { bot: "xoxb-good", app: "xapp-good" },
    url: "",
  };

  const server = createServer((request, response) => void answer(request, response));
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => {
    socket.on("message", (data) => {
      const { envelope_id, payload }: { envelope_id: string; payload?: object } = JSON.parse(String(data));
      acks.get(envelope_id)?.(payload ?? {});
      acks.delete(envelope_id);
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A1" } }));
    greeted.shift()?.();
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? "").replace(/^\/(api\/)?/, "");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    calls.push(path);
    const failure = failures.get(path.startsWith("respond/") ? "respond" : path)?.shift();
    if (failure !== undefined && failure.done !== true) return fail(response, failure);
    if (path.startsWith("respond/")) return send(response, ...respond(path, body));
    const token = request.headers.authorization?.replace("Bearer ", "") ?? new URLSearchParams(body).get("token") ?? "";
    const headers = workspace.scopes === undefined ? {} : { "x-oauth-scopes": workspace.scopes.join(",") };
    const result = call(path, new URLSearchParams(body), token, workspace, { show, violations });
    if (failure !== undefined) return fail(response, failure);
    send(response, 200, result, undefined, headers);
  }

  function respond(path: string, body: string): [number, object] {
    const found = responses.get(path.slice("respond/".length));
    if (found === undefined) return [404, { ok: false, error: "expired_url" }];
    if (++found.uses > 5) return [404, { ok: false, error: "used_url" }];
    const message = JSON.parse(body);
    violations.push(...messageProblems(message).map((one) => `response_url: ${one}`));
    show({
      channel: found.channel,
      thread: message.thread_ts,
      to: message.response_type === "in_channel" ? undefined : found.user,
      text: message.text,
      blocks: message.blocks,
      replaces: message.replace_original === true,
    });
    return [200, { ok: true }];
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  workspace.url = `ws://127.0.0.1:${port}/link`;
  const base = `http://127.0.0.1:${port}`;

  return {
    url: `${base}/api/`,
    workspace,
    violations,
    calls,
    waiting,
    show,
    write: (channel, message = {}) => {
      const written = { type: "message", user: "UMINH", text: "Chào cả nhà", ts: ts(), ...message };
      workspace.messages.set(channel, [...(workspace.messages.get(channel) ?? []), written]);
      return written.ts;
    },
    written: (channel) => workspace.messages.get(channel) ?? [],
    next: () => {
      const first = waiting.shift();
      return first === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(first);
    },
    fail: (method, ...some) => void failures.set(method, [...(failures.get(method) ?? []), ...some]),
    responseUrl: (channel, user) => {
      const id = `R${++count}`;
      responses.set(id, { channel, user, uses: 0 });
      return `${base}/respond/${id}`;
    },
    envelope: (type, payload, id = `E${++count}`) =>
      new Promise((resolve) => {
        acks.set(id, resolve);
        const [socket] = [...sockets.clients].filter((one) => one.readyState === one.OPEN);
        const envelope = { type, payload, envelope_id: id, accepts_response_payload: type !== "events_api" };
        socket?.send(JSON.stringify(envelope));
      }),
    sockets: () => [...sockets.clients],
    connected: () => new Promise((resolve) => greeted.push(resolve)),
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function fail(response: ServerResponse, { status = 200, body = {}, retryAfter, instead }: Failure): void {
  if (instead === "hang up") response.destroy();
  else if (instead !== "silence") send(response, status, body, retryAfter);
}

function send(
  response: ServerResponse,
  status: number,
  body: object | string,
  retryAfter?: number,
  headers: object = {},
): void {
  response.writeHead(status, {
    "content-type": "application/json",
    ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
    ...headers,
  });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
