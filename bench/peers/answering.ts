import { commands } from "../../commands/index.ts";
import { type Answer, notHeld } from "../../src/core/answer.ts";
import type { Bot } from "../../src/core/bot.ts";
import type { Knowledge } from "../../src/core/knowledge.ts";
import { finish } from "../../src/core/steps.ts";
import type { FactDocument } from "../../src/search/documents.ts";
import { textsOf } from "../../src/search/fact-words.ts";
import { lookAt } from "../../src/search/question.ts";
import { type Candidate, scoreCandidate } from "../../src/search/score.ts";
import { makingIndex, type SearchIndex } from "../../src/search/search-index.ts";
import { understandingFrom } from "../../src/search/understand.ts";
import { genericTerms, valuesOf } from "../../src/search/values.ts";
import { cpuMs } from "../report.ts";
import type { Engine } from "./engine.ts";

/** What would be answered if nothing ever were refused, and how sure of it one is. */
export interface Firmly {
  readonly answer: Answer;
  readonly score: number;
  /** For finding it, in ms. */
  readonly cpu: number;
}

export type Answering = (question: string, now: number) => Promise<Firmly>;

/** What is there to be found: the facts, then the commands that answer without one. */
interface Found {
  readonly text: string;
  readonly document: FactDocument | undefined;
  readonly asks: FactDocument["asks"];
}

function foundIn({ asks, documents }: SearchIndex, knowledge: Knowledge): Found[] {
  const facts = knowledge.facts.map((fact, at): Found => {
    const document = documents.at(at);
    return { text: textsOf(fact).join(". "), document, asks: document.asks };
  });
  const alone = asks.filter(({ ask }) => ask.fact === undefined);
  const phrasings = alone.map(
    (ask): Found => ({ text: ask.ask.phrasings.join(". "), document: undefined, asks: [ask] }),
  );
  return [...facts, ...phrasings].filter(({ asks: ways }) => ways.length > 0);
}

/**
 * What an engine finds first is answered by the command that the bot would take for it, with the values that the bot would read
 * from the question: only the finding differs.
 */
export async function answeringBy(engine: Engine, knowledge: Knowledge, bot: Bot): Promise<Answering> {
  const index = finish(makingIndex(knowledge, commands));
  const generic = genericTerms(index.asks);
  const all = foundIn(index, knowledge);
  const search = await engine.index(all.map(({ text }) => text));
  return async (question, now) => {
    const before = cpuMs();
    const [best] = await search(question, 1);
    const cpu = cpuMs() - before;
    const found = all[best?.at ?? -1];
    if (best === undefined || found === undefined)
      return { answer: { ...notHeld(""), language: "vi" }, score: Number.NEGATIVE_INFINITY, cpu };
    const analysis = index.analyser.analyse(question, now);
    const looked = lookAt(analysis, index.weightOf, new Set());
    const ways = found.asks.map((ask) => scoreCandidate(looked, ask, found.document, index.names));
    const way = ways.reduce((a: Candidate, b) => (b.score > a.score ? b : a));
    const invocation = {
      command: way.ask.command.name,
      values: valuesOf(way, looked, knowledge, index.names, generic),
      language: analysis.language,
    };
    return { answer: bot.run(invocation, now), score: best.score, cpu };
  };
}

/** What it answers comes before what it refuses or asks back, however near that is. */
const BEFORE_ALL = 100;

/** The bot as it is: it refuses by itself. */
export function answeringOurselves(knowledge: Knowledge, bot: Bot): Answering {
  const { weigh } = understandingFrom(finish(makingIndex(knowledge, commands)), knowledge, commands);
  return async (question, now) => {
    const before = cpuMs();
    const answer = bot.answer({ command: "ask", input: question, now });
    const cpu = cpuMs() - before;
    const { candidates } = weigh(question, { now });
    const best = candidates[0]?.score ?? Number.NEGATIVE_INFINITY;
    return { answer, score: answer.status === "answered" ? best + BEFORE_ALL : best, cpu };
  };
}
