import { type Invocation, writeInvocation } from "../core/invocation.ts";
import type { KeptQuestion, KeptRating } from "../core/question-store.ts";
import type { Feedback, Gap } from "../core/questions.ts";
import type { Steps } from "../core/steps.ts";
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

/** So many answers are looked at for each that is wanted: many are answered otherwise by now. */
const LOOKED_AT = 3;

/** Ratings by answer, the one with most 👎 first: at most `count`. Those of what is answered otherwise by now are left out. */
export function* ratedNow(ratings: readonly KeptRating[], count: number, reading: Reading): Steps<readonly Rated[]> {
  const byAnswer = Map.groupBy(ratings, ({ invocation }) => keyOf(invocation));
  const all = [...byAnswer.values()].flatMap((some) => ratedOf(some)).sort(byDown);
  const valid: Rated[] = [];
  for (const one of all.slice(0, count * LOOKED_AT)) {
    const left: KeptRating[] = [];
    for (const rating of one.ratings) {
      if (isOfToday(rating, reading)) left.push(rating);
      yield;
    }
    valid.push(...ratedOf(left));
  }
  return valid.sort(byDown).slice(0, count);
}

function ratedOf(ratings: readonly KeptRating[]): Rated[] {
  const [first] = ratings;
  if (first === undefined) return [];
  return [{ invocation: first.invocation, ratings, down: ratings.filter(({ useful }) => !useful).length }];
}

const byDown = (a: Rated, b: Rated): number =>
  b.down - a.down || b.ratings.length - a.ratings.length || lastOf(b) - lastOf(a);

const keyOf = (invocation: Invocation): string => `${invocation.language} ${writeInvocation(invocation)}`;

const lastOf = ({ ratings }: Rated): number => ratings[0]?.at ?? 0;

const DAY_MS = 86_400_000;

/**
 * Whether the same would be answered: on the day of the rating or the one before, when it was answered, since an answer may say
 * how many days are left.
 */
const isOfToday = ({ invocation, digest, at }: KeptRating, reading: Reading): boolean =>
  [at, at - DAY_MS].some((day) => reading.digest(invocation, day) === digest);

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
