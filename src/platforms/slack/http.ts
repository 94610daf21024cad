import type { RequestListener } from "node:http";
import { HTTPReceiver, type Logger } from "@slack/bolt";

/** Hands over to the listener what comes in for a path. */
export type Mount = (path: string, listener: RequestListener) => void;

export interface HttpOptions {
  readonly signingSecret: string;
  readonly mount: Mount;
  readonly logger: Logger;
}

const PATH = "/slack/events";
const MOST_BYTES = 1_000_000;

/** Bolt's receiver, which checks signatures and their age, behind a server that is not ours. */
export function createHttp({ signingSecret, mount, logger }: HttpOptions) {
  const receiver = new HTTPReceiver({ signingSecret, logger, endpoints: PATH, bodyLimit: MOST_BYTES });
  const underWay = new Set<Promise<void>>();
  let isOpen = false;

  const listener: RequestListener = (request, response) => {
    // The receiver throws on anything but POST; what comes after the end, Slack sends again, to another process.
    if (!isOpen || request.method !== "POST") return void response.writeHead(isOpen ? 404 : 503).end();
    const answered = new Promise<void>((resolve) => response.once("close", resolve));
    underWay.add(answered);
    void answered.then(() => underWay.delete(answered));
    receiver.requestListener(request, response);
  };

  return {
    receiver,
    isConnected: (): boolean => isOpen,
    async start(): Promise<void> {
      isOpen = true;
      mount(PATH, listener);
    },
    /** Requests under way are answered; no more are taken. */
    async stop(): Promise<void> {
      isOpen = false;
      await Promise.all(underWay);
    },
  };
}
