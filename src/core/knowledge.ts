import type { Decimal } from "./decimal.ts";
import type { Destination } from "./destination.ts";
import type { Both, Language } from "./language.ts";
import type { Period } from "./period.ts";

/** Where something is written: a source and the number of its paragraph (the first one under the title is 1; captions count). */
export interface Citation {
  readonly id: string;
  readonly paragraph?: number | undefined;
}

/** What a source is silent about is knowledge too: the reason is the answer. */
export interface Unknown {
  readonly unknown: Both;
}

export type Known<T> = T | Unknown;

export const isUnknown = <T extends object>(value: Known<T>): value is Unknown => "unknown" in value;

/** What all named things have. `exact` holds short or ambiguous names (HN, SG): they count only when typed exactly so. */
export interface Named {
  readonly id: string;
  readonly names: Both;
  readonly aliases: readonly string[];
  readonly exact: readonly string[];
}

/** What may stand on any item. */
export interface Upkeep {
  /** Who looks after it, in words: a person, a department. */
  readonly owner?: string | undefined;
  /** ISO date by which somebody should look at it again. */
  readonly verifyBy?: string | undefined;
}

/** Where an item stands in the files. */
export interface Origin {
  /** Below the knowledge folder, with slashes: "figures/x.yaml". */
  readonly file: string;
  /** Of its first key, from 1. */
  readonly line: number;
  readonly column: number;
  /** One of the list that the file holds. */
  readonly listed: boolean;
  /** Written in braces. */
  readonly flow: boolean;
}

export interface Source extends Named, Upkeep {
  /** The organisation that published it. */
  readonly publisher?: string | undefined;
  readonly title: string;
  readonly author: Known<{ readonly name: string }>;
  readonly published: Known<{ readonly date: string }>;
  readonly language: Language;
  readonly rights: Both;
  readonly url?: string | undefined;
}

export interface Territory {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** What the name stood for in that time: "before the merger with …". */
  readonly note: Both;
  readonly successors: readonly string[];
  readonly source: Citation;
}

export interface Place extends Named, Upkeep {
  readonly type: "city" | "province" | "region" | "country" | "venue";
  /** Larger places that this one belongs to. */
  readonly within: readonly string[];
  readonly territories: readonly Territory[];
}

export interface Organisation extends Named, Upkeep {
  readonly place?: string | undefined;
  /** False for a sector: what it does is not what the whole place does. */
  readonly speaksForPlace: boolean;
  readonly partOf?: string | undefined;
}

export interface Office {
  readonly title: Both;
  readonly aliases: readonly string[];
  readonly organisation?: string | undefined;
  /** An office is held as of a date on which a source says so, never "now". */
  readonly asOf: string;
  readonly source: Citation;
}

export interface Person extends Named, Upkeep {
  readonly offices: readonly Office[];
}

export interface Party {
  readonly organisation?: string | undefined;
  readonly place: string;
}

export interface Signatory {
  readonly person: string;
  readonly title: Both;
  readonly party?: string | undefined;
}

export interface Topic {
  readonly text: Both;
  readonly aliases: readonly string[];
}

/** One field of cooperation. Topics may be known to be unknown ("the article only names the field"). */
export interface Field extends Named {
  readonly topics: Known<readonly Topic[]>;
  readonly source: Citation;
}

export interface Clause {
  readonly text: Both;
  readonly source: Citation;
}

export interface Memorandum extends Named, Upkeep {
  readonly parties: readonly Party[];
  readonly signatories: Known<readonly Signatory[]>;
  readonly signed: {
    readonly date: Known<{ readonly day: string; readonly inferred?: Both | undefined }>;
    readonly timeOfDay?: Both | undefined;
    readonly venue: Known<Both>;
    readonly source: Citation;
  };
  readonly validity: Known<{
    readonly period: Period;
    readonly openEnded: boolean;
    readonly note?: Both | undefined;
  }> & { readonly source: Citation };
  readonly purpose: Known<Clause>;
  readonly fields: {
    /** The number that the document itself declares; differs from the list only with a note. */
    readonly declared?: number | undefined;
    readonly note?: Both | undefined;
    readonly items: readonly Field[];
    readonly source: Citation;
  };
  readonly amendment: Known<Clause>;
  readonly implementation: Known<Clause>;
}

/** Qualifier of a number as its source prints it: "trên" is over, "khoảng" about, "đến" atMost. */
export type Qualifier = "exactly" | "over" | "about" | "atMost" | "atLeast";

