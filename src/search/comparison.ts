import type { Aspect } from "../core/command.ts";
import { wantsConfirming } from "./claim.ts";
import type { Token } from "./fold.ts";
import type { Mention } from "./gazetteer.ts";
import type { Operands } from "./operands.ts";
import type { AskedOperation } from "./operation.ts";
import { spanOf } from "./relation.ts";

const DIFFERENCE = new RegExp(
  [
    "\\bchenh\\b",
    "\\bcach nhau\\b",
    "\\b(?:hon|kem) nhau\\b",
    "\\bhon kem\\b",
    "\\b(?:hon|kem|thua|vuot)\\b.*\\b(?:may|bao nhieu|nhieu)\\b",
    "\\bdifference\\b",
    "\\bgap between\\b",
    "\\bby how (?:much|many)\\b",
    "\\bhow (?:much|many)(?: \\w+){0,3} (?:more|less|higher|lower|larger|smaller)\\b",
  ].join("|"),
);

/** "Chênh nhau bao nhiêu", "by how much": the number itself is wanted, not only which is the larger. */
export const asksForDifference = (folded: string): boolean => DIFFERENCE.test(folded);

const COMPARING =
  /\b(?:hon|kem|thua|vuot)\b(?! \d| kem| nua)|\b(?:higher|lower|larger|smaller|faster|slower|more|less|better|ahead)\b/;
const CLOSER =
  /\b(?:sat|gan)(?: voi)? (?:muc )?(?:du toan|ke hoach)(?: nam)?\b|\b(?:closer|closest|nearer|nearest) to (?:(?:its|their|the) )?(?:annual )?(?:plan|estimate|target)s?\b/;

const WHETHER = /\bco\b.*\b(?:khong|ko|k|hong|hok)\b|^(?:is|was|did|does|do|has|have)\b/;

/** Which of the places that are named is ahead, or closer to its plan; undefined where none is weighed against another. */
export function readComparison(
  folded: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  { indicators, places }: Operands,
): AskedOperation | undefined {
  if (places < 2 || indicators > 1) return undefined;
  const closer = CLOSER.exec(folded);
  if (closer !== null)
    return { operation: { name: "compare", values: { by: "plan", tell: "closest" } }, spans: [spanOf(closer, tokens)] };
  const comparing = COMPARING.exec(folded);
  if (comparing === null) return undefined;
  const tell =
    WHETHER.test(folded) || wantsConfirming(folded) ? whetherAt(comparing, folded, tokens, mentions) : undefined;
  return { operation: { name: "compare", values: tell === undefined ? {} : { tell } }, spans: [] };
}

const LESS = /\b(?:kem|thua|thap|it|cham|nho|lower|smaller|slower|less)\b/;

/** "A có hơn B không": the place before the word is said to be ahead, or behind, of the one after it. */
function whetherAt(
  comparing: RegExpExecArray,
  folded: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
): "more" | "less" | "whether" {
  const places = mentions.filter(({ entities }) => entities.some(({ kind }) => kind === "place"));
  const before = places.filter(({ start }) => (tokens[start]?.start ?? 0) < comparing.index);
  if (places.length !== 2 || before.length !== 1) return "whether";
  return LESS.test(folded.slice(Math.max(0, comparing.index - LONGEST_LEAD), comparing.index + comparing[0].length))
    ? "less"
    : "more";
}

/** "thấp ", "chậm ": what may stand before "hơn". */
const LONGEST_LEAD = 6;

const ASPECTS: readonly (readonly [Aspect, RegExp])[] = [
  ["plan", /\b(?:du toan|ke hoach|annual plan|the plan|its plan|estimate|estimates|target)\b/],
  [
    "change",
    /\b(?:cung ky|nam (?:truoc|ngoai)|(?:tang|giam) (?:bao nhieu|may|nhieu)|same period|year on year|yoy|year earlier|(?:last|previous) year|year before)\b/,
  ],
];

/** What of figures is asked for beside their values. */
export const aspectsIn = (folded: string): Aspect[] =>
  ASPECTS.flatMap(([aspect, words]) => (words.test(folded) ? [aspect] : []));
