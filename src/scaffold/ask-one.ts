import { UserError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import { labelOf } from "../knowledge/placed.ts";
import { type Candidate, candidatesOf, meant } from "./choose.ts";
import type { Desk } from "./desk.ts";
import type { Prompt } from "./prompt.ts";
import type { Ask } from "./scaffold.ts";

/** What an admin is asked with. */
export interface Asking {
  readonly desk: Desk;
  readonly prompt: Prompt;
  readonly language: Language;
  /** Makes the missing thing itself, of one of these kinds; its id, or nothing where the admin went back. */
  readonly create: (ask: Ask) => Promise<string | undefined>;
}

export type Reply =
  | { readonly said: "value"; readonly value: string }
  | { readonly said: "enter" }
  | { readonly said: "none" }
  | { readonly said: "back" };

const SHOWN = 9;

/**
 * One line of an answer: a text as it was typed, or the id that a number, a name or a part of one means. Rejects with a
 * UserError where nobody answers any more.
 */
export function createQuestion(ask: Ask, asking: Asking): { start(): void; reply(): Promise<Reply> } {
  const { desk, prompt, language, create } = asking;
  let shown: readonly Candidate[] = [];
  const candidates = (): readonly Candidate[] | undefined => candidatesOf(ask, desk.known().knowledge);
  const show = (found: readonly Candidate[]): void => {
    shown = found.slice(0, SHOWN);
    for (const [at, one] of shown.entries()) prompt.say(`  ${at + 1}  ${named(one, language)}`);
    if (found.length > SHOWN) prompt.say(`  ${TEXTS[language].more(found.length - SHOWN)}`);
  };

  function start(): void {
    const all = candidates();
    if (all === undefined) return;
    if (all.length <= SHOWN) show(all);
    else prompt.say(`  ${TEXTS[language].search(all.length)}`);
    if (all.length === 0) prompt.say(`  ${TEXTS[language].nothing(kindsOf(ask, language))}`);
  }

  async function pick(typed: string): Promise<string | undefined> {
    const numbered = /^[1-9]$/.test(typed) ? shown[Number(typed) - 1] : undefined;
    if (numbered !== undefined) return chosen(numbered);
    let { found, sure } = meant(typed, candidates() ?? []);
    if (found.length === 0) {
      await desk.reload();
      ({ found, sure } = meant(typed, candidates() ?? []));
    }
    const [only] = found;
    if (only !== undefined && sure) return chosen(only);
    prompt.say(
      found.length > 0
        ? TEXTS[language].which
        : ask.of === undefined
          ? TEXTS[language].noChoice(typed)
          : TEXTS[language].noSuch(typed, kindsOf(ask, language)),
    );
    show(found.length > 0 ? found : ask.of === undefined ? (candidates() ?? []) : []);
    return undefined;
  }

  async function made(): Promise<string | undefined> {
    const id = await create(ask);
    const one = candidates()?.find((candidate) => candidate.id === id);
    return one === undefined ? undefined : chosen(one);
  }

  function chosen(one: Candidate): string {
    prompt.say(`  → ${named(one, language)}`);
    return one.id;
  }

  async function reply(): Promise<Reply> {
    for (;;) {
      const typed = await prompt.ask((candidates() ?? []).map(({ id }) => id));
      if (typed === undefined) throw new UserError(TEXTS[language].left(ask.question[language]));
      if (typed === "") return { said: "enter" };
      if (typed === "<") return { said: "back" };
      if (typed === "-") return { said: "none" };
      if (typed === "+" && ask.of === undefined) {
        prompt.say(`  ${TEXTS[language].nothingToMake}`);
        continue;
      }
      if (candidates() === undefined) return { said: "value", value: typed };
      const value = typed === "+" ? await made() : await pick(typed);
      if (value !== undefined) return { said: "value", value };
    }
  }

  return { start, reply };
}

const named = ({ id, label }: Candidate, language: Language): string => `${label[language]} (${id})`;

/** "nguồn" · "cơ quan, tổ chức / địa danh". */
export const kindsOf = ({ of = [] }: Ask, language: Language): string =>
  of.map((kind) => labelOf(kind)[language]).join(" / ");

const TEXTS = {
  vi: {
    search: (count: number) => `Có ${count}: gõ tên, mã hoặc một phần tên.`,
    nothing: (kinds: string) => `Kho chưa có ${kinds} nào: gõ + để tạo.`,
    more: (count: number) => `… và ${count} nữa: gõ thêm để thu hẹp.`,
    which: "Ý bạn có phải một trong những cái này? Gõ số, hoặc + để tạo mới:",
    nothingToMake: "Câu này không có gì để tạo: cứ gõ câu trả lời.",
    noChoice: (typed: string) => `“${typed}” không nằm trong các lựa chọn:`,
    noSuch: (typed: string, kinds: string) =>
      `Kho không có ${kinds} nào tên “${typed}”. Gõ cách khác, hoặc gõ + để tạo ngay bây giờ.`,
    left: (question: string) => `Dừng ở câu “${question}”. Chưa ghi gì.`,
  },
  en: {
    search: (count: number) => `There are ${count}: type a name, an id or a part of a name.`,
    nothing: (kinds: string) => `The knowledge base holds no ${kinds} yet: type + to make one.`,
    more: (count: number) => `… and ${count} more: type more of the name.`,
    which: "Do you mean one of these? Type a number, or + to make another:",
    nothingToMake: "There is nothing to make here: just type the answer.",
    noChoice: (typed: string) => `“${typed}” is not one of these:`,
    noSuch: (typed: string, kinds: string) =>
      `The knowledge base holds no ${kinds} called “${typed}”. Type it differently, or + to make it now.`,
    left: (question: string) => `Stopped at “${question}”. Nothing was written.`,
  },
} as const satisfies Record<Language, unknown>;
