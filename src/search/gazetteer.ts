import Fuse from "fuse.js";
import { editDistance } from "../core/distance.ts";
import type { Alias, EntityKind } from "../core/knowledge.ts";
import { finish, type Steps } from "../core/steps.ts";
import { isNumber, type Token, tokenize, toneLast } from "./fold.ts";
import { sameMarks } from "./lexicon.ts";
import { withShared } from "./shared-names.ts";
import { inFull } from "./short-forms.ts";
import { couldBeSyllable } from "./telex.ts";

export interface Entity {
  readonly kind: EntityKind;
  readonly id: string;
}

/** A run of tokens that names something; several entities where they share the name. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly entities: readonly Entity[];
  /** Shorter names inside this one (a city in the name of its committee). */
  readonly inner: readonly Mention[];
  /** Not typed exactly so. */
  readonly fuzzy: boolean;
  /** Could as well be another real name that the knowledge base does not hold: to be asked back, not taken. */
  readonly doubtful: boolean;
}

export interface Gazetteer {
  /**
   * Names in the tokens, longest first, none overlapping. A fuzzy name uses open tokens only, one of them at least unknown:
   * words that make sense as they are are no slips.
   */
  find(tokens: readonly Token[], isOpen: (at: number) => boolean, isKnown?: (term: string) => boolean): Mention[];
  /** The ids of all that is named exactly in a text of the knowledge base; the same tokens are looked through once. */
  idsIn(tokens: readonly Token[]): readonly string[];
  /** Makes what guessing needs. */
  warm(): void;
}

interface Name {
  readonly key: string;
  readonly marked: readonly string[];
  readonly entity: Entity;
  readonly exact: boolean;
}

const FUZZY_LETTERS = 5;
/** Slips that a name may have, by its length. */
const allowedSlips = (letters: number): number => (letters < FUZZY_LETTERS ? 0 : letters < 12 ? 1 : 2);
const NEVER_GUESSED: ReadonlySet<EntityKind> = new Set(["place", "person", "organisation"]);

export const createGazetteer = (aliases: readonly Alias[]): Gazetteer => finish(makingGazetteer(aliases));

const ALIASES_A_STEP = 128;

/** The same, step by step. What only guessing needs is made when the first word has to be guessed. */
export function* makingGazetteer(aliases: readonly Alias[]): Steps<Gazetteer> {
  const byKey = new Map<string, Name[]>();
  const joined = new Map<string, Name[]>();
  let longest = 1;
  /** By the first term of a name how many it has at most. */
  const longestFrom = new Map<string, number>();
  const add = (map: Map<string, Name[]>, key: string, name: Name): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [name]);
    else list.push(name);
  };
  for (const [at, alias] of withShared(aliases).entries()) {
    if (at % ALIASES_A_STEP === 0) yield;
    const tokens = tokenize(inFull(alias.text.normalize("NFC").toLowerCase()));
    if (tokens.length === 0) continue;
    longest = Math.max(longest, tokens.length);
    const first = tokens[0]?.term ?? "";
    longestFrom.set(first, Math.max(longestFrom.get(first) ?? 1, tokens.length));
    const name: Name = {
      key: tokens.map((token) => token.term).join(" "),
      marked: tokens.map((token) => toneLast(token.typed)),
      entity: { kind: alias.kind, id: alias.id },
      exact: alias.exact,
    };
    add(byKey, name.key, name);
    const together = tokens.map((token) => token.folded).join("");
    if (tokens.length > 1 && together.length >= FUZZY_LETTERS && !/\d/.test(together)) add(joined, together, name);
  }
  let guesser: ReturnType<typeof createGuesser> | undefined;
  const guess: ReturnType<typeof createGuesser> = (...guessing) => {
    guesser ??= createGuesser([...byKey.values()].flat().filter((name) => !name.exact));
    return guesser(...guessing);
  };

  const named = (tokens: readonly Token[], start: number, end: number): Mention | undefined => {
    const span = tokens.slice(start, end);
    const names =
      byKey.get(span.map((token) => token.term).join(" ")) ??
      (span.length === 1 ? joined.get(span[0]?.folded ?? "") : undefined);
    const first = span[0];
    const fitting = names?.filter(
      (name) => name.marked.length > 1 || (first !== undefined && sameMarks(first, name.marked[0] ?? "")),
    );
    if (fitting === undefined || fitting.length === 0) return undefined;
    return { start, end, entities: unique(fitting), inner: [], fuzzy: false, doubtful: false };
  };

  const exactly = (tokens: readonly Token[]): Mention[] => {
    const all: Mention[] = [];
    for (let start = 0; start < tokens.length; start++)
      for (let end = start + (longestFrom.get(tokens[start]?.term ?? "") ?? 1); end > start; end--) {
        if (end > tokens.length) continue;
        const mention = named(tokens, start, end);
        if (mention !== undefined) all.push(mention);
      }
    return withoutOverlaps(all).sort((a, b) => a.start - b.start);
  };
  const lookedThrough = new WeakMap<readonly Token[], readonly string[]>();

  return {
    idsIn(tokens) {
      if (tokens.length === 1 && tokens.every(isNumber) && !longestFrom.has(tokens[0]?.term ?? "")) return NO_IDS;
      const known = lookedThrough.get(tokens);
      if (known !== undefined) return known;
      const mentions = exactly(tokens).flatMap((mention) => [mention, ...mention.inner]);
      const ids = mentions.length === 0 ? NO_IDS : mentions.flatMap(({ entities }) => entities.map(({ id }) => id));
      lookedThrough.set(tokens, ids);
      return ids;
    },
    warm: () =>
      void guess(
        [],
        () => false,
        longest,
        () => false,
      ),
    find(tokens, isOpen, isKnown = () => false) {
      const taken = exactly(tokens);
      const free = (at: number): boolean =>
        isOpen(at) && !taken.some((mention) => mention.start <= at && at < mention.end);
      if (!tokens.some((_, at) => free(at))) return taken;
      return [...taken, ...guess(tokens, free, longest, isKnown)].sort((a, b) => a.start - b.start);
    },
  };
}

