import { editDistance } from "../core/distance.ts";
import type { Token } from "./fold.ts";

/** What a question ends with, asking for nothing. */
const PARTICLES = ["vậy", "nhỉ", "không", "thế", "rồi", "nhé", "nha", "với", "nào", "hả"];
/** So many words at the end may be such. */
const AT_THE_END = 2;

/** "vyậ", "rậy" at the end of a question: one slip from the one particle that it can be; undefined for anything else. */
export function particleMeant(token: Token, at: number, count: number): string | undefined {
  if (at < count - AT_THE_END || token.typed === token.folded) return undefined;
  const near = PARTICLES.filter((particle) => editDistance(token.typed, particle, 1) <= 1);
  return near.length === 1 ? near[0] : undefined;
}
