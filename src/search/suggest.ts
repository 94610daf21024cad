import type { Option, Suggestion } from "../core/command.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import { nameOf } from "../core/naming.ts";
import { periodLabel, readPeriod, writePeriod } from "../core/period.ts";
import { fold, tokenize } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";

/**
 * What fits an option while it is being typed, best first: names that start with the text, hold it, or are a slip away from
 * it; marks do not matter. Nothing typed gives everything, in the order of the files.
 */
export function suggest(
  option: Option,
  typed: string,
  language: Language,
  knowledge: Knowledge,
  gazetteer: Gazetteer,
): Suggestion[] {
  switch (option.kind) {
    case "text":
      return [];
    case "choice":
      return ranked(
        Object.entries(option.choices ?? {}).map(([value, label]) => ({ value, label: label[language] })),
        typed,
      );
    case "period":
      return ranked(periods(knowledge, language), typed);
    case "entity":
      return entities(option, typed, language, knowledge, gazetteer);
  }
}

function periods(knowledge: Knowledge, language: Language): Suggestion[] {
  const held = [...new Set(knowledge.figures.map((figure) => writePeriod(figure.period)))].sort().reverse();
  return held.flatMap((value) => {
    const period = readPeriod(value);
    return period === undefined ? [] : [{ value, label: periodLabel(period, language) }];
  });
}

function entities(
  option: Option,
  typed: string,
  language: Language,
  knowledge: Knowledge,
  gazetteer: Gazetteer,
): Suggestion[] {
  const kinds = option.entities ?? [];
  const fitting = knowledge.names.filter(({ kind, id }) => kinds.includes(kind) && !id.includes("/"));
  const named = ranked(
    fitting.map(({ id, text }) => ({ value: id, label: text })),
    typed,
  ).map(({ value }) => value);
  const near = gazetteer
    .find(tokenize(typed), () => true)
    .flatMap((mention) => mention.entities.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id));
  return [...new Set([...named, ...near])].map((value) => ({ value, label: nameOf(knowledge, value, language) }));
}

/** Those that start with the text first, then those with a word that does, then those that hold it. */
function ranked(suggestions: readonly Suggestion[], typed: string): Suggestion[] {
  const text = fold(typed.trim());
  const rank = ({ label, value }: Suggestion): number => {
    const folded = fold(label);
    if (folded.startsWith(text) || value === text) return 0;
    if (folded.includes(` ${text}`)) return 1;
    return folded.includes(text) ? 2 : 3;
  };
  return suggestions
    .map((suggestion) => ({ suggestion, at: rank(suggestion) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .map(({ suggestion }) => suggestion);
}
