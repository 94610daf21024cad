import type { Insertable, Selectable } from "kysely";
import { readInvocation, writeInvocation } from "../core/invocation.ts";
import type { KeptQuestion, KeptRating, Place } from "../core/question-store.ts";
import { plain } from "./portable.ts";
import type { QuestionTable, RatingTable } from "./tables.ts";

export const questionRow = (
  { invocation, previous, who, question, ...rest }: KeptQuestion,
  id: string,
): Insertable<QuestionTable> => ({
  ...rest,
  id,
  question: plain(question),
  invocation: invocation === undefined ? null : writeInvocation(invocation),
  previous: previous === undefined ? null : writeInvocation(previous),
  who: who ?? null,
});

/** Where nobody knows who rated, it is nobody's second rating. */
export const ratingRow = (
  { invocation, useful, reason, who, ...rest }: KeptRating,
  id: string,
): Insertable<RatingTable> => ({
  ...rest,
  invocation: writeInvocation(invocation),
  language: invocation.language,
  who: who ?? id,
  useful: Number(useful),
  reason: reason === undefined ? null : plain(reason),
});

export const asQuestion = (row: Selectable<QuestionTable>): KeptQuestion & Place => {
  const { id, at, question, status, platform, language, invocation, previous, who } = row;
  return {
    ...{ id, at, question, status, platform, language },
    who: who ?? undefined,
    invocation: invocation === null ? undefined : readInvocation(invocation, language),
    previous: previous === null ? undefined : readInvocation(previous, language),
  };
};

export const asRating = ({ invocation, language, useful, reason, ...rest }: Selectable<RatingTable>): KeptRating => ({
  ...rest,
  useful: useful === 1,
  invocation: readInvocation(invocation, language),
  ...(reason === null ? {} : { reason }),
});
