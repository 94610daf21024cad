import type { Acts, Asker } from "./acting.ts";
import type { Answer, Reply } from "./answer.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice, Invocation } from "./invocation.ts";
import type { EntityKind, Fact, Knowledge } from "./knowledge.ts";
import type { Both, Language } from "./language.ts";
import type { Period } from "./period.ts";

/** One option of a command. Entity options hold an id, period options a notation, choices one of their keys. */
export interface Option {
  readonly kind: "entity" | "period" | "choice" | "text";
  readonly names: Both;
  readonly description: Both;
  readonly required?: boolean;
  /** What to say where it is required and was left out; without it the option is named. */
  readonly missing?: Both;
  /** Entity options: the kinds of entity that fit. */
  readonly entities?: readonly EntityKind[];
  /** Takes several values. */
  readonly many?: boolean;
  /** Choice options: key → what people read. */
  readonly choices?: Readonly<Record<string, Both>>;
}

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O["kind"] extends "period"
  ? O["many"] extends true
    ? readonly Period[]
    : Period | undefined
  : O["many"] extends true
    ? readonly string[]
    : O["required"] extends true
      ? string
      : string | undefined;

export type Values<O extends Options> = { readonly [K in keyof O]: ValueOf<O[K]> };

/**
 * What a question wants done with figures, beside naming them; `values` are those of the command that does it. What nothing
 * here does is "other": several indicators in one sum, a ranking of branches.
 */
export interface Operation {
  readonly name: "rank" | "total" | "average" | "change" | "ratio" | "compare" | "other";
  readonly values: Readonly<Record<string, string>>;
}

/** Its share of the plan, its change against the year before. */
export type Aspect = "plan" | "change";

/** What the words of a question were linked to, as far as an Ask may use it. */
export interface Asked {
  readonly fact?: Fact | undefined;
  /** Ids of the entities that the question names, by kind. */
  readonly named: Readonly<Partial<Record<EntityKind, readonly string[]>>>;
  /** Where there are several such facts: the one that the question tells apart, else the one that was spoken of before. */
  readonly meant?: Fact | undefined;
  /** How many periods it names, complete or not, and those that are complete. */
  readonly periodCount: number;
  readonly periods: readonly Period[];
  readonly operation?: Operation | undefined;
  /** The earlier period that a change is to be counted from: "so với 2022". */
  readonly against?: Period | undefined;
  /** It asks in so many words by how much figures differ. */
  readonly difference?: boolean;
  /** What of a figure it asks for beside the value, in the order of the question. */
  readonly aspects?: readonly Aspect[];
  /** A number that it wants confirmed, as typed: "tăng 5,47%". */
  readonly claim?: string | undefined;
  /** It wants a yes or no. */
  readonly confirms?: boolean;
  /** A number that it asks the meaning of, as typed: "57.000 tỷ". */
  readonly number?: string | undefined;
  /** How often, in months, it wants something confirmed to take place. */
  readonly everyMonths?: number | undefined;
}

/**
 * One way of asking that a command answers. With `fact`, it answers facts of that type, and its phrasings are the words
 * around what the fact says; without, the phrasings stand alone. `{…}` in a phrasing is a hole for what is named.
 */
export interface Ask {
  readonly fact?: string;
  readonly phrasings: readonly string[];
  /** Option names that entities or periods named in the question fill. */
  readonly takes?: readonly string[];
  /** Values given by this way of asking, or taken from the fact. */
  readonly values?: (asked: Asked) => Readonly<Record<string, string>>;
  /** False where what is named does not suit this way of asking (comparing a single place). */
  readonly suits?: (asked: Asked) => boolean;
  /** Tells of the thing as a whole: a more particular way of asking comes first. */
  readonly general?: boolean;
  /** What it gives, beside what its fact gives. */
  readonly gives?: Fact["gives"];
  /** The same as a question, so that it can be offered as a choice. */
  readonly question: (invocation: Invocation, knowledge: Knowledge) => string;
}

export type Understood =
  | { readonly kind: "invocation"; readonly invocation: Invocation }
  /** Two questions in one: those that are understood, and in their own words those that are not. */
  | {
      readonly kind: "several";
      readonly language: Language;
      readonly invocations: readonly Invocation[];
      readonly left: readonly string[];
    }
  | { readonly kind: "ambiguous"; readonly language: Language; readonly choices: readonly Choice[] }
  /** A greeting, thanks: it asks for nothing. */
  | { readonly kind: "nothing"; readonly language: Language }
  | {
      readonly kind: "unknown";
      readonly language: Language;
      /** What the question is about in its own words, phrase by phrase, apart from what it names. */
      readonly words: readonly string[];
      /** Names of entities that are known but not together with the rest. */
      readonly named: readonly string[];
      /** A day that it names and that is in no calendar, as typed. */
      readonly noDate?: string | undefined;
      readonly choices: readonly Choice[];
    };

/** What commands may reach beyond the knowledge. Declared here, wired in main. */
export interface Ports {
  /** Resolves a question in plain words; `only` restricts it to one command. Pure over one state of the knowledge. */
  understand(question: string, context: UnderstandContext): Understood;
  /** What a person typed for an option, as its id or notation; undefined when it is none that fits. */
  read(option: Option, typed: string, now: number): string | undefined;
  /** What fits an option while it is being typed, best first. */
  suggest(option: Option, typed: string, language: Language): readonly Suggestion[];
  /** When reviews take place. */
  readonly calendar: Calendar;
}

/** The ports that understand people. */
export type Understanding = Omit<Ports, "calendar">;

/** A value of an option with what people read for it. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

export interface UnderstandContext {
  readonly language?: Language | undefined;
  readonly previous?: Invocation | undefined;
  readonly only?: string | undefined;
  /** Epoch milliseconds: what "this year" and "today" mean. */
  readonly now: number;
}

export interface Context {
  readonly knowledge: Knowledge;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly previous?: Invocation | undefined;
  readonly ports: Ports;
  readonly commands: readonly Command[];
  /** Runs another command: what ask does once it has understood. */
  readonly run: (invocation: Invocation) => Answer;
}

/** What acting commands work with. */
export interface Acting extends Context {
  readonly asker: Asker;
  readonly acts: Acts;
}

export interface Command<O extends Options = Options> {
  readonly name: string;
  readonly names: Both;
  readonly description: Both;
  readonly options: O;
  readonly asks: readonly Ask[];
  run(values: Values<O>, context: Context): Reply;
  /** What it says is for whoever asks alone: where others would read it too, it is not done. */
  readonly discreet?: boolean;
  /** Changes something, or looks at what is not in the knowledge; then `run` is what is said where that can't be done. */
  act?(values: Values<O>, acting: Acting): Promise<Reply>;
}

/** Returns its argument; it exists so that the types of the options flow into `run`. */
export const defineCommand = <const O extends Options>(command: Command<O>): Command => command as unknown as Command;
