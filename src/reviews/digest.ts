import { createHash } from "node:crypto";

/** So many characters that are others for other data. */
export const digest = (data: unknown, characters: number): string =>
  createHash("sha256").update(JSON.stringify(data)).digest("base64url").slice(0, characters);
