import { createHash } from "node:crypto";
import type { Answer } from "../core/answer.ts";
import type { Gap, Patch } from "../core/questions.ts";
import type { Pace, Steps } from "../core/steps.ts";
import { clusterAlike } from "./cluster.ts";
import { aliasPatch } from "./patches/alias.ts";
import { factPatch } from "./patches/fact.ts";
import { questionPatch } from "./patches/question.ts";
import type { Reading } from "./reading.ts";
import type { Sketch } from "./sketch.ts";
import { type Tally, together } from "./tally.ts";

/** Of a cluster so many are asked again, those asked most. */
const ASKED_AGAIN = 3;

/** So many clusters are looked at for each that is wanted: of old questions most are answered by now. */
const LOOKED_AT = 20;

/** So many questions are read before others have a turn. */
const STEP = 50;

export interface Finding {
  readonly reading: Reading;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly pace: Pace;
}

/** Clusters of questions that are not answered now, the one asked most first: at most `count`. */
export async function findGaps(tallies: readonly Tally[], count: number, finding: Finding): Promise<Gap[]> {
  const { reading, pace } = finding;
  const about = await pace(sketching(tallies, reading));
  const clusters = await pace(clusterAlike(about.map(({ sketch }) => sketch)));
  const bySize = clusters
    .map((places) => places.flatMap((place) => about[place] ?? []))
    .map((members) => ({ members, count: members.reduce((sum, { tally }) => sum + tally.asked.length, 0) }))
    .sort((a, b) => b.count - a.count);
  const gaps: Gap[] = [];
  for (const { members, count: asked } of bySize.slice(0, count * LOOKED_AT)) {
    // One that comes later can't be asked more often than those that are found already.
    if (gaps.length >= count && asked <= (gaps.map((gap) => gap.count).sort((a, b) => b - a)[count - 1] ?? 0)) break;
    const gap = await pace(gapOf(members, finding));
    if (gap !== undefined) gaps.push(gap);
  }
  return gaps.sort((a, b) => b.count - a.count || b.people - a.people || b.last - a.last).slice(0, count);
}

interface Member {
  readonly tally: Tally;
  readonly sketch: Sketch;
}

/** Greetings and thanks are about nothing. */
function* sketching(tallies: readonly Tally[], reading: Reading): Steps<Member[]> {
  const members: Member[] = [];
  for (const [at, tally] of tallies.entries()) {
    const sketch = reading.sketch(tally.question, tally.language);
    const isAboutNothing =
      sketch.frame.every((part) => part.startsWith("?")) && sketch.words.every((word) => /^[~-]/.test(word));
    if (!isAboutNothing) members.push({ tally, sketch });
    if (at % STEP === STEP - 1) yield;
  }
  return members;
}

/** What would be answered now is no gap any more. */
function* gapOf(members: readonly Member[], finding: Finding): Steps<Gap | undefined> {
  const { reading, now } = finding;
  const first = members[0];
  const open: Tally[] = [];
  let answer: Answer | undefined;
  for (const [at, { tally }] of members.entries()) {
    if (at < ASKED_AGAIN) {
      const said = reading.answer(tally, now);
      yield;
      if (said === undefined || said.status === "answered") continue;
      answer ??= said;
    }
    open.push(tally);
  }
  const [most] = open;
  if (first === undefined || most === undefined || answer === undefined) return undefined;
  const because = answer.status === "ambiguous" ? "ambiguous" : "unknown";
  const patches = yield* patchesFor(most, because, finding);
  return {
    id: idOf([first.sketch.language, ...first.sketch.frame, ...first.sketch.words]),
    ...together(open),
    language: most.language,
    because,
    nearest: answer.choices,
    patches,
  };
}

function* patchesFor(most: Tally, because: "unknown" | "ambiguous", { reading, now }: Finding): Steps<Patch[]> {
  const alias = because === "unknown" ? yield* aliasPatch(most, now, reading) : undefined;
  const fact = because === "unknown" ? factPatch(most, now, reading) : undefined;
  const mends = [alias, fact].filter((patch) => patch !== undefined);
  const question = questionPatch(most, mends.length > 0 ? "mended" : because, now, reading);
  return question === undefined ? mends : [...mends, question];
}

/** Eight characters that stay the same while a cluster begins with the same. */
export const idOf = (parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
