import { perSnapshot, type Snapshot } from "../core/living.ts";
import type { KeptQuestion, Place } from "../core/question-store.ts";
import type { Gap, Questions } from "../core/questions.ts";
import { atOnce, type Pace, type Steps } from "../core/steps.ts";
import { findGaps } from "./find.ts";
import { createKeeper, type Keeper, type KeeperOptions } from "./keeper.ts";
import { feedbackOf, ratedGap, ratedNow } from "./ratings.ts";
import { createReading } from "./reading.ts";
import { type Counter, createCounter, foldedQuestion, type Tally } from "./tally.ts";

export interface QuestionsOptions extends KeeperOptions {
  /** The knowledge that answers now; it may not be there yet while nobody has asked anything. */
  readonly current: () => Snapshot;
  /** Lets others have their turn while much is looked through. */
  readonly pace?: Pace;
}

/** So many questions in vain are looked through, the newest; more tell nothing more. */
const MOST_QUESTIONS = 20_000;
const PAGE = 500;
const MOST_RATINGS = 5_000;
const MOST_ASKED_AS = 2_000;

function* adding(page: readonly KeptQuestion[], counter: Counter): Steps<void> {
  for (const question of page) counter.add(question);
  yield;
}

/** So many wordings are looked through for those asked most. */
const MOST_WORDINGS = 5_000;

/** What the bot remembers of questions: kept behind the answers, and read by admins. */
export function createQuestions(options: QuestionsOptions): Questions & Pick<Keeper, "start" | "stop"> {
  const { store, current, now, pace = atOnce } = options;
  const reading = perSnapshot(current, createReading);

  async function tally(): Promise<readonly Tally[]> {
    const counter = createCounter();
    let before: Place | undefined;
    for (let left = MOST_QUESTIONS; left > 0; left -= PAGE) {
      const page = await store().unanswered(Math.min(PAGE, left), before);
      await pace(adding(page, counter));
      before = page.at(-1);
      if (page.length < PAGE) break;
    }
    return counter.tallies();
  }

  /** Rated answers with the questions that led to them. */
  async function rated(count: number) {
    const all = await pace(ratedNow(await store().ratings(MOST_RATINGS), count, reading()));
    const asked = await store().askedAs(
      all.map(({ invocation }) => invocation),
      MOST_ASKED_AS,
    );
    return { all, asked };
  }

  return {
    ...createKeeper(options),
    async gaps(count) {
      const inVain = await findGaps(await tally(), count, { reading: reading(), now: now(), pace });
      const { all, asked } = await rated(count);
      const badly = all.flatMap((one): Gap[] => {
        const gap = ratedGap(one, asked, reading(), now());
        return gap === undefined ? [] : [gap];
      });
      return [...inVain, ...badly].sort((a, b) => b.count - a.count || b.last - a.last).slice(0, count);
    },
    async feedback(count) {
      const { all, asked } = await rated(count);
      return all.map((one) => feedbackOf(one, asked, reading()));
    },
    async mostAsked(count) {
      const alike = new Map<string, { question: string; count: number; language: "vi" | "en" }>();
      // The wording that comes first is the one typed most.
      for (const one of await store().often(MOST_WORDINGS)) {
        const key = `${one.language} ${foldedQuestion(one.question)}`;
        const known = alike.get(key);
        if (known === undefined) alike.set(key, { ...one });
        else known.count += one.count;
      }
      return [...alike.values()].sort((a, b) => b.count - a.count).slice(0, count);
    },
  };
}