/** Most texts name nothing. */
const NO_IDS: readonly string[] = [];

const unique = (names: readonly Name[]): Entity[] => [
  ...new Map(names.map((name) => [`${name.entity.kind} ${name.entity.id}`, name.entity])).values(),
];

/** Longest first; what lies inside a longer one becomes its inner mention, what overlaps partly is dropped. */
function withoutOverlaps(all: readonly Mention[]): Mention[] {
  const byLength = [...all].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: Mention[] = [];
  const inner = new Map<Mention, Mention[]>();
  for (const mention of byLength) {
    const over = taken.find((other) => mention.start < other.end && other.start < mention.end);
    if (over === undefined) taken.push(mention);
    else if (over.start <= mention.start && mention.end <= over.end) {
      const inside = inner.get(over) ?? [];
      if (!inside.some((other) => mention.start < other.end && other.start < mention.end))
        inner.set(over, [...inside, mention]);
    }
  }
  return taken.map((mention) => ({ ...mention, inner: inner.get(mention) ?? [] }));
}

/** Fuse proposes names for words that no exact name explains; edit distance decides, digits must be the same. */
function createGuesser(names: readonly Name[]) {
  const byPair = new Map<string, number[]>();
  const keys = names.map((name) => name.key);
  keys.forEach((key, i) => {
    for (const pair of letterPairs(key)) {
      const list = byPair.get(pair);
      if (list === undefined) byPair.set(pair, [i]);
      else list.push(i);
    }
  });

  const shortlist = (text: string): number[] => {
    const hits = new Map<number, number>();
    const pairs = letterPairs(text);
    for (const pair of pairs) for (const i of byPair.get(pair) ?? []) hits.set(i, (hits.get(i) ?? 0) + 1);
    return [...hits]
      .filter(([i, shared]) => shared >= pairs.size / 2 - 1 && Math.abs((keys[i] ?? "").length - text.length) <= 2)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 40)
      .map(([i]) => i);
  };

  const closest = (span: readonly Token[]): Mention["entities"] | undefined => {
    const text = span.map((token) => token.term).join(" ");
    const slips = allowedSlips(text.replaceAll(" ", "").length);
    if (slips === 0) return undefined;
    const listed = shortlist(text).map((i) => ({ i, key: keys[i] ?? "" }));
    if (listed.length === 0) return undefined;
    const proposed = new Fuse(listed, { keys: ["key"], threshold: 0.4, ignoreLocation: true }).search(
      text.slice(0, 32),
    );
    let best = slips + 1;
    let found: Name[] = [];
    for (const { item } of proposed) {
      const name = names[item.i];
      if (name === undefined || digitsOf(item.key) !== digitsOf(text)) continue;
      const distance = editDistance(item.key, text, slips);
      if (distance > slips || distance > best) continue;
      if (distance < best) found = [];
      best = distance;
      found.push(name);
    }
    return found.length === 0 ? undefined : unique(found);
  };

  return (
    tokens: readonly Token[],
    isFree: (at: number) => boolean,
    longest: number,
    isKnown: (term: string) => boolean,
  ): Mention[] => {
    const found: Mention[] = [];
    for (let start = 0; start < tokens.length; start++)
      for (let end = Math.min(tokens.length, start + longest, start + 6); end > start; end--) {
        const span = tokens.slice(start, end);
        if (!span.every((_, i) => isFree(start + i)) || span.every((token) => isNumber(token) || isKnown(token.term)))
          continue;
        const entities = closest(span);
        if (entities === undefined) continue;
        const guessed = entities.some((entity) => NEVER_GUESSED.has(entity.kind));
        const doubtful = entities.length > 1 || (guessed && span.every((token) => couldBeSyllable(token.folded)));
        found.push({ start, end, entities, inner: [], fuzzy: true, doubtful });
        break;
      }
    return withoutOverlaps(found);
  };
}

/** Arabic and Roman numerals: "XII" is no slip for "XIII". */
const digitsOf = (text: string): string => (text.match(/\d+|\b[ivx]{2,5}\b/g) ?? []).join(" ");

function letterPairs(text: string): Set<string> {
  const padded = ` ${text} `;
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= padded.length; i++) pairs.add(padded.slice(i, i + 2));
  return pairs;
}
