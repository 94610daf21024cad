import { performance } from "node:perf_hooks";
import { variantOf, withEdits } from "../src/evaluation/variants.ts";
import type { Engine } from "./peers/engine.ts";
import { PEERS } from "./peers/index.ts";
import { ours } from "./peers/ours.ts";
import { cpuMs, type Row, rounded, type Section, type Wanted } from "./report.ts";
import { type Asked, readSquad } from "./squad.ts";
import { confidence, mean, quantile } from "./statistics.ts";

const TYPINGS = ["clean", "no marks", "one edit", "two edits", "Telex"] as const;
type Typing = (typeof TYPINGS)[number];

/** Of slow engines' questions. */
const FEW = { quick: 10, full: 100 };
const K = 10;

/**
 * Question → paragraph on a collection in SQuAD's format, such as XQuAD-vi, which the command line names. Only a full run looks
 * at the questions that are to be reported on.
 */
export async function run({ full, files }: Wanted): Promise<readonly Section[]> {
  const sections: Section[] = [];
  for (const file of files.filter((name) => name.endsWith(".json"))) sections.push(...(await compare(file, full)));
  if (sections.length === 0) console.log("\nretrieval: name a file in SQuAD's format, such as xquad.vi.json.");
  return sections;
}

async function compare(file: string, full: boolean): Promise<readonly Section[]> {
  const { paragraphs, tuning, testing } = await readSquad(file);
  const [asked, ofSlow] = full ? [testing, FEW.full] : [tuning, FEW.quick];
  const all: Measured[] = [];
  for (const engine of [ours, ...PEERS])
    all.push(await measure(engine, paragraphs, engine.slow === true ? asked.slice(0, ofSlow) : asked));
  const [own, ...peers] = all;
  if (own === undefined) return [];
  const drawn = full ? `that nobody tuned on (${tuning.length} others were tuned on)` : "that were tuned on";
  const of = `${asked.length} questions ${drawn}, ${paragraphs.length} paragraphs`;
  return [
    {
      title: "Retrieval: question → paragraph, R@1",
      rows: all.map(toRow),
      notes: [
        `${file}: ${of}. All engines get the same folding and the same reading of Telex; n: engines that are slow are asked fewer.`,
        "One or two edits: a letter anywhere replaced, put in, left out or swapped, by a seed.",
      ],
      chart: { kind: "bars", by: "engine", columns: [...TYPINGS] },
    },
    { title: `Retrieval: ${own.name} with 95 % confidence`, rows: TYPINGS.map((typing) => inDetail(own, typing)) },
    {
      title: `Retrieval: R@1 of ${own.name} less that of each, paired, 95 % confidence`,
      rows: peers.map((peer) => difference(own, peer)),
    },
  ];
}

interface Measured {
  readonly name: string;
  /** The rank of the right paragraph for each question, from 1; 0 where it is not among the first ten. */
  readonly ranks: Readonly<Record<Typing, readonly number[]>>;
  readonly cpu: number;
  readonly walls: readonly number[];
  readonly indexMs: number;
}

async function measure(engine: Engine, paragraphs: readonly string[], asked: readonly Asked[]): Promise<Measured> {
  const beforeIndex = cpuMs();
  const search = await engine.index(paragraphs);
  const indexMs = cpuMs() - beforeIndex;
  const walls: number[] = [];
  let cpu = 0;
  const ranksOf = async (typing: Typing): Promise<number[]> => {
    const typed = asked.map(({ question }, i) => typedAs(question, typing, i));
    const ranks: number[] = [];
    const before = cpuMs();
    for (const [i, question] of typed.entries()) {
      const start = performance.now();
      const found = await search(question, K);
      walls.push(performance.now() - start);
      ranks.push(found.findIndex(({ at }) => at === asked[i]?.at) + 1);
    }
    cpu += cpuMs() - before;
    return ranks;
  };
  const ranks = {
    clean: await ranksOf("clean"),
    "no marks": await ranksOf("no marks"),
    "one edit": await ranksOf("one edit"),
    "two edits": await ranksOf("two edits"),
    Telex: await ranksOf("Telex"),
  };
  return { name: engine.name, ranks, cpu: cpu / walls.length, walls, indexMs };
}

function typedAs(question: string, typing: Typing, i: number): string {
  switch (typing) {
    case "clean":
      return question;
    case "no marks":
      return variantOf(question, "no marks", i);
    case "one edit":
      return withEdits(question, 1, 1_000_003 * (i + 1) + 7919);
    case "two edits":
      return withEdits(question, 2, 1_000_003 * (i + 1) + 2 * 7919);
    case "Telex":
      return variantOf(question, "telex", i);
  }
}

const isFirst = (rank: number): number => Number(rank === 1);
const isAmongThree = (rank: number): number => Number(rank >= 1 && rank <= 3);
const reciprocal = (rank: number): number => (rank === 0 ? 0 : 1 / rank);

function toRow({ name, ranks, cpu, walls, indexMs }: Measured): Row {
  return {
    engine: name,
    ...Object.fromEntries(TYPINGS.map((typing) => [typing, rounded(mean(ranks[typing].map(isFirst)), 3)])),
    "R@3 clean": rounded(mean(ranks.clean.map(isAmongThree)), 3),
    "MRR@10 clean": rounded(mean(ranks.clean.map(reciprocal)), 3),
    "cpu ms": rounded(cpu),
    "p50 ms": rounded(quantile(walls, 0.5)),
    "p99 ms": rounded(quantile(walls, 0.99)),
    "index cpu ms": Math.round(indexMs),
    n: ranks.clean.length,
  };
}

function inDetail({ ranks }: Measured, typing: Typing): Row {
  const first = ranks[typing].map(isFirst);
  return {
    typed: typing,
    "R@1": rounded(mean(first), 3),
    "95 %": interval(first),
    "R@3": rounded(mean(ranks[typing].map(isAmongThree)), 3),
    "MRR@10": rounded(mean(ranks[typing].map(reciprocal)), 3),
    n: first.length,
  };
}

/** On the questions that both were asked. */
function difference(own: Measured, peer: Measured): Row {
  const cells = TYPINGS.map((typing) => {
    const pairs = peer.ranks[typing].map((rank, i) => isFirst(own.ranks[typing][i] ?? 0) - isFirst(rank));
    return [typing, `${signed(mean(pairs))} ${interval(pairs)}`];
  });
  return { "less than ours": peer.name, ...Object.fromEntries(cells), n: peer.ranks.clean.length };
}

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;

const interval = (values: readonly number[]): string =>
  `[${confidence(values)
    .map((bound) => bound.toFixed(3))
    .join(", ")}]`;
