import type { Operation } from "../core/command.ts";
import type { Token } from "./fold.ts";
import type { Operands } from "./operands.ts";
import type { AskedOperation } from "./operation.ts";

const AROUND = "(?:khoang|chung|tam|co|den|toi|hon|nhau|duoc|about|roughly)";
const HOW_MANY = "(?:may|bao nhieu|nhieu)";

/** "gấp mấy lần", "how many times larger". */
const TIMES = new RegExp(
  [
    `\\b(?:(?:cao|nhieu|lon|dong|nhanh) )?gap (?:${AROUND} )*${HOW_MANY}(?: lan)?\\b`,
    `\\b(?:bang|hon) (?:${AROUND} )*${HOW_MANY} lan\\b`,
    "\\bt[yi] (?:so|le) giua\\b",
    "\\bhow many times(?: (?:as|larger|bigger|higher|greater|more|over|large|big|high|much|many|the))*\\b",
    "\\b(?:the )?ratio (?:of|between)\\b",
  ].join("|"),
);
/** "chiếm bao nhiêu phần trăm", "what share of". */
const SHARE = new RegExp(
  [
    `\\bchiem (?:(?:${AROUND}|ty le|ti le|ty trong|ti trong) )*(?:${HOW_MANY}(?: ?%| phan tram)?|the nao|ra sao|%)`,
    "\\bt[yi] trong\\b",
    "\\b(?:what|which) (?:share|proportion|percentage|percent|fraction|part) of\\b",
    "\\b(?:make|made|makes) up\\b",
    "\\baccount(?:s|ed)? for\\b",
    "\\bas a (?:share|percentage|proportion|fraction) of\\b",
  ].join("|"),
);
/** "bằng bao nhiêu %": of another figure only where one is named. */
const EQUALS = new RegExp(`\\bbang (?:${AROUND} )*${HOW_MANY}(?: ?%| phan tram)`);
/** What has its own comparison in the source. */
const OF_THE_PLAN =
  /\b(?:du toan|ke hoach|cung ky|plan|plans|planned|estimate|estimates|target|same period|year earlier)\b/;

/** How many times, or which share of another, one figure is; undefined where that is not asked. */
export function readRelation(
  folded: string,
  tokens: readonly Token[],
  { indicators, places, periods }: Operands,
): AskedOperation | undefined {
  if (OF_THE_PLAN.test(folded)) return undefined;
  const isOfTwo = indicators > 1 || places > 1 || periods > 1;
  const found = (pattern: RegExp, as: Operation["values"][string]): AskedOperation | undefined => {
    const match = pattern.exec(folded);
    if (match === null) return undefined;
    const { start, end } = spanOf(match, tokens);
    /** "gặp mấy lần" is another word. */
    if (tokens.slice(start, end).some(({ marked, typed, folded: word }) => marked && word === "gap" && typed !== "gấp"))
      return undefined;
    return { operation: { name: "ratio", values: { as } }, spans: [{ start, end }] };
  };
  return found(TIMES, "times") ?? found(SHARE, "share") ?? (isOfTwo ? found(EQUALS, "share") : undefined);
}

/** The tokens that a match lies over. */
export function spanOf(
  match: RegExpExecArray,
  tokens: readonly Token[],
): { readonly start: number; readonly end: number } {
  const start = tokens.findIndex((token) => token.start >= match.index);
  const after = tokens.findIndex((token) => token.start >= match.index + match[0].length);
  return { start, end: after < 0 ? tokens.length : after };
}
