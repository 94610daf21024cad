import { createHash } from "node:crypto";
import type { KnowledgeStatus } from "../core/living.ts";

/** Changes whenever what the bot knows, or what is wrong with the files, does. */
export const versionOf = (status: KnowledgeStatus): string =>
  createHash("sha256").update(JSON.stringify(status)).digest("base64url").slice(0, 12);
