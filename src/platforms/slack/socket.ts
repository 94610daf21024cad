import { type Logger, SocketModeReceiver } from "@slack/bolt";
import { inBoth, socketModeOff, socketTrouble } from "./trouble.ts";

const HELLO_MS = 15_000;
const LONGEST_WAIT_MS = 30_000;

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly log: (line: string) => void;
}

/** Everything that Bolt must know of a redelivery. */
export type EnvelopeProperties = { readonly envelopeId?: string };

/**
 * Bolt's receiver, but connected again by us: its own way back waits five seconds, gives up for good when the network is
 * away for a moment, and ends the process by a rejection that nobody hears.
 */
export function createSocket({ appToken, apiUrl, logger, log }: SocketOptions) {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 0 } } },
    customPropertiesExtractor: ({ envelope_id }): EnvelopeProperties => ({ envelopeId: envelope_id }),
  });
  const { client } = receiver;
  let isStopped = false;
  let isConnecting = false;
  let isConnected = false;
  let retry: NodeJS.Timeout | undefined;

  client.on("ws_message", (data: unknown) => {
    if (typeof data === "string" && data.includes('"link_disabled"'))
      log(`Slack: ${inBoth(socketModeOff("link_disabled"))}`);
  });
  client.on("connected", () => {
    isConnected = true;
  });
  // Before the SDK says "disconnected" it may try for a while.
  client.on("close", () => {
    isConnected = false;
  });
  client.on("disconnected", () => {
    if (!isStopped && !isConnecting) void reconnect(0);
  });

  async function connect(): Promise<void> {
    isConnecting = true;
    const late = setTimeout(() => void client.disconnect(), HELLO_MS);
    try {
      await client.start();
    } finally {
      clearTimeout(late);
      isConnecting = false;
    }
  }

  async function reconnect(failed: number): Promise<void> {
    try {
      await connect();
      if (isStopped) await client.disconnect();
      else log("Slack: connected again.");
    } catch (error) {
      if (isStopped) return;
      const waitMs = Math.min(1000 * 2 ** failed, LONGEST_WAIT_MS);
      const trouble = socketTrouble(error);
      log(
        `Slack: ${trouble === undefined ? `connection lost (${reasonOf(error)})` : inBoth(trouble)}; again in ${waitMs / 1000} s.`,
      );
      retry = setTimeout(() => void reconnect(failed + 1), waitMs);
    }
  }

  return {
    receiver,
    isConnected: (): boolean => isConnected,
    /** Rejects with what the SDK says where it is refused or Slack can't be reached. */
    start: connect,
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(retry);
      await client.disconnect();
    },
  };
}

/** The innermost reason: "fetch failed" says nothing, ECONNREFUSED does. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error ?? "closed");
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
