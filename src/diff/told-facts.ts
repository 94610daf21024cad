import type { Knowledge } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import { type FactChange, itemOf } from "./facts.ts";
import type { FieldChange, Step } from "./fields.ts";
import { unmarked } from "./marked.ts";
import { createTeller, type Teller } from "./tell.ts";
import { isBoth } from "./whole.ts";
import { keyName } from "./words.ts";

/** One thing that is said otherwise, in words: null where it is not said. */
export interface Row {
  /** "lĩnh vực “…” › tên gọi khác" */
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly line: number;
  readonly field: FieldChange;
}

/** A fact that the two versions do not say alike, in words. */
export interface ToldFact {
  readonly fact: FactChange;
  /** What it is called; of a figure that is new or gone, all of it. */
  readonly title: string;
  /** Where to look: at the first field that differs, of what is gone where it was. */
  readonly file: string;
  readonly line: number;
  /** Field by field, where it is in both versions. */
  readonly rows: readonly Row[];
}

interface Tellers {
  readonly before: Teller;
  readonly after: Teller;
}

export function tellFacts(
  changes: readonly FactChange[],
  before: Knowledge,
  after: Knowledge,
  language: Language,
): readonly ToldFact[] {
  const tellers = { before: createTeller(before, after, language), after: createTeller(after, before, language) };
  return changes.map((fact) => {
    const { file, origin } = itemOf(fact);
    const first = fact.fields.find((field) => field.after !== undefined);
    return {
      fact,
      title: titleOf(fact, tellers),
      file: file.source.file,
      line: first?.line ?? origin.line,
      rows: rowsOf(fact, tellers, language),
    };
  });
}

function titleOf({ before, after }: FactChange, tellers: Tellers): string {
  if (after === undefined) return tellers.before.line(before);
  return before === undefined ? tellers.after.line(after) : tellers.after.title(after);
}

/** A text in two languages is told in those in which it differs, the reader's first. */
function rowsOf({ fields, before, after }: FactChange, tellers: Tellers, language: Language): readonly Row[] {
  if (before === undefined || after === undefined) return [];
  return fields.flatMap((field): Row[] => {
    const key = field.steps.findLast((step) => typeof step === "string") ?? "";
    const label = labelOf(field.steps, tellers, language);
    const row = (was: unknown, is: unknown, note = ""): Row => {
      const told = {
        before: was === undefined ? null : tellers.before.value(was, key, before),
        after: is === undefined ? null : tellers.after.value(is, key, after),
      };
      const words = told.before === told.after ? withIds(told, was, is) : told;
      return { label: label + note, ...words, line: field.line, field };
    };
    if (field.order === true) return [row(field.before, field.after, ORDER[language])];
    const { before: was, after: is } = field;
    if (!isBoth(was) || !isBoth(is) || isOneText(was, is)) return [row(was, is)];
    const changed = LANGUAGES_OF[language].filter((one) => was[one] !== is[one]);
    return changed.map((one) => row(was[one], is[one], ` (${LANGUAGE[language][one]})`));
  });
}

/** Two things of one name are told apart by how they are written. */
const withIds = ({ before, after }: Pick<Row, "before" | "after">, was: unknown, is: unknown) => ({
  before: `${before} (${JSON.stringify(unmarked(was))})`,
  after: `${after} (${JSON.stringify(unmarked(is))})`,
});

const isOneText = (was: Texts, is: Texts): boolean => was.vi === was.en && is.vi === is.en;
type Texts = { readonly vi: string; readonly en: string };

const LONGEST = 48;

function labelOf(steps: readonly Step[], { before, after }: Tellers, language: Language): string {
  const parts: string[] = [];
  let below = "";
  for (const step of steps) {
    if (typeof step === "string") {
      const name = keyName(step, language, below);
      if (name !== undefined) parts.push(name);
      below = step;
      continue;
    }
    const title = (step.before === undefined ? after : before).element(step.element);
    if (title !== undefined && parts.length > 0) parts.push(`${parts.pop()} “${shortened(title)}”`);
  }
  return parts.join(" › ");
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

const LANGUAGES_OF = { vi: ["vi", "en"], en: ["en", "vi"] } as const;

const LANGUAGE = {
  vi: { vi: "tiếng Việt", en: "tiếng Anh" },
  en: { vi: "Vietnamese", en: "English" },
} as const;

const ORDER = { vi: " (thứ tự)", en: " (order)" } as const;
