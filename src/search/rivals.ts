import type { Analysis } from "./analyse.ts";
import type { AskDocument } from "./documents.ts";
import type { Candidate } from "./score.ts";

/** Two aspects of one thing may share all their words of weight; then also the small ones tell ("kỳ … tới", "lần … đầu"). */
export function closestOfEach(rivals: readonly Candidate[], { tokens }: Analysis): Candidate[] {
  const asked = tokens.map(({ term }) => term);
  const thing = ({ ask, document }: Candidate): string => `${ask.command.name} ${document?.fact.subject ?? ""}`;
  const ranked = rivals.map((candidate) => ({ candidate, closeness: closeness(asked, candidate.ask) }));
  return ranked
    .filter(
      ({ candidate, closeness: own }) =>
        !ranked.some((other) => thing(other.candidate) === thing(candidate) && other.closeness - own > CLOSER),
    )
    .map(({ candidate }) => candidate);
}

const CLOSER = 0.1;

/** How much the words of a question are those of the phrasing that is nearest to it, all words alike: 0–1. */
export function closeness(asked: readonly string[], { wordings }: AskDocument): number {
  const likeness = wordings.map(({ terms }) => {
    const shared = terms.filter((term) => asked.includes(term)).length;
    return (2 * shared) / (terms.length + asked.length);
  });
  return Math.max(0, ...likeness);
}
