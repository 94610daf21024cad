import type { EntityKind, Knowledge, Named } from "../../core/knowledge.ts";
import { namedById, nameOf } from "../../core/naming.ts";
import type { Patch } from "../../core/questions.ts";
import type { Steps } from "../../core/steps.ts";
import { DECISIVE } from "../../search/analyse.ts";
import { tokenize } from "../../search/fold.ts";
import type { Again, Reading } from "../reading.ts";
import { comment, fileOf, indented, listLines } from "../yaml.ts";
import { likenessOf, looksOf } from "./likeness.ts";

const MOST_CANDIDATES = 8;
const LONGEST = 40;

/** Near enough by its letters to be meant, and so much nearer than the next that it is the one. */
const ALIKE = 0.5;
const NEARER = 0.2;

/** What surrounds a word tells only of these what it means; names of all others must look alike too. */
const TOLD: ReadonlySet<EntityKind> = new Set(["indicator", "memorandum", "review"]);

interface Candidate {
  readonly id: string;
  readonly likeness: number;
}

/**
 * Another name for something: where the words that nothing is held of, put as the name of one known thing, make the question one
 * that is answered about that thing.
 */
export function* aliasPatch(again: Again, now: number, reading: Reading): Steps<Patch | undefined> {
  for (const words of reading.answer(again, now)?.missed ?? []) {
    const phrase = typedIn(again.question, words);
    if (phrase === undefined || !mayBeName(phrase, reading)) continue;
    const fitting: Candidate[] = [];
    for (const candidate of candidatesFor(phrase, again, now, reading)) {
      const name = nameOf(reading.knowledge, candidate.id, again.language);
      const question = again.question.replace(phrase, () => name);
      const answer = reading.answer({ ...again, question }, now);
      if (answer?.status === "answered" && isAbout(answer.invocation?.values ?? {}, candidate.id))
        fitting.push(candidate);
      yield;
    }
    const meant = theOne(fitting);
    if (meant !== undefined) return patchFor(meant.id, phrase, reading.knowledge);
  }
  return undefined;
}

/** The words as they are typed in the question; undefined where it does not say them so. */
function typedIn(question: string, words: string): string | undefined {
  const parts = words.split(" ").map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, "\\$&"));
  const letter = "[\\p{L}\\p{M}\\p{N}]";
  const between = "[^\\p{L}\\p{M}\\p{N}]+";
  return new RegExp(`(?<!${letter})${parts.join(between)}(?!${letter})`, "iu").exec(question)?.[0];
}

/** Letters, no sentence, nothing that is the name of something already, nor the word for a thing of its own ("population"). */
function mayBeName(phrase: string, { names }: Reading): boolean {
  const tokens = tokenize(phrase);
  if (!/\p{L}/u.test(phrase) || phrase.length > LONGEST) return false;
  if (tokens.some((_, at) => DECISIVE.longest(tokens, at) !== undefined)) return false;
  const { letters } = looksOf(phrase);
  return !names.some(({ looks }) => looks.letters === letters);
}

/** What looks like the words, and what the nearest questions are about. */
function candidatesFor(
  phrase: string,
  again: Again,
  now: number,
  { knowledge, answer, names, namedIn }: Reading,
): Candidate[] {
  const likeness = new Map<string, number>();
  const typed = looksOf(phrase);
  for (const { id, looks } of names) {
    if (!isPatchable(id, knowledge)) continue;
    likeness.set(id, Math.max(likeness.get(id) ?? 0, likenessOf(typed, looks)));
  }
  const named = new Set(
    namedIn(again.question, again.language).mentions.flatMap(({ entities }) => entities.map(({ id }) => id)),
  );
  const near = (answer(again, now)?.choices ?? []).flatMap(({ invocation }) =>
    Object.values(invocation.values).flatMap((value) => value.split(",")),
  );
  const told = new Set(knowledge.names.filter(({ kind }) => TOLD.has(kind)).map(({ id }) => id));
  const isProper = /^\p{Lu}\p{Ll}/u.test(phrase) && !again.question.startsWith(phrase);
  return [...likeness]
    .filter(([id, alike]) => !named.has(id) && (alike >= ALIKE || (!isProper && near.includes(id) && told.has(id))))
    .map(([id, alike]) => ({ id, likeness: alike }))
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
}

const isPatchable = (id: string, knowledge: Knowledge): boolean => itemOf(id, knowledge) !== undefined;

/** Something with names whose place in the files is known. */
function itemOf(id: string, knowledge: Knowledge) {
  const item = namedById(knowledge, id);
  const origin = item && knowledge.origins.get(item);
  return item === undefined || origin === undefined ? undefined : { item, origin };
}

const isAbout = (values: Readonly<Record<string, string>>, id: string): boolean =>
  Object.values(values).some((value) => value.split(",").includes(id));

/** The only one that fits, or one that is much nearer than the others. */
function theOne([first, second]: readonly Candidate[]): Candidate | undefined {
  if (first === undefined || second === undefined) return first;
  return first.likeness >= ALIKE && first.likeness - second.likeness >= NEARER ? first : undefined;
}

function patchFor(id: string, phrase: string, knowledge: Knowledge): Patch | undefined {
  const { item, origin } = itemOf(id, knowledge) ?? {};
  if (item === undefined || origin === undefined) return undefined;
  const texts = [...item.aliases, phrase];
  const lines = listLines("aliases", texts, origin.flow);
  const where = `${origin.file}:${origin.line}`;
  return {
    kind: "alias",
    file: origin.file,
    yaml: fileOf([
      ...comment(origin.flow ? IN_BRACES(where, item) : AS_LINES(where, item)),
      // In braces, too, lines stand further in than what they are part of.
      ...indented(
        origin.flow ? lines.map((line) => `${line},`) : lines,
        origin.flow ? origin.column : origin.column - 1,
      ),
    ]),
    why: {
      vi: `Nếu “${phrase}” là cách gọi khác của ${item.names.vi}, câu hỏi này sẽ được trả lời.`,
      en: `If “${phrase}” is another name of ${item.names.en}, this question will be answered.`,
    },
  };
}

const AS_LINES = (where: string, { id }: Named) => ({
  vi: `${where}, mục ${id}: đặt thay cho aliases của mục, hoặc thêm vào nếu chưa có.`,
  en: `${where}, item ${id}: takes the place of its aliases, or is added where it has none.`,
});

const IN_BRACES = (where: string, { id }: Named) => ({
  vi: `${where}, mục ${id}: đặt ngay sau dấu { của mục, thay cho aliases nếu đã có.`,
  en: `${where}, item ${id}: goes right behind its {, in the place of its aliases where it has some.`,
});
