import { editDistance } from "../core/distance.ts";
import type { Knowledge, Named } from "../core/knowledge.ts";
import type { Both } from "../core/language.ts";
import { fold } from "../knowledge/fold.ts";
import type { KindName } from "../knowledge/kind.ts";
import type { Ask } from "./scaffold.ts";

/** Something that an ask can be answered with: an id of the knowledge base, or one of the ask's own choices. */
export interface Candidate {
  readonly id: string;
  readonly label: Both;
  /** All that people may call it, as it is compared. */
  readonly names: readonly string[];
}

/** What there is to choose from; undefined where an ask takes any text. */
export function candidatesOf({ of, fits, choices }: Ask, knowledge: Knowledge): readonly Candidate[] | undefined {
  if (choices !== undefined)
    return Object.entries(choices).map(([id, label]) => candidate(id, label, [label.vi, label.en]));
  return of?.flatMap((kind) => ofKind(kind, knowledge)).filter(({ id }) => fits === undefined || fits(id, knowledge));
}

const candidate = (id: string, label: Both, names: readonly string[]): Candidate => ({
  id,
  label,
  names: [...new Set([id, ...names].map(fold))],
});

function ofKind(kind: KindName, knowledge: Knowledge): readonly Candidate[] {
  switch (kind) {
    case "source":
      return all(knowledge.sources);
    case "place":
      return all(knowledge.places);
    case "organisation":
      return all(knowledge.organisations);
    case "person":
      return all(knowledge.people);
    case "memorandum":
      return all(knowledge.memoranda);
    case "programme":
      return all(knowledge.programmes);
    case "event":
      return all(knowledge.events);
    case "document":
      return all(knowledge.documents);
    case "indicator":
      return all(knowledge.indicators);
    default:
      return [];
  }
}

const all = (items: ReadonlyMap<string, Named>): readonly Candidate[] =>
  [...items.values()].map(({ id, names, aliases, exact }) =>
    candidate(id, names, [names.vi, names.en, ...aliases, ...exact]),
  );

export interface Meant {
  /** Best matches first; one alone where its name was typed in full. */
  readonly found: readonly Candidate[];
  /** False where only a slip of the keys would explain it: then a person says whether it is meant. */
  readonly sure: boolean;
}

export function meant(typed: string, candidates: readonly Candidate[]): Meant {
  const own = candidates.filter(({ id }) => id === typed);
  if (own.length > 0) return { found: own, sure: true };
  const wanted = fold(typed);
  const ranked = candidates
    .map((one) => ({ one, rank: Math.min(...one.names.map((name) => rankOf(wanted, name))) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank);
  const best = ranked.filter(({ rank }) => rank === 0);
  const found = (best.length > 0 ? best : ranked).map(({ one }) => one);
  return { found, sure: found.length === 1 && (ranked[0]?.rank ?? SLIP) < SLIP };
}

const SLIP = 4;
const NO_MATCH = 5;

/** 0 is the name itself; then its beginning, words of it, any part of it, a slip of the keys. */
function rankOf(wanted: string, name: string): number {
  if (name === wanted) return 0;
  if (wanted.length < 2) return NO_MATCH;
  if (name.startsWith(wanted)) return 1;
  const words = name.split(/[\s-]+/);
  if (wanted.split(/[\s-]+/).every((typed) => words.some((word) => word.startsWith(typed)))) return 2;
  if (wanted.length > 2 && name.includes(wanted)) return 3;
  const slips = Math.min(2, Math.floor(wanted.length / 4));
  return slips > 0 && editDistance(wanted, name, slips) <= slips ? SLIP : NO_MATCH;
}
