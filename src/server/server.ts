import { createServer as createHttpServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { type Address, asUserError } from "./trouble.ts";

/** What comes in for exactly this path goes to the listener, whatever its method. */
export type Mount = (path: string, listener: RequestListener) => void;

export interface ServerOptions extends Address {
  /** Listeners by path. */
  readonly mounted: ReadonlyMap<string, RequestListener>;
  /** Takes all for which nothing is mounted. */
  readonly web: RequestListener;
  /** From then on nothing new is taken but what asks how the bot is. */
  readonly stopping: AbortSignal;
  /** How long a client may take to send a request, and how long it may be silent while it is answered. */
  readonly patienceMs?: number;
}

export interface Server {
  /** Resolves to the address it listens on, "http://127.0.0.1:3000". Rejects with a UserError where the port is taken. */
  start(): Promise<string>;
  /** Answers what is under way, then closes. */
  stop(): Promise<void>;
}

/** Whoever looks after the bot may ask until the end. */
const PROBES: ReadonlySet<string> = new Set(["/livez", "/readyz", "/metrics"]);

/** The one server of the bot. Clients that are slow to send, or to read, are let go. */
export function createServer(options: ServerOptions): Server {
  const { host, port, mounted, web, stopping, patienceMs = 20_000 } = options;
  const underWay = new Set<Promise<void>>();
  const server = createHttpServer(
    {
      headersTimeout: patienceMs / 2,
      requestTimeout: patienceMs,
      connectionsCheckingInterval: patienceMs / 10,
      keepAliveTimeout: 5000,
    },
    (request, response) => {
      const path = (request.url ?? "").split("?", 1)[0] ?? "";
      if (stopping.aborted) response.setHeader("connection", "close");
      const answered = new Promise<void>((resolve) => response.once("close", resolve));
      underWay.add(answered);
      void answered.then(() => underWay.delete(answered));
      if (stopping.aborted && !PROBES.has(path)) return void response.writeHead(503).end();
      (mounted.get(path) ?? web)(request, response);
    },
  );
  server.timeout = patienceMs;

  return {
    async start() {
      await new Promise<void>((resolve, reject) => {
        server.once("error", (error) => reject(asUserError(error, { host, port })));
        server.listen(port, host, resolve);
      });
      const { address, family, port: actual } = server.address() as AddressInfo;
      return `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`;
    },
    async stop() {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.all(underWay);
      // Left are those that are kept alive, or have not asked anything yet.
      server.closeAllConnections();
      await closed;
    },
  };
}
