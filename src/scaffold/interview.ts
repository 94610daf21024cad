import type { Language } from "../core/language.ts";
import { labelOf } from "../knowledge/placed.ts";
import { answersTo, tell } from "./answers-to.ts";
import { type Complaint, complaintsAbout, draftOf, fileFor } from "./complaints.ts";
import type { Desk } from "./desk.ts";
import { SCAFFOLDS } from "./kinds/index.ts";
import type { Prompt } from "./prompt.ts";
import { type Answers, type Ask, answerOf, applies, type Scaffold } from "./scaffold.ts";
import { free } from "./slug.ts";

export interface Interview {
  readonly desk: Desk;
  readonly prompt: Prompt;
  readonly language: Language;
}

/** Asks for one item after the other, as many as the admin has. Rejects with a UserError where the admin leaves. */
export async function askForItems(scaffold: Scaffold, interview: Interview): Promise<readonly Answers[]> {
  const { prompt, language } = interview;
  const items: Answers[] = [];
  let earlier: Answers = new Map();
  for (;;) {
    const answers = await askForItem(scaffold, items, earlier, interview);
    if (answers === undefined) {
      earlier = items.pop() ?? earlier;
      continue;
    }
    items.push(answers);
    prompt.say(`\n${TEXTS[language].another(scaffold.kind.label[language])}`);
    if (!/^(\+|c|có|y|yes)$/i.test((await prompt.ask([])) ?? "")) return items;
    earlier = new Map([...answers].filter(([option]) => scaffold.asks.find((ask) => ask.option === option)?.stays));
  }
}

/** The answers for one item, after those before it in its file; undefined where the admin goes back before the first. */
async function askForItem(
  scaffold: Scaffold,
  before: readonly Answers[],
  earlier: Answers,
  interview: Interview,
): Promise<Answers | undefined> {
  const { desk, prompt, language } = interview;
  const answers = new Map<string, readonly string[]>();
  /** What is wrong with the answers so far: an answer is not blamed for what only a later one shows. */
  const about = (asked: readonly Ask[]): readonly Complaint[] => {
    const soFar = [...answers].filter(([option]) => asked.some((ask) => ask.option === option));
    return complaintsAbout(scaffold, [...before, new Map(soFar)], desk);
  };
  for (let at = 0; ; ) {
    const ask = scaffold.asks[at];
    if (ask === undefined) {
      const wrong = about(scaffold.asks).filter(({ problem }) => problem.severity === "error");
      if (wrong.length === 0) return answers;
      tell(wrong, interview);
      at = Math.max(
        0,
        scaffold.asks.findIndex(({ option }) => wrong.some(({ options }) => options.includes(option))),
      );
      continue;
    }
    if (!applies(ask, answers)) {
      answers.delete(ask.option);
      at++;
      continue;
    }
    const known = desk.known();
    const proposal = ask.optional === undefined ? ask.proposes?.(answers, known) : undefined;
    const fallback = answers.get(ask.option) ?? earlier.get(ask.option) ?? (proposal === undefined ? [] : [proposal]);
    const isFirst = at === 0;
    prompt.say(`\n[${at + 1}/${scaffold.asks.length}] ${ask.question[language]}`);
    const remark = ask.remark?.(answers, known);
    if (remark !== undefined) prompt.say(`  ${remark[language]}`);
    const given = await answersTo(
      ask,
      fallback,
      { ...interview, create: (one) => create(one, interview) },
      (values) => {
        set(answers, ask.option, values);
        return about(scaffold.asks.slice(0, at + 1)).filter(({ options }) => options.includes(ask.option));
      },
    );
    if (given === "back") {
      if (isFirst) return undefined;
      at = scaffold.asks.findLastIndex((one, index) => index < at && applies(one, answers));
      continue;
    }
    set(answers, ask.option, given);
    at++;
  }
}

function set(answers: Map<string, readonly string[]>, option: string, values: readonly string[]): void {
  if (values.length === 0) answers.delete(option);
  else answers.set(option, values);
}

/** What is missing is made on the spot, and counts from then on; it is written together with what needs it. */
async function create(ask: Ask, interview: Interview): Promise<string | undefined> {
  const { desk, prompt, language } = interview;
  const texts = TEXTS[language];
  const scaffolds = (ask.of ?? []).flatMap((name) => SCAFFOLDS.find(({ kind }) => kind.name === name) ?? []);
  const scaffold = scaffolds.length === 1 ? scaffolds[0] : await choose(scaffolds, interview);
  if (scaffold === undefined) return undefined;
  prompt.say(`\n┌ ${texts.begin(labelOf(scaffold.kind.name)[language])}`);
  const answers = await askForItem(scaffold, [], new Map(), interview);
  const id = answers === undefined ? undefined : answerOf(answers, "id");
  if (answers !== undefined) {
    const name = free(scaffold.fileName(answers), (one) => desk.has(fileFor(scaffold, desk, one)));
    desk.keep(draftOf(scaffold, [answers], desk, name));
  }
  prompt.say(`└ ${texts.end(ask.question[language])}`);
  if (id === undefined || ask.fits === undefined || ask.fits(id, desk.known().knowledge)) return id;
  prompt.say(`  ✗ ${texts.unfit(id)}`);
  return undefined;
}

async function choose(scaffolds: readonly Scaffold[], interview: Interview): Promise<Scaffold | undefined> {
  const { prompt, language } = interview;
  prompt.say(`  ${TEXTS[language].which}`);
  for (const [at, { kind }] of scaffolds.entries()) prompt.say(`  ${at + 1}  ${kind.label[language]}`);
  for (;;) {
    const typed = await prompt.ask([]);
    const chosen = scaffolds[Number(typed) - 1];
    if (chosen !== undefined || typed === undefined || typed === "<") return chosen;
    prompt.say(`  ${TEXTS[language].number(scaffolds.length)}`);
  }
}

const TEXTS = {
  vi: {
    another: (label: string) => `Thêm một ${label} nữa vào cùng tệp? (+: thêm · Enter: xong)`,
    which: "Tạo gì? Gõ số:",
    number: (count: number) => `Gõ một số từ 1 đến ${count}, hoặc < để thôi.`,
    begin: (label: string) => `Tạo ${label} trước, rồi trở lại đây.`,
    end: (question: string) => `Trở lại: ${question}`,
    unfit: (id: string) => `“${id}” chưa dùng được ở đây: còn thiếu địa phương của nó.`,
  },
  en: {
    another: (label: string) => `Another ${label} in the same file? (+: yes · Enter: done)`,
    which: "Make which? Type a number:",
    number: (count: number) => `Type a number from 1 to ${count}, or < to leave it.`,
    begin: (label: string) => `First the ${label}, then back here.`,
    end: (question: string) => `Back to: ${question}`,
    unfit: (id: string) => `“${id}” can't be used here yet: its place is missing.`,
  },
} as const satisfies Record<Language, unknown>;
