import type { Asker } from "./acting.ts";
import type { Chat } from "./destination.ts";

/** Who may do what only admins may: one person of a chat, or in Discord all who have a role. */
export interface Admin {
  readonly chat: Chat;
  readonly is: "person" | "role";
  /** The person's id, or the role's. */
  readonly id: string;
}

const SHAPES = [
  { chat: "slack", is: "person", shape: /^slack:([UW][A-Z0-9]{2,20})$/ },
  { chat: "discord", is: "person", shape: /^discord:(\d{15,20})$/ },
  { chat: "discord", is: "role", shape: /^discord-role:(\d{15,20})$/ },
] as const;

/** "slack:U0123ABCDEF", "discord:1100000000000000001" or "discord-role:1100000000000000002"; undefined for anything else. */
export function readAdmin(text: string): Admin | undefined {
  for (const { chat, is, shape } of SHAPES) {
    const id = shape.exec(text.trim())?.[1];
    if (id !== undefined) return { chat, is, id };
  }
  return undefined;
}

/** Whether somebody is among them. */
export const isAmong = (admins: readonly Admin[], asker: Asker): boolean =>
  admins.some(
    ({ chat, is, id }) => chat === asker.chat && (is === "person" ? id === asker.id : asker.roles.includes(id)),
  );
