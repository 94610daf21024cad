import { HTTPReceiver, type Logger } from "@slack/bolt";
import { UserError } from "../../core/errors.ts";
import { inBoth, portTaken } from "./trouble.ts";

export interface HttpOptions {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
}

/** Bolt's receiver, which checks signatures and their age. */
export function createHttp({ signingSecret, host, port, logger }: HttpOptions) {
  const receiver = new HTTPReceiver({ signingSecret, logger });
  let isListening = false;
  return {
    receiver,
    async start(): Promise<void> {
      try {
        // The types know a port only; Node's listen takes both.
        await receiver.start({ port, host } as unknown as number);
        isListening = true;
      } catch (error) {
        const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
        throw isTaken ? new UserError(inBoth(portTaken(port))) : error;
      }
    },
    /** Requests under way are answered; no more are taken. */
    async stop(): Promise<void> {
      if (isListening) await receiver.stop();
      isListening = false;
    },
  };
}
