import type { EntityKind, Knowledge } from "../core/knowledge.ts";
import type { Analysis } from "./analyse.ts";
import { type AskDocument, type Documents, type FactDocument, relatedIds } from "./documents.ts";
import type { Entity, Mention } from "./gazetteer.ts";

/** Kinds whose names exclude one another: a question about one city is never answered with another. */
const HARD_KINDS = new Set<EntityKind>([
  "place",
  "person",
  "organisation",
  "memorandum",
  "programme",
  "event",
  "document",
]);

/** Kinds that a question names because it asks for them. */
const OWN_KINDS = new Set<EntityKind>(["memorandum", "programme", "event", "document"]);

/** How the names in a question stand to a candidate. */
export interface Names {
  /**
   * Marks the tokens of names that the candidate admits. `fits` is false when a name excludes it; `aside` counts the named
   * programmes, events and documents of which it admits only a shorter name inside.
   */
  admit(
    analysis: Analysis,
    ask: AskDocument,
    document: FactDocument | undefined,
    explained: Set<number>,
  ): { readonly fits: boolean; readonly aside: number; readonly taken: boolean };
  /** The option that the entity fills, with the id that fits it (a body stands for its place). */
  takenAs(entity: Entity, ask: AskDocument): { readonly option: string; readonly id: string } | undefined;
}

export function createNames(knowledge: Knowledge, documents: Documents): Names {
  const closures = new Map<string, ReadonlySet<string>>();
  const closureOf = (id: string): ReadonlySet<string> => {
    const known = closures.get(id) ?? relatedIds([id], knowledge);
    closures.set(id, known);
    return known;
  };
  const concerns = new Map<string, ReadonlySet<string>>();
  /** What the facts about a thing concern. */
  const concernsOf = (subject: string): ReadonlySet<string> => {
    const known =
      concerns.get(subject) ?? new Set(documents.ofSubject(subject).flatMap((at) => [...documents.at(at).related]));
    concerns.set(subject, known);
    return known;
  };
  /** Where it was written is context, never a contradiction, unless that is what is asked. */
  const publishers = new Set([...knowledge.sources.values()].flatMap((source) => source.publisher ?? []));

  const takenAs: Names["takenAs"] = (entity, ask) => {
    for (const option of ask.ask.takes ?? []) {
      const kinds = ask.command.options[option]?.entities ?? [];
      if (kinds.includes(entity.kind))
        return { option, id: entity.kind === "person" ? entity.id.replace(/\/.*$/, "") : entity.id };
      const body = entity.kind === "organisation" ? knowledge.organisations.get(entity.id) : undefined;
      const place = body?.speaksForPlace === true ? body.place : undefined;
      if (place !== undefined && kinds.includes("place")) return { option, id: place };
    }
    return undefined;
  };

  const admit: Names["admit"] = (analysis, ask, document, explained) => {
    const { mentions } = analysis;
    if (mentions.length === 0) return { fits: true, aside: 0, taken: false };
    const taken =
      document === undefined ? mentions.flatMap((m) => m.entities).filter((e) => takenAs(e, ask) !== undefined) : [];
    const admits = (entity: Entity): boolean => {
      if (document !== undefined) for (const id of closureOf(entity.id)) if (document.related.has(id)) return true;
      if (takenAs(entity, ask) !== undefined) return true;
      return taken.some((other) => concernsOf(other.id).has(entity.id));
    };
    const excludes = (mention: Mention): boolean =>
      mention.entities.every(
        ({ kind, id }) => (HARD_KINDS.has(kind) && !publishers.has(id)) || document?.kinds.has(kind) === true,
      );
    let fits = true;
    let aside = 0;
    for (const mention of mentions) {
      const isContext = mention.entities.every(
        (e) => (e.kind === "source" || publishers.has(e.id)) && takenAs(e, ask) === undefined,
      );
      if (isContext && document?.kinds.has("source") !== true) {
        for (let i = mention.start; i < mention.end; i++) explained.add(i);
        continue;
      }
      const parts = mention.entities.some(admits) ? [mention] : mention.inner.filter((m) => m.entities.some(admits));
      for (const part of parts) for (let i = part.start; i < part.end; i++) explained.add(i);
      if (parts[0] === mention) continue;
      if (mention.entities.every(({ kind }) => OWN_KINDS.has(kind))) aside++;
      /** A named meeting or office is never passed over for the city in its name; an agreement may be another with it. */
      if (mention.entities.every(({ kind }) => kind === "person" || (OWN_KINDS.has(kind) && kind !== "memorandum")))
        fits = false;
      if (parts.length > 0 && parts.length === mention.inner.length) continue;
      if (mention.entities.some(({ id }) => document?.tolerated.has(id))) continue;
      if (
        excludes(mention) &&
        (mention.inner.length === 0 || mention.inner.some((m) => !parts.includes(m) && excludes(m)))
      )
        fits = false;
    }
    return { fits, aside, taken: taken.length > 0 };
  };

  return { admit, takenAs };
}
