import type { Knowledge } from "../core/knowledge.ts";
import type { Both } from "../core/language.ts";
import type { Kind, KindName } from "../knowledge/kind.ts";
import type { Given } from "./given.ts";
import type { Row } from "./rows.ts";

/** What the knowledge base holds while something new is written. */
export interface Known {
  readonly knowledge: Knowledge;
  /** Of everything, also of what is wrong: each id is used once. */
  readonly ids: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** By option, as they were given; several where an ask takes several. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** One thing that is asked of an admin; `option` is also its name on the command line. */
export interface Ask {
  readonly option: string;
  readonly question: Both;
  /** How an answer looks: shown beside the question, and in the file where there is no answer. */
  readonly example: string;
  /** A text is quoted; an id and a number, a day or a period stand as they were typed. */
  readonly form: "text" | "id" | "number";
  /** Enter leaves it out, and means this; without it, it must be answered. */
  readonly optional?: Both;
  /** Takes several answers, this many at least. */
  readonly least?: number;
  /** Asked only where that other option was answered. */
  readonly after?: string;
  /** The id of something of one of these kinds that the knowledge base holds. */
  readonly of?: readonly KindName[];
  /** Only things for which this holds. */
  readonly fits?: (id: string, knowledge: Knowledge) => boolean;
  readonly choices?: Readonly<Record<string, Both>>;
  /** What Enter gives, and what is taken where the command line leaves it out. */
  readonly proposes?: (answers: Answers, known: Known) => string | undefined;
  /** More to know before answering. */
  readonly remark?: (answers: Answers, known: Known) => Both | undefined;
  /** The next item of the file probably says the same. */
  readonly stays?: boolean;
}

/** How something new of one kind is asked for and written. */
export interface Scaffold {
  readonly kind: Kind<unknown>;
  /** Vietnamese, at the top of the file. */
  readonly remarks: readonly string[];
  readonly asks: readonly Ask[];
  /** The lines of one item, begun by a key. What may be said and was not stands as a comment. */
  write(given: Given, knowledge: Knowledge): readonly Row[];
  /** What is often made next. */
  readonly leadsTo?: readonly KindName[];
  /** The name of a file for it, without its ending. */
  fileName(answers: Answers): string;
}

/** The kind's own type does not matter here. */
export const defineScaffold = <T>(scaffold: Omit<Scaffold, "kind"> & { readonly kind: Kind<T> }): Scaffold =>
  scaffold as Scaffold;

/** The first answer, or the only one. */
export const answerOf = (answers: Answers, option: string): string | undefined => answers.get(option)?.[0];

/** Whether it is asked at all, after what was answered. */
export const applies = ({ after }: Ask, answers: Answers): boolean =>
  after === undefined || answerOf(answers, after) !== undefined;
