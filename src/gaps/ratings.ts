import { type Invocation, writeInvocation } from "../core/invocation.ts";
import { digestOf } from "../core/invocation-code.ts";
import type { KeptQuestion, KeptRating } from "../core/question-store.ts";
import type { Feedback, Gap } from "../core/questions.ts";
import { understoodAs } from "../core/understood.ts";
import { ownerOf } from "../core/upkeep.ts";
import { idOf } from "./find.ts";
import { questionPatch } from "./patches/question.ts";
import type { Reading } from "./reading.ts";
import { createCounter, together } from "./tally.ts";

/** What people think of one answer as it is now. */
export interface Rated {
  readonly invocation: Invocation;
  /** Newest first. */
  readonly ratings: readonly KeptRating[];
  readonly down: number;
}

/** Ratings by answer, the one with most 👎 first. Those of what is answered otherwise by now are left out. */
export function ratedNow(ratings: readonly KeptRating[], reading: Reading): Rated[] {
  const byAnswer = Map.groupBy(ratings, ({ invocation }) => keyOf(invocation));
  return [...byAnswer.values()]
    .flatMap((all) => {
      const [first] = all;
      const valid = all.filter((rating) => isOfToday(rating, reading));
      if (first === undefined || valid.length === 0) return [];
      return [{ invocation: first.invocation, ratings: valid, down: valid.filter(({ useful }) => !useful).length }];
    })
    .sort((a, b) => b.down - a.down || b.ratings.length - a.ratings.length || lastOf(b) - lastOf(a));
}

const keyOf = (invocation: Invocation): string => `${invocation.language} ${writeInvocation(invocation)}`;

const lastOf = ({ ratings }: Rated): number => ratings[0]?.at ?? 0;

/** Whether the same would be answered: asked at that time, since what is answered may say how long it still is. */
function isOfToday({ invocation, digest, at }: KeptRating, { bot }: Reading): boolean {
  try {
    return digestOf(bot.run(invocation, at)) === digest;
  } catch {
    return false;
  }
}

/** With the question as people ask it, where that is kept. */
export function feedbackOf(
  { invocation, ratings, down }: Rated,
  asked: readonly KeptQuestion[],
  reading: Reading,
): Feedback {
  return {
    invocation,
    question: wordedAs(invocation, asked, reading),
    up: ratings.length - down,
    down,
    reasons: [...new Set(ratings.flatMap(({ useful, reason }) => (useful || reason === undefined ? [] : [reason])))],
    owner: ownerOf(invocation, reading.knowledge),
    last: lastOf({ invocation, ratings, down }),
  };
}

function wordedAs(invocation: Invocation, asked: readonly KeptQuestion[], { bot, knowledge }: Reading): string {
  const [most] = tallied(invocation, asked);
  return most?.question ?? invocation.values.question ?? understoodAs(invocation, bot.commands, knowledge) ?? "?";
}

function tallied(invocation: Invocation, asked: readonly KeptQuestion[]) {
  const key = keyOf(invocation);
  const counter = createCounter();
  for (const one of asked) if (one.invocation !== undefined && keyOf(one.invocation) === key) counter.add(one);
  return counter.tallies();
}

/** Answers with 👎 as gaps; refusals are gaps already. */
export function ratedGap(
  { invocation, ratings, down }: Rated,
  asked: readonly KeptQuestion[],
  reading: Reading,
  now: number,
): Gap | undefined {
  if (down === 0 || invocation.command === "ask") return undefined;
  const against = ratings.filter(({ useful }) => !useful);
  const question = wordedAs(invocation, asked, reading);
  const { language } = invocation;
  const wordings = together(tallied(invocation, asked)).questions;
  const people = new Set(against.map(({ who }) => who)).size;
  const patch = questionPatch({ question, language }, "rated", now, reading);
  return {
    id: idOf(["rated", keyOf(invocation)]),
    questions: wordings.length > 0 ? wordings : [{ question, count: down }],
    count: down,
    people,
    platforms: [...new Set(against.map(({ platform }) => platform))].sort(),
    language,
    last: against[0]?.at ?? 0,
    because: "rated",
    nearest: [],
    patches: patch === undefined ? [] : [patch],
  };
}
