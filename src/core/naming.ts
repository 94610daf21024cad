import type { Citation, Knowledge, Named, Upkeep } from "./knowledge.ts";
import type { Language } from "./language.ts";
import { dateLabel } from "./period.ts";

/** Anything with a name, by id; undefined when no kind has the id. */
export function namedById(knowledge: Knowledge, id: string): (Named & Upkeep) | undefined {
  return (
    knowledge.places.get(id) ??
    knowledge.organisations.get(id) ??
    knowledge.people.get(id) ??
    knowledge.memoranda.get(id) ??
    knowledge.programmes.get(id) ??
    knowledge.events.get(id) ??
    knowledge.documents.get(id) ??
    knowledge.indicators.get(id) ??
    knowledge.reviews.get(id) ??
    knowledge.sources.get(id)
  );
}

/** The name that people read; the id itself where nothing has it. */
export const nameOf = (knowledge: Knowledge, id: string, language: Language): string =>
  namedById(knowledge, id)?.names[language] ?? id;

/** "<publisher>, “<title>”, đoạn 6" · with the day it appeared where the source says so. */
export function citationLabel(knowledge: Knowledge, citation: Citation, language: Language): string {
  const source = knowledge.sources.get(citation.id);
  if (source === undefined) return citation.id;
  const parts = [nameOf(knowledge, source.publisher ?? source.id, language), `“${source.title}”`];
  if ("date" in source.published) parts.push(dateLabel(source.published.date, language));
  if (citation.paragraph !== undefined) parts.push(`${language === "vi" ? "đoạn" : "paragraph"} ${citation.paragraph}`);
  return parts.join(", ");
}
