import type { Language } from "../core/language.ts";
import { type Asking, createQuestion } from "./ask-one.ts";
import type { Complaint } from "./complaints.ts";
import type { Ask } from "./scaffold.ts";

/** The answers to one ask, none where it was left out. What `check` complains of is said, and asked again; warnings once. */
export async function answersTo(
  ask: Ask,
  proposed: readonly string[],
  asking: Asking,
  check: (values: readonly string[]) => readonly Complaint[],
): Promise<readonly string[] | "back"> {
  const { prompt, language } = asking;
  const texts = TEXTS[language];
  const several = ask.least !== undefined;
  const question = createQuestion(ask, asking);
  let fallback = proposed;
  let values: readonly string[] = [];
  let warned = "";
  /** Takes the values where nothing is wrong with them; else says what is. */
  const fits = (tried: readonly string[]): boolean => {
    const complaints = check(tried);
    const wrong = complaints.filter(({ problem }) => problem.severity === "error");
    const shown = wrong.length > 0 ? wrong : warned === tried.join("\n") ? [] : complaints;
    if (shown.length === 0) return true;
    tell(shown, asking);
    if (wrong.length === 0) {
      warned = tried.join("\n");
      prompt.say(`  ${texts.sure}`);
      fallback = tried;
    }
    return false;
  };
  const hint = hintOf(ask, fallback, language);
  if (hint !== "") prompt.say(`  ${hint}`);
  question.start();
  for (;;) {
    const reply = await question.reply();
    switch (reply.said) {
      case "back":
        if (values.length === 0) return "back";
        values = values.slice(0, -1);
        prompt.say(`  ${texts.removed}`);
        break;
      case "none":
        if (ask.optional !== undefined) return [];
        prompt.say(`  ${texts.needed}`);
        break;
      case "enter": {
        const taken = values.length > 0 ? values : fallback;
        if (taken.length < (ask.least ?? (ask.optional === undefined ? 1 : 0)))
          prompt.say(`  ${several ? texts.atLeast(ask.least ?? 1) : texts.needed}`);
        else if (taken.length === 0 || taken === values || fits(taken)) return taken;
        else if (warned !== taken.join("\n")) fallback = [];
        break;
      }
      case "value": {
        const tried = several ? [...values, ...split(ask, reply.value)] : [reply.value];
        if (!fits(tried)) break;
        if (!several) return tried;
        values = tried;
      }
    }
  }
}

/** Several texts may stand in one line; ids come one at a time. */
const split = ({ of }: Ask, typed: string): readonly string[] =>
  of === undefined
    ? typed
        .split(";")
        .map((one) => one.trim())
        .filter((one) => one !== "")
    : [typed];

/** How to answer, and what Enter and “-” do. */
function hintOf(ask: Ask, fallback: readonly string[], language: Language): string {
  const texts = TEXTS[language];
  const isText = ask.of === undefined && ask.choices === undefined;
  const example = isText && fallback.length === 0 ? [texts.example(ask.example)] : [];
  const several = ask.least === undefined ? [] : [ask.of === undefined ? texts.severalTexts : texts.several];
  const none = ask.optional?.[language];
  const enter = fallback.length > 0 ? fallback.join("; ") : none;
  const done = ask.least === undefined ? [] : [texts.done];
  const means = [...(enter === undefined ? [] : [enter]), ...done].join(texts.or);
  return [
    ...example,
    ...several,
    ...(means === "" ? [] : [`Enter: ${means}`]),
    ...(none !== undefined && fallback.length > 0 ? [`-: ${none}`] : []),
  ].join(" · ");
}

export function tell(
  complaints: readonly Complaint[],
  { prompt, language }: Pick<Asking, "prompt" | "language">,
): void {
  const said = complaints.map(({ problem }) =>
    `  ✗ ${problem.message[language]} ${problem.hint?.[language] ?? ""}`.trimEnd(),
  );
  for (const one of new Set(said)) prompt.say(one);
}

const TEXTS = {
  vi: {
    example: (example: string) => `ví dụ: ${example}`,
    several: "mỗi lần một mục",
    severalTexts: "mỗi dòng một mục, hoặc cách nhau bằng “;”",
    done: "khi đã đủ",
    or: ", hoặc ",
    sure: "Nếu đúng là vậy thì Enter; nếu không thì gõ lại.",
    removed: "Đã bỏ mục vừa thêm.",
    needed: "Câu này cần một câu trả lời (< để quay lại câu trước).",
    atLeast: (least: number) => `Cần ít nhất ${least}.`,
  },
  en: {
    example: (example: string) => `such as: ${example}`,
    several: "one at a time",
    severalTexts: "one a line, or separated by “;”",
    done: "when that is all",
    or: ", or ",
    sure: "If it is really so, press Enter; if not, type it again.",
    removed: "The last one was taken off.",
    needed: "This needs an answer (< goes back).",
    atLeast: (least: number) => `At least ${least} are needed.`,
  },
} as const satisfies Record<Language, unknown>;
