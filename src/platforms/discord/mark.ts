import { createHash } from "node:crypto";
import {
  type APIContainerComponent,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
} from "discord.js";

/**
 * By what the bot knows a message of its own again without remembering it. Discord gives an app back what it sent itself, its
 * components too, without the Message Content intent ("Content in messages that an app sends":
 * https://docs.discord.com/developers/events/gateway#message-content-intent), and a component keeps the id that it was sent with
 * (https://docs.discord.com/developers/components/reference#anatomy-of-a-component). A message tells its nonce only sometimes.
 */
export interface Mark {
  /** 24 letters of hexadecimal; Discord takes up to 25. */
  readonly nonce: string;
  readonly ids: Ids;
}

/** Of the container and of the first part in it: 60 bits, far above what Discord numbers components with by itself. */
export type Ids = readonly [container: number, first: number];

const LEAST_ID = 2 ** 30;

/** The same for the same announcement in the same channel, at any time and in any process. */
export function markOf(channel: string, key: string): Mark {
  const hash = createHash("sha256").update(`${channel} ${key}`).digest();
  const id = (at: number): number => LEAST_ID + (hash.readUInt32BE(at) >>> 2);
  return { nonce: hash.toString("hex", 0, 12), ids: [id(12), id(16)] };
}

/** The card with these ids in it. */
export const withIds = (container: APIContainerComponent, [own, first]: Ids): APIContainerComponent => ({
  ...container,
  id: own,
  components: container.components.map((part, i) => (i === 0 ? { ...part, id: first } : part)),
});

/** The last line of a message that has no components. */
export const markLine = (nonce: string): string => `-# ${nonce}`;

/** What a message was marked with, to mark it so again when it is changed. */
export function marksIn({ components = [], content }: Pick<APIMessage, "components" | "content">) {
  const line = /^-# [0-9a-f]{24}$/m.exec(content)?.[0];
  return { ids: components.map(idsOf).find((ids) => ids !== undefined), line };
}

/** Whether it is the message of this mark, if it is the bot's own. */
export function bears(message: Pick<APIMessage, "components" | "content" | "nonce">, { nonce, ids }: Mark): boolean {
  const found = marksIn(message);
  return message.nonce === nonce || found.line === markLine(nonce) || found.ids?.join() === ids.join();
}

function idsOf(part: APIMessageTopLevelComponent): Ids | undefined {
  if (part.type !== ComponentType.Container) return undefined;
  const { id: own = 0, components } = part;
  const first = components[0]?.id ?? 0;
  return own < LEAST_ID || first < LEAST_ID ? undefined : [own, first];
}
