import type { Language } from "../core/language.ts";
import { kindsOf } from "./ask-one.ts";
import type { Ask, Scaffold } from "./scaffold.ts";

/** What can be made, for people who name no kind. */
export function describeKinds(scaffolds: readonly Scaffold[], language: Language): string {
  const lines = scaffolds.map(({ kind }) => `  ${kind.name.padEnd(14)} ${kind.label[language]} → ${kind.folder}/`);
  return [TEXTS[language].usage("…"), "", ...lines, "", TEXTS[language].more].join("\n");
}

/** The options of one kind, as `--help` shows them. */
export function describeOptions({ kind, asks }: Scaffold, language: Language): string {
  const texts = TEXTS[language];
  const lines = asks.map((ask) =>
    `  --${ask.option.padEnd(16)} ${ask.question[language]} ${notes(ask, language)}`.trimEnd(),
  );
  const own = [
    `  --${"file".padEnd(16)} ${texts.file}`,
    `  --${"print".padEnd(16)} ${texts.print}`,
    `  --${"knowledge".padEnd(16)} ${texts.knowledge}`,
    `  --${"lang".padEnd(16)} ${texts.lang}`,
  ];
  return [texts.usage(kind.name), texts.without, "", ...lines, "", ...own].join("\n");
}

function notes(ask: Ask, language: Language): string {
  const texts = TEXTS[language];
  const values =
    ask.choices !== undefined
      ? Object.keys(ask.choices).join(", ")
      : ask.of === undefined
        ? ask.example
        : kindsOf(ask, language);
  const what = [
    values,
    ...(ask.optional === undefined && ask.proposes === undefined && ask.after === undefined ? [texts.needed] : []),
    ...(ask.after === undefined ? [] : [texts.after(ask.after)]),
    ...(ask.least === undefined ? [] : [texts.repeats]),
  ];
  return `[${what.join(" · ")}]`;
}

const TEXTS = {
  vi: {
    usage: (kind: string) => `Cách dùng: npm run new -- ${kind === "…" ? "LOẠI" : kind} [--tên giá-trị …]`,
    without: "Không có tùy chọn nào thì bot hỏi từng câu. Có thì cần đủ những tùy chọn “bắt buộc”.",
    more: "npm run new -- LOẠI --help kể các tùy chọn của một loại.",
    needed: "bắt buộc",
    after: (option: string) => `cùng với --${option}`,
    repeats: "ghi nhiều lần được",
    file: "Tên tệp trong thư mục của loại",
    print: "In ra màn hình, không ghi tệp",
    knowledge: "Thư mục kho tri thức",
    lang: "Tiếng nào: vi hoặc en",
  },
  en: {
    usage: (kind: string) => `Usage: npm run new -- ${kind === "…" ? "KIND" : kind} [--name value …]`,
    without: "Without options, everything is asked for. With any, all that are “required” must be given.",
    more: "npm run new -- KIND --help lists the options of a kind.",
    needed: "required",
    after: (option: string) => `with --${option}`,
    repeats: "may be repeated",
    file: "Name of the file in the folder of the kind",
    print: "Print it, and write no file",
    knowledge: "The folder of the knowledge base",
    lang: "Which language: vi or en",
  },
} as const satisfies Record<Language, unknown>;
