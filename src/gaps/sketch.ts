import { readArguments } from "../core/bot.ts";
import type { Command } from "../core/command.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import { nameOf } from "../core/naming.ts";
import { DECISIVE } from "../search/analyse.ts";
import { PERIOD_WORDS } from "../search/common-phrases.ts";
import { fold, isNumber, type Token, termOf, tokenize } from "../search/fold.ts";
import { createGazetteer, type Mention } from "../search/gazetteer.ts";
import { createPhrases } from "../search/lexicon.ts";
import { questionInFull } from "../search/short-forms.ts";
import { CUES, ENGLISH_WORDS, LIGHT_WORDS, VIETNAMESE_WORDS } from "../search/words.ts";

/** What questions are alike by. */
export interface Sketch {
  readonly language: Language;
  /** The things that are named, the numbers, and what kind of answer is wanted: questions that differ in it are not alike. */
  readonly frame: readonly string[];
  /** What else it is about, folded, without function words; each once. Words of little content begin with "~", of none with "-". */
  readonly words: readonly string[];
  /** Words that are typed with a capital inside the sentence: names of what is not known, where others do so too. */
  readonly capitals: readonly string[];
}

export interface Named {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
}

export interface Sketcher {
  sketch(question: string, language: Language): Sketch;
  /** What a question names. */
  namedIn(question: string, language: Language): Named;
  /** A command as words: its values by their names. */
  spoken(question: string, language: Language): string;
}

/** Reads questions as far as it takes to tell which are alike: much faster than understanding them. */
export function createSketcher(knowledge: Knowledge, commands: readonly Command[]): Sketcher {
  const gazetteer = createGazetteer(knowledge.names);

  function spoken(question: string, language: Language): string {
    const [, name, rest = ""] = /^\/(\S+)\s*(.*)$/s.exec(question) ?? [];
    const command = commands.find((one) => one.name === name);
    if (command === undefined) return question;
    const { values, rest: words } = readArguments(command, rest);
    const given = Object.values(values).flatMap((value) => value.split(","));
    return [...given.map((value) => nameOf(knowledge, value.trim(), language)), words].join(" ").trim();
  }

  function namedIn(question: string, language: Language): Named {
    const tokens = tokenize(questionInFull(spoken(question, language).normalize("NFC").toLowerCase(), language));
    return { tokens, mentions: gazetteer.find(tokens, () => false) };
  }

  return {
    spoken,
    namedIn,
    sketch(question, language) {
      const { tokens, mentions } = namedIn(question, language);
      // As without marks, so that it is the same however it was typed.
      const bare = tokens.map((token): Token => ({ ...token, marked: false }));
      const things = mentions.map(({ entities }) => entities.map(({ id }) => id).join("|"));
      const numbers: string[] = [];
      const words = new Set<string>();
      for (let at = 0; at < bare.length; ) {
        const token = bare[at];
        if (token === undefined) break;
        const mention = mentions.find(({ start, end }) => start <= at && at < end);
        const { length, said } = mention === undefined ? phraseAt(bare, at) : { length: mention.end - at, said: [] };
        if (mention === undefined && isNumber(token)) numbers.push(numberAt(bare, at));
        for (const word of said) words.add(word);
        at += length;
      }
      const all = [...words].sort();
      const wanted = all.filter((word) => word.startsWith("?"));
      return {
        language,
        frame: [...new Set(things)].sort().concat(numbers.sort(), wanted),
        words: all.filter((word) => !word.startsWith("?")),
        capitals: capitalsIn(question),
      };
    },
  };
}

/** Where most words begin with a capital, capitals say nothing. */
const MOST_CAPITALS = 0.85;

function capitalsIn(question: string): string[] {
  const words = question.match(WORD) ?? [];
  const capitals = words.slice(1).filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  if (words.length > 3 && capitals.length > MOST_CAPITALS * (words.length - 1)) return [];
  return capitals.map((word) => termOf(fold(word)));
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** A thing that is asked for by name, a way of asking, filler, or a word. */
function phraseAt(tokens: readonly Token[], at: number): { readonly length: number; readonly said: readonly string[] } {
  const token = tokens[at];
  const decisive = DECISIVE.longest(tokens, at)?.length ?? 0;
  const idle = IDLE.longest(tokens, at);
  if (decisive > 0 && decisive >= (idle?.length ?? 0))
    return { length: decisive, said: tokens.slice(at, at + decisive).map(({ term }) => term) };
  // "An", "Hà" alone may be part of a name that others know.
  if (idle !== undefined)
    return {
      length: idle.length,
      said: idle.length === 1 && idle.value.length === 0 ? [`-${token?.term}`] : idle.value,
    };
  return { length: 1, said: token === undefined || isNumber(token) ? [] : [token.term] };
}

/** "9 tháng" is not "tháng 9". */
const numberAt = (tokens: readonly Token[], at: number): string =>
  `${tokens[at]?.folded}${UNITS.has(tokens[at + 1]?.folded ?? "") ? `:${tokens[at + 1]?.term}` : ""}`;

const UNITS = new Set("thang quy nam ngay month months quarter quarters year years".split(" "));

/** How much is what most questions want: only other ways of asking tell two apart. */
const USUAL = new Set(["number", "amount", "percent", "text", "list", "any"]);

/** Phrases that carry nothing, or only what kind of answer is wanted; marks do not count. */
const IDLE = createPhrases<readonly string[]>(
  [
    ...[...VIETNAMESE_WORDS, ...ENGLISH_WORDS, ...PERIOD_WORDS].map((text) => [text, []] as const),
    ...LIGHT_WORDS.map((text) => [text, [`~${fold(text)}`]] as const),
    ...CUES.flatMap(([phrases, types]) => {
      const said = types.slice(0, 1).flatMap((type) => (USUAL.has(type) ? [] : [`?${type}`]));
      return phrases.split("|").map((text) => [text, said] as const);
    }),
  ].map(([text, said]) => [fold(text), said] as const),
);