export interface Unit {
  readonly vi: string;
  readonly en: string;
}

/** A counted or measured part of a programme or event: "49 localities attended". */
export interface Count {
  readonly id: string;
  /** The whole statement's subject: {vi: "địa phương có lãnh đạo tham gia"}. */
  readonly what: Both;
  readonly aliases: readonly string[];
  readonly value: Decimal;
  readonly unit: Unit;
  readonly qualifier: Qualifier;
  readonly note?: Both | undefined;
  readonly source: Citation;
}

/** Anything else that is told of a programme or event: its aim, who organised it, what came of it. */
export interface Detail {
  readonly id: string;
  readonly what: Both;
  readonly aliases: readonly string[];
  readonly text: Both;
  readonly source: Citation;
}

/** A programme (a lasting undertaking) or an event (a conference, a signing). Both have the same shape. */
export interface Activity extends Named, Upkeep {
  readonly summary: Both;
  readonly period: Known<Period>;
  readonly places: readonly string[];
  readonly organisers: readonly string[];
  readonly participants: {
    readonly ids: readonly string[];
    /** False where the source's list ends with "…". */
    readonly complete: boolean;
    readonly note?: Both | undefined;
    readonly source?: Citation | undefined;
  };
  readonly counts: readonly Count[];
  readonly details: readonly Detail[];
  readonly source: Citation;
}

/** A resolution or programme that others refer to. */
export interface Document extends Named, Upkeep {
  readonly number: string;
  readonly issuer: string;
  readonly subject: Both;
  readonly source: Citation;
}

/** Who said or did what and why, where it fits no other kind. */
export interface Statement extends Upkeep {
  readonly id: string;
  /** People, places, organisations, memoranda … that it is about, as ids. */
  readonly about: readonly string[];
  readonly speaker?: string | undefined;
  readonly title: Both;
  readonly aliases: readonly string[];
  readonly text: Both;
  readonly period?: Period | undefined;
  readonly source: Citation;
}

export interface Indicator extends Named, Upkeep {
  readonly unit: Unit;
  /** "change" where the value is itself a rise or fall (negative) against the year before, as of a production index. */
  readonly measures: "level" | "change";
  /** The larger indicator that this one is a part of (a part of a total). */
  readonly partOf?: string | undefined;
  readonly note?: Both | undefined;
}

/**
 * How a figure stands to another, three kinds that are never mixed: a share of the plan (đạt 86,5% dự toán), a change
 * (tăng 24,6% so cùng kỳ; negative is a fall), a ratio (bằng 93,65% cùng kỳ, a fall of 6.35%).
 */
export interface Comparison {
  readonly kind: "share-of-plan" | "change" | "ratio";
  readonly value: Decimal;
}

export interface Reading {
  readonly value: Decimal;
  readonly likelier: boolean;
  readonly why: Both;
}

export interface Figure extends Upkeep {
  readonly id: string;
  readonly indicator: string;
  readonly place: string;
  readonly period: Period;
  readonly value: Decimal;
  readonly qualifier: Qualifier;
  readonly scope?: Both | undefined;
  readonly comparisons: readonly Comparison[];
  /** Where the sentence can be read in two ways, all of them; `value` is then the likelier one. */
  readonly readings: readonly Reading[];
  readonly source: Citation;
}

export interface Meeting {
  readonly id: string;
  readonly state: "confirmed" | "held" | "cancelled";
  readonly date: string;
  readonly time?: string | undefined;
  /** How long it takes; two hours where nobody says. */
  readonly minutes?: number | undefined;
  readonly venue?: Both | undefined;
  /** Id of the place or organisation that receives the others. */
  readonly host?: string | undefined;
  readonly agenda?: Both | undefined;
  /** For joining from afar, or for its papers: an https address. */
  readonly link?: string | undefined;
  /** Where it was before it was moved. */
  readonly movedFrom?: { readonly date: string; readonly time?: string | undefined } | undefined;
  /** Why it was moved or cancelled. */
  readonly reason?: Both | undefined;
  readonly source: Citation;
}

/** What is announced of a review, and where. */
export interface Announcing {
  /** Days before a meeting. */
  readonly leads: readonly number[];
  /** "08:30" at the review. */
  readonly at: string;
  readonly to: readonly Destination[];
}

