import type { Understood } from "../core/command.ts";
import type { Invocation } from "../core/invocation.ts";
import type { Language } from "../core/language.ts";
import type { Analysis } from "./analyse.ts";
import { fold } from "./fold.ts";

/** Two counts of which one is divided by the other, each as a question of its own. */
interface RelatedCounts {
  /** The option of the command that tells of counts: as so many times the other, or for each of its things. */
  readonly option: "times" | "each";
  readonly dividend: string;
  readonly divisor: string;
}

const HOW_MANY: Readonly<Record<Language, string>> = { vi: "bao nhiêu", en: "how many" };
const AROUND = "(?:khoang|chung|tam|co|hon) ";

/** "số A gấp mấy lần số B" */
const TIMES = new RegExp(`^(.+?) (?:(?:cao|nhieu|lon) )?(?:gap|bang) (?:${AROUND})*(?:may|bao nhieu|nhieu) lan (.+)$`);
/** "how many times more A than B" */
const TIMES_EN = /^how many times (?:more|as many|larger|bigger)?(.+?) (?:than|as) (.+)$/;
/** "bình quân mỗi A ứng với mấy B" */
const EACH = new RegExp(
  `(?:binh quan|trung binh),? (?:cu )?(?:moi|mot|tung) (.+?) (?:(?:(?:tuong )?(?:ung|duong)(?: voi)?|tri gia|co gia tri|la|duoc|dat|co) )?(?:${AROUND})*((?:may|bao nhieu|nhieu) .+)$`,
);
/** "on average, how much B per A" */
const EACH_EN = /^(?:on average,? |what (?:is|was) the average )(.+?) (?:per|for each|for every|did each|each) (.+)$/;

function readRelatedCounts({ text, language }: Analysis): RelatedCounts | undefined {
  const typed = text.trim().replace(/[\s?!.]+$/, "");
  const folded = fold(typed);
  const isMarked = typed !== folded;
  const groupsOf = (pattern: RegExp): readonly [string, string] | undefined => {
    const match = new RegExp(pattern, "d").exec(folded);
    const [a, b] = [match?.indices?.[1], match?.indices?.[2]];
    return a === undefined || b === undefined ? undefined : [typed.slice(...a), typed.slice(...b)];
  };
  const howMany = (rest: string): string => {
    const asking = isMarked || language === "en" ? HOW_MANY[language] : fold(HOW_MANY[language]);
    return `${asking} ${rest.trim().replace(/^(?:(?:tổng )?số(?: lượng)?|(?:tong )?so(?: luong)?|the number of)\s+/u, "")}`;
  };
  if (language === "en") {
    const times = groupsOf(TIMES_EN);
    if (times !== undefined) return { option: "times", dividend: howMany(times[0]), divisor: howMany(times[1]) };
    const each = groupsOf(EACH_EN);
    return each === undefined ? undefined : { option: "each", dividend: each[0], divisor: howMany(each[1]) };
  }
  const times = groupsOf(TIMES);
  if (times !== undefined) return { option: "times", dividend: howMany(times[0]), divisor: howMany(times[1]) };
  const each = groupsOf(EACH);
  return each === undefined ? undefined : { option: "each", dividend: each[1], divisor: howMany(each[0]) };
}

/**
 * How many times another count one is, or how much of it comes to each: what is divided by is understood first, and what it is
 * about need not be said again. Undefined where that is not asked, or one of the two is no count that is held.
 */
export function understandRelatedCounts(
  analysis: Analysis,
  understandPart: (question: string, previous: Invocation | undefined) => Understood,
): Understood | undefined {
  const related = readRelatedCounts(analysis);
  if (related === undefined) return undefined;
  const divisor = countOf(understandPart(related.divisor, undefined));
  if (divisor === undefined) return undefined;
  const dividend = countOf(understandPart(related.dividend, related.option === "each" ? divisor : undefined));
  const [one, other] = [dividend, divisor].map((count) => `${count?.values.item}/${count?.values.part}`);
  if (dividend === undefined || one === other || other === undefined) return undefined;
  if (related.option === "each" && dividend.values.item !== divisor.values.item) return undefined;
  return {
    kind: "invocation",
    invocation: { ...dividend, values: { ...dividend.values, [related.option]: other }, language: analysis.language },
  };
}

const countOf = (understood: Understood): Invocation | undefined =>
  understood.kind === "invocation" && understood.invocation.values.aspect === "count"
    ? understood.invocation
    : undefined;
