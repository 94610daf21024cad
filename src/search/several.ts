import type { Analysis } from "./analyse.ts";

/** Two questions in one: "ngày nào và ở đâu", "A và B của …" of two indicators. */
export type Parts = readonly [string, string];

interface Span {
  readonly start: number;
  readonly end: number;
}

const AND = new Set(["va", "and", "cung", "voi", "roi", "then", "also"]);

/**
 * The two questions that are asked at once, each as it would be typed alone as far as its words allow; undefined where one
 * is asked. What is asked for must differ: another kind of answer, or another indicator.
 */
export function partsOf(analysis: Analysis): Parts | undefined {
  if (analysis.operation?.name === "ratio") return undefined;
  const cues = analysis.cues.filter(({ types }) => types.length > 0);
  for (const [i, first] of cues.entries()) {
    const second = cues[i + 1];
    if (second === undefined) break;
    const joint = jointBetween(analysis, first, second);
    if (joint === undefined) continue;
    const differs = !first.types.some((type) => second.types.includes(type)) || asksForNumberAndAmount([first, second]);
    if (joint.end - joint.start === second.start - first.end && differs)
      return [
        without(analysis, { start: first.end, end: second.end }),
        without(analysis, { start: first.start, end: second.start }),
      ];
    const [left, right] = [indicatorsIn(analysis, 0, joint.start), indicatorsIn(analysis, joint.end, Infinity)];
    if (differs || (left.length > 0 && right.length > 0 && left[0] !== right[0]))
      return splitAt(analysis, joint, first, second);
  }
  return undefined;
}

/** "How many were signed, and how much are they worth": one number does not tell both. */
export const asksForNumberAndAmount = (cues: Analysis["cues"]): boolean =>
  (["number", "amount"] as const).every((type) => cues.some(({ types }) => types[0] === type));

/** The tokens that join them: an "and" with nothing but fillers around it, or the comma before the second. */
function jointBetween({ tokens, text }: Analysis, first: Span, second: Span): Span | undefined {
  for (let at = first.end; at < second.start; at++)
    if (AND.has(tokens[at]?.folded ?? "")) {
      const isWord = (tokens[at]?.folded ?? "").length > 1;
      if (isWord) return { start: at, end: at + 1 };
    }
  for (let at = first.end; at <= second.start; at++) {
    const [before, after] = [tokens[at - 1], tokens[at]];
    if (before !== undefined && after !== undefined && /[,;?]/.test(text.slice(before.end, after.start)))
      return { start: at, end: at };
  }
  return undefined;
}

const indicatorsIn = ({ mentions }: Analysis, from: number, to: number): string[] =>
  mentions.flatMap(({ start, end, entities }) =>
    start >= from && end <= to ? entities.flatMap(({ kind, id }) => (kind === "indicator" ? [id] : [])) : [],
  );

/** "Ai ký biên bản | và ký ngày nào" at the "and"; a second part of a cue alone takes the words of the first. */
function splitAt(analysis: Analysis, joint: Span, first: Span, second: Span): Parts {
  const { tokens, roles, text } = analysis;
  const [left, right] = halvesAt(analysis, joint);
  const hasOwn = roles.some((role, i) => i >= joint.end && (role === "content" || role === "name"));
  if (hasOwn) return [left, right];
  const [a, b] = [tokens[first.start]?.start ?? 0, tokens[first.end - 1]?.end ?? 0];
  return [
    left,
    `${left.slice(0, a)}${text.slice(tokens[second.start]?.start, tokens[second.end - 1]?.end)}${left.slice(b)}`,
  ];
}

/** The text before and after; what one of them says of place or time the other need not repeat. */
function halvesAt(analysis: Analysis, joint: Span): Parts {
  const { tokens, text } = analysis;
  const [before, after] = [
    { start: 0, end: joint.start },
    { start: joint.end, end: tokens.length },
  ];
  const half = (own: Span, other: Span): string => {
    const typed = text.slice(tokens[own.start]?.start ?? text.length, tokens[own.end - 1]?.end ?? 0);
    return [typed, ...sharedBy(analysis, own, other)].join(" ").trim();
  };
  return [half(before, after), half(after, before)];
}

/** The places and times that only the other half names, as typed. */
function sharedBy({ mentions, periods, tokens, text }: Analysis, own: Span, other: Span): string[] {
  const isIn = ({ start, end }: Span, half: Span): boolean => half.start <= start && end <= half.end;
  const places = mentions.filter(({ entities }) => entities.some(({ kind }) => kind === "place"));
  const offsets = ({ start, end }: Span): Span => ({
    start: tokens[start]?.start ?? text.length,
    end: tokens[end - 1]?.end ?? 0,
  });
  const missing: Span[] = [];
  if (!places.some((one) => isIn(one, own))) missing.push(...places.filter((one) => isIn(one, other)).map(offsets));
  const [ownText, otherText] = [offsets(own), offsets(other)];
  if (!periods.some((one) => isIn(one, ownText))) missing.push(...periods.filter((one) => isIn(one, otherText)));
  return missing.map(({ start, end }) => text.slice(start, end));
}

/** "A và B của …": the rest belongs to both. */
export function ofTwoIndicators(analysis: Analysis): Parts | undefined {
  if (analysis.operation?.name === "ratio") return undefined;
  const named = analysis.mentions.filter(({ entities }) => entities.every(({ kind }) => kind === "indicator"));
  const [first, second] = named;
  if (first === undefined || second === undefined || named.length > 2) return undefined;
  if (first.entities[0]?.id === second.entities[0]?.id) return undefined;
  const joint = jointBetween(analysis, first, second);
  if (joint === undefined) return undefined;
  if (joint.end - joint.start !== second.start - first.end) return halvesAt(analysis, joint);
  return [
    without(analysis, { start: first.end, end: second.end }),
    without(analysis, { start: first.start, end: second.start }),
  ];
}

function without({ tokens, text }: Analysis, { start, end }: Span): string {
  const from = tokens[start]?.start ?? text.length;
  const to = tokens[end]?.start ?? tokens[end - 1]?.end ?? text.length;
  return `${text.slice(0, from)}${text.slice(to)}`.trim();
}
