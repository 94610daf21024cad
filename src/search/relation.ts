import type { Operation } from "../core/command.ts";
import { wantsConfirming } from "./claim.ts";
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
const EQUALS = new RegExp(`\\bbang (?:${AROUND} )*${HOW_MANY}(?: ?%| phan tram| phan)`);
/** "gấp đôi", "hơn gấp 2 lần", "twice": a multiple that is to be confirmed. */
const SAID_TIMES =
  /\b(?:(hon|tren|khoang|gan|over|more than|about|nearly) )?(?:(?:cao|nhieu|lon) )?(?:gap (?:(hon|tren|khoang|gan) )?(doi|ruoi|hai|ba|bon|nam|muoi|\d[\d.,]*)(?: lan)?|(twice|double|three times|\d[\d.,]* times))\b(?: (?:as (?:much|large|high)|larger|higher|more|the|that))?/;
/** "chiếm hơn 70%" */
const SAID_SHARE =
  /\b(?:chiem|account(?:s|ed)? for|makes? up|made up)(?: (hon|tren|khoang|gan|over|more than|about|nearly))? (\d[\d.,]*) ?(?:%|phan tram|per ?cent)/;
const BOUNDS: Readonly<Record<string, string>> = { hon: "hơn", tren: "trên", khoang: "khoảng", gan: "gần" };
const MULTIPLES: Readonly<Record<string, string>> = {
  doi: "2",
  hai: "2",
  twice: "2",
  double: "2",
  ruoi: "1.5",
  ba: "3",
  "three times": "3",
  bon: "4",
  nam: "5",
  muoi: "10",
};
/** "trong hơn 60.000 tỷ chi ra": the whole, by its number. */
const WHOLE =
  /\b(?:trong|out of|of)(?: (?:so|tong so|hon|tren|khoang|the|over|about|some))* (\d[\d.,]*) (?:ty|ti|trieu|nghin|billion|million)(?: dong)?/;
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
  const confirms = wantsConfirming(folded);
  const said = (pattern: RegExp, as: "times" | "share"): AskedOperation | undefined => {
    const match = confirms ? pattern.exec(folded) : null;
    const numbers = match?.slice(1).filter((group) => group !== undefined) ?? [];
    const number = numbers.at(-1)?.replace(/ times$/, "");
    const asked = found(pattern, as);
    if (asked === undefined || number === undefined || !confirms) return undefined;
    const bound = numbers.slice(0, -1).map((word) => BOUNDS[word] ?? word);
    const claim = [...bound, MULTIPLES[numbers.at(-1) ?? ""] ?? number].join(" ");
    return { ...asked, operation: { name: "ratio", values: { as, claim } } };
  };
  return (
    found(TIMES, "times") ??
    ofWhole(found(SHARE, "share"), folded, tokens) ??
    (isOfTwo ? (found(EQUALS, "share") ?? said(SAID_TIMES, "times")) : undefined) ??
    said(SAID_SHARE, "share")
  );
}

/** The whole that a share is asked of may be named by its number. */
function ofWhole(
  asked: AskedOperation | undefined,
  folded: string,
  tokens: readonly Token[],
): AskedOperation | undefined {
  const match = asked === undefined ? null : WHOLE.exec(folded);
  if (asked === undefined || match === null) return asked;
  const values = { ...asked.operation.values, whole: match[1] ?? "" };
  return { operation: { name: "ratio", values }, spans: [...asked.spans, spanOf(match, tokens)] };
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
