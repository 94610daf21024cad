import { amount, changeText, comparisonText, figureLabel, figureSentence } from "../core/figure.ts";
import type { Comparison, Figure, Knowledge, Qualifier, Unit } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import { citationLabel, namedById, nameOf } from "../core/naming.ts";
import { dateLabel, isDate, periodLabel } from "../core/period.ts";
import type { Placed } from "../knowledge/placed.ts";
import { isGroup } from "../knowledge/value.ts";
import { isRef, type Ref } from "./marked.ts";
import { isBoth, isCitation, isComparison, isQuantity, isReading, isSpan, titleOf } from "./whole.ts";
import { keyName, valueName } from "./words.ts";

/** Says values of one version in a language. */
export interface Teller {
  /** What an item is called. */
  title(item: Placed): string;
  /** The item in a line, where more than its title fits into one. */
  line(item: Placed): string;
  /** A value as it stands at a key of an item. */
  value(value: unknown, key: string, item: Placed): string;
  /** What tells one of a list from the others, short. */
  element(element: unknown): string | undefined;
}

/** `other` is the version that knows things by their new ids. */
export function createTeller(knowledge: Knowledge, other: Knowledge, language: Language): Teller {
  const name = (id: string): string => nameOf(namedById(knowledge, id) === undefined ? other : knowledge, id, language);

  const tell = (value: unknown, key: string, unit?: Unit): string => {
    if (typeof value === "string") return isDate(value) ? dateLabel(value, language) : tellText(key, value);
    if (typeof value === "boolean") return YES_OR_NO[language](value);
    if (Array.isArray(value)) return value.map((one) => tell(one, key, unit)).join("; ");
    if (!isGroup(value)) return String(value ?? "");
    if (isRef(value)) return name(value.ref);
    if (isBoth(value)) return value[language];
    if (isSpan(value)) return periodLabel(value, language);
    if (isCitation(value)) return tellCitation(value.id.ref, value.paragraph);
    // What stands in these has passed the schema.
    if (isQuantity(value)) return tellQuantity(value as Quantity, unit);
    if (isComparison(value)) return comparisonText(value as Comparison, language);
    if (isReading(value)) return tellReading(value as ReadingLike, unit);
    if ("unknown" in value) return UNKNOWN[language](tell(value.unknown, "unknown"));
    if (Object.values(value).every(isRef)) return tellRefs(Object.values(value).filter(isRef));
    const parts = Object.entries(value).filter(([, part]) => !isEmpty(part));
    return parts.map(([at, part]) => named(at, tell(part, at, unit), isPlain(part))).join("; ");
  };

  /** "<cơ quan> (<nơi>)" */
  const tellRefs = ([first, ...rest]: readonly Ref[]): string => {
    const others = rest.map(({ ref }) => name(ref)).join(", ");
    return `${name(first?.ref ?? "")}${others === "" ? "" : ` (${others})`}`;
  };

  const tellText = (key: string, text: string): string => valueName(key, text, language) ?? text;

  const named = (key: string, text: string, plain: boolean): string =>
    plain ? `${keyName(key, language) ?? ""} ${text}`.trim() : text;

  const tellQuantity = (quantity: Quantity, unit: Unit | undefined): string =>
    unit === undefined && quantity.unit === undefined
      ? changeText(quantity.value, language)
      : amount(quantity.value, quantity.unit ?? unit ?? NO_UNIT, quantity.qualifier, language);

  const tellReading = ({ value, likelier, why }: ReadingLike, unit: Unit = NO_UNIT): string =>
    `${amount(value, unit, "exactly", language)}${likelier ? LIKELIER[language] : ""}: ${why[language]}`;

  const tellCitation = (id: string, paragraph: number | undefined): string =>
    citationLabel(namedById(knowledge, id) === undefined ? other : knowledge, { id, paragraph }, language);

  const title = (item: Placed): string => {
    if (item.kind.name === "figure") return figureLabel(knowledge, figureOf(item), language);
    const { value } = item;
    if (!isGroup(value)) return item.id ?? "";
    return typeof value.q === "string" ? `“${value.q}”` : tell(titleOf(value), "id");
  };

  return {
    title,
    line: (item) => (item.kind.name === "figure" ? figureSentence(knowledge, figureOf(item), language) : title(item)),
    value: (value, key, item) => tell(value, key, unitOf(item, knowledge)),
    element(element) {
      const found = titleOf(element);
      return found === undefined ? undefined : tell(found, "id");
    },
  };
}

interface Quantity {
  readonly value: string;
  readonly qualifier: Qualifier;
  readonly unit?: Unit;
}

interface ReadingLike {
  readonly value: string;
  readonly likelier: boolean;
  readonly why: Unit;
}

const NO_UNIT: Unit = { vi: "", en: "" };

// The schema of figures has made the value.
const figureOf = ({ value }: Placed): Figure => value as Figure;

/** The unit of a figure is its indicator's; none of one that is itself a rise or fall. */
function unitOf(item: Placed, knowledge: Knowledge): Unit | undefined {
  if (item.kind.name !== "figure") return NO_UNIT;
  const indicator = knowledge.indicators.get(figureOf(item).indicator);
  return indicator?.measures === "change" ? undefined : indicator?.unit;
}

const isPlain = (value: unknown): boolean => typeof value !== "object";

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

const YES_OR_NO = {
  vi: (yes: boolean) => (yes ? "có" : "không"),
  en: (yes: boolean) => (yes ? "yes" : "no"),
} as const;

const UNKNOWN = {
  vi: (why: string) => `không rõ (${why})`,
  en: (why: string) => `unknown (${why})`,
} as const;

const LIKELIER = { vi: " (hợp lý hơn)", en: " (likelier)" } as const;
