/** The two languages that people are answered in. */
export type Language = "vi" | "en";

export const LANGUAGES = ["vi", "en"] as const satisfies readonly Language[];

/** A text that exists in both languages. Both are NFC. */
export interface Both {
  readonly vi: string;
  readonly en: string;
}

/** A name, which is often the same in both languages. */
export const both = (text: string): Both => ({ vi: text, en: text });

/** "a, b and c" · "a, b và c". An empty list gives "". */
export function listOf(items: readonly string[], language: Language): string {
  const and = language === "vi" ? " và " : " and ";
  if (items.length < 2) return items[0] ?? "";
  return items.slice(0, -1).join(", ") + and + items.at(-1);
}

/** First letter lower case, for a common noun inside a sentence; abbreviations (GRDP, FDI) and names stay. */
export const uncapital = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase("vi") + text.slice(1) : text;

/** First letter upper case, the rest as it is: "ủy ban" → "Ủy ban". */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