/** Days on which nobody works: public holidays and the days given for them. */
export interface Holidays extends Upkeep {
  readonly id: string;
  readonly names: Both;
  readonly days: readonly { readonly from: string; readonly to: string; readonly names: Both }[];
}

/** The review meetings of a memorandum. Dates that follow from the cadence are expected, never confirmed. */
export interface Review extends Named, Upkeep {
  readonly memorandum: string;
  /** One of the two: counted from the signing, or an RFC 5545 rule that begins with it. */
  readonly everyMonths?: number | undefined;
  readonly rule?: string | undefined;
  readonly cadence: Both;
  /** IANA; the bot's own where the file names none. */
  readonly timeZone?: string | undefined;
  /** Days on which no meeting is expected: it is then expected on the next day that is none of them. */
  readonly avoid: { readonly weekends: boolean; readonly holidays: readonly string[] };
  readonly announce: Announcing;
  readonly invitees: readonly { readonly id: string; readonly note: Both; readonly source: Citation }[];
  readonly meetings: readonly Meeting[];
  readonly source: Citation;
}

/** A question that the knowledge base must answer so; `check` asks them all. */
export interface GoldenQuestion extends Upkeep {
  readonly q: string;
  readonly lang?: Language | undefined;
  readonly expect: "answered" | "unknown" | "ambiguous";
  readonly must: readonly string[];
  readonly not: readonly string[];
  /** The time it is asked, where it matters (ISO date or date-time). */
  readonly at?: string | undefined;
}

export type EntityKind =
  | "place"
  | "organisation"
  | "person"
  | "memorandum"
  | "field"
  | "programme"
  | "event"
  | "document"
  | "indicator"
  | "statement"
  | "review"
  | "source";

/** Everything of one kind by id, in the order of the files. */
export type ById<T> = ReadonlyMap<string, T>;

/** One checked, linked, immutable state of the knowledge base. */
export interface Knowledge {
  readonly sources: ById<Source>;
  readonly places: ById<Place>;
  readonly organisations: ById<Organisation>;
  readonly people: ById<Person>;
  readonly memoranda: ById<Memorandum>;
  readonly programmes: ById<Activity>;
  readonly events: ById<Activity>;
  readonly documents: ById<Document>;
  readonly indicators: ById<Indicator>;
  readonly figures: readonly Figure[];
  readonly statements: ById<Statement>;
  readonly reviews: ById<Review>;
  readonly holidays: ById<Holidays>;
  readonly questions: readonly GoldenQuestion[];
  readonly names: readonly Alias[];
  readonly facts: readonly Fact[];
  /** Where each item stands, by the item itself. */
  readonly origins: ReadonlyMap<object, Origin>;
}

/** One way in which people name an entity. */
export interface Alias {
  readonly kind: EntityKind;
  readonly id: string;
  readonly text: string;
  /** Only when typed exactly so: too short or too ambiguous for a fuzzy match. */
  readonly exact: boolean;
}

/** What kind of thing answers a question; "any" is told text, which may answer whatever is asked of it. */
export type AnswerType =
  | "person"
  | "organisation"
  | "place"
  /** A day, or the first and last one. */
  | "date"
  /** Years only. */
  | "year"
  | "number"
  | "amount"
  | "percent"
  | "frequency"
  /** Where it was published. */
  | "source"
  /** Where it was taken from, published or not. */
  | "origin"
  | "reason"
  | "text"
  | "list"
  | "any";

/**
 * One thing that the knowledge base can be asked for, apart from figures (they are found by indicator, place and period).
 * `type` is what commands declare that they answer ("memorandum.signed-date").
 */
export interface Fact {
  readonly id: string;
  readonly type: string;
  /** The entity that it is about. */
  readonly subject: string;
  /** The part of the subject: a field, a count, an office. */
  readonly part?: string | undefined;
  /** Ids of all entities that a question for this fact may name. */
  readonly mentions: readonly string[];
  readonly periods: readonly Period[];
  /** True where it holds as of its periods only: an office says nothing about another day, nor about today. */
  readonly dated?: boolean;
  readonly gives: readonly AnswerType[];
  /** What is asked for, as people call it: matched first. */
  readonly asked: readonly string[];
  /** What it says, in both languages: matched second. */
  readonly says: readonly string[];
  /** Of a count: wordings whose first words are the thing counted; all of `asked` where it is not given. */
  readonly counted?: readonly string[];
  /** Words around it that a question may hold too: the names of its subject. */
  readonly context?: readonly string[];
}
