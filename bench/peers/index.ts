import type { Engine } from "./engine.ts";
import { flexSearch } from "./flexsearch.ts";
import { fts5 } from "./fts5.ts";
import { fusePlain, fuseTokens } from "./fuse.ts";
import { lunrJs } from "./lunr.ts";
import { miniSearch } from "./minisearch.ts";
import { orama } from "./orama.ts";

/** Each with the options that found most in the questions to tune on, and the same folding as ours. */
export const PEERS: readonly Engine[] = [fusePlain, fuseTokens, miniSearch, orama, flexSearch, lunrJs, fts5];
