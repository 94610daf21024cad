import type { Answer, Status } from "../../core/answer.ts";
import type { Command } from "../../core/command.ts";
import type { Knowledge } from "../../core/knowledge.ts";
import type { Language } from "../../core/language.ts";
import { citationLabel } from "../../core/naming.ts";
import { plain } from "../../core/text.ts";
import { understoodAs } from "../../core/understood.ts";
import { shorten } from "./shorten.ts";

/** An answer as scripts read it. Fields are added, never renamed or taken away. */
export interface AnswerJson {
  readonly question: string;
  readonly status: Status;
  /** Plain text: the direct answer, with its rows where it is a list. */
  readonly answer: string;
  readonly understoodAs: string | null;
  readonly citations: readonly CitationJson[];
  /** Questions that lead to an answer when asked. */
  readonly choices: readonly string[];
  readonly language: Language;
}

interface CitationJson {
  /** The id of the source in the knowledge base. */
  readonly source: string;
  readonly title: string;
  readonly paragraph: number | null;
  readonly label: string;
}

const LONGEST = 600;

/** Pure; the text is not longer than 600 characters unless it is a list. */
export function render(
  question: string,
  answer: Answer,
  knowledge: Knowledge,
  commands: readonly Command[],
): AnswerJson {
  const { status, headline, invocation, choices, language } = answer;
  const text = plain(headline);
  const isList = headline.some((block) => block.kind !== "paragraph");
  return {
    question,
    status,
    answer: isList ? text : shorten(text, LONGEST),
    understoodAs: (invocation && understoodAs(invocation, commands, knowledge)) ?? null,
    citations: answer.citations.map((citation) => ({
      source: citation.id,
      title: knowledge.sources.get(citation.id)?.title ?? citation.id,
      paragraph: citation.paragraph ?? null,
      label: citationLabel(knowledge, citation, language),
    })),
    choices: choices.map((choice) => choice.question),
    language,
  };
}
