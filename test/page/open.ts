import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { PageDesk } from "../../src/page/desk.ts";
import { createPage } from "../../src/page/index.ts";
import { createApp, type Web } from "../../src/server/app.ts";
import { createHealth } from "../../src/server/health.ts";
import { createMetrics } from "../../src/server/metrics.ts";

/** Who asks: from where, and with which headers. */
export interface From {
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: string;
}

/** The page on the bot's own server application. */
export function openApp(desk: PageDesk): Web {
  const health = createHealth(desk.stopping);
  return createApp({
    health,
    metrics: createMetrics({ version: desk.version, health }),
    page: createPage(desk),
    token: desk.token,
    publicUrl: undefined,
    log: {
      debug: () => {},
      info: () => {},
      warn: () => {},
      error: (message, fields) => console.error(message, fields),
    },
    refer: () => "reference",
    now: desk.now,
  });
}

/** Asks without a port, as the server would pass it on. */
export async function ask(app: Web, path: string, from: From = {}): Promise<Response> {
  const { address = "127.0.0.1", headers = {}, method = "GET", body } = from;
  const incoming = {
    socket: { remoteAddress: address },
    headers: { host: "localhost", ...headers },
    httpVersion: "1.1",
  };
  return app.request(`http://localhost${path}`, { method, headers, ...(body === undefined ? {} : { body }) }, {
    incoming,
  } as unknown as HttpBindings);
}

/** The page on a port of this machine. */
export async function openServer(desk: PageDesk): Promise<{ readonly url: string; close(): Promise<void> }> {
  const app = openApp(desk);
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env as HttpBindings)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
