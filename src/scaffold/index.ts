import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { UserError } from "../core/errors.ts";
import type { Both, Language } from "../core/language.ts";
import { nearest } from "../knowledge/nearest.ts";
import { SCHEMAS } from "../knowledge/schema-files.ts";
import { showProblems } from "../knowledge/show.ts";
import { draftOf } from "./complaints.ts";
import { describeKinds, describeOptions } from "./described.ts";
import { type Desk, openDesk } from "./desk.ts";
import { askForName, fileName, freeName } from "./file-name.ts";
import { itemFrom } from "./from-options.ts";
import { askForItems } from "./interview.ts";
import { SCAFFOLDS } from "./kinds/index.ts";
import { readWords } from "./options.ts";
import { openPrompt } from "./prompt.ts";
import type { Scaffold } from "./scaffold.ts";
import { writeNew } from "./write.ts";

export interface ScaffoldSettings {
  /** The folder of the knowledge base. */
  readonly knowledge: string;
  /** The one that other commands take unless they are told another. */
  readonly usual: string;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface ScaffoldIO {
  readonly input: Readable;
  /** What was made: where it lies, or the text itself. */
  readonly output: Writable;
  /** Questions and warnings. */
  readonly talk: Writable;
  /** A person at a terminal; else answers come from a pipe, one a line. */
  readonly interactive: boolean;
}

/**
 * `npm run new -- KIND …`: a new file of knowledge, made of options or, where they answer nothing, of questions. Nothing is
 * written that the loader would refuse, and no file that is there is touched. Rejects with a UserError that says what to do.
 */
export async function scaffold(
  kindName: string | undefined,
  words: readonly string[],
  settings: ScaffoldSettings,
  io: ScaffoldIO,
): Promise<void> {
  const { language, knowledge, usual } = settings;
  const say = (text: string): void => void io.output.write(`${text}\n`);
  if (kindName === undefined || /^(-h|--help)$/.test(kindName)) return say(describeKinds(SCAFFOLDS, language));
  const kind = SCAFFOLDS.find(({ kind: { name, folder } }) => name === kindName || folder === kindName);
  if (kind === undefined) throw new UserError(noSuchKind(kindName)[language]);
  const { answers, file, print, help } = readWords(words, kind, language);
  if (help) return say(describeOptions(kind, language));
  const desk = await openDesk(knowledge, language, settings.now);
  const warn = (text: string): void => void io.talk.write(`${text}\n`);
  const name = file === undefined ? undefined : fileName(file, kind, desk, language);
  const broken = desk.errors().length;
  if (broken > 0) warn(TEXTS[language].broken(broken));
  if (answers.size > 0) {
    const items = [itemFrom(kind, answers, desk, language, warn)];
    desk.keep(draftOf(kind, items, desk, name ?? freeName(kind, items, desk)));
  } else await interview(kind, desk, name, settings, io);
  const errors = desk.draftErrors();
  if (errors.length > 0) throw new UserError(showProblems(errors, language));
  const drafts = desk.drafts();
  if (print) {
    io.output.write(drafts.map((one) => (drafts.length > 1 ? `# ${one.file}\n${one.text}` : one.text)).join("\n"));
    return;
  }
  for (const draft of drafts) {
    await writeNew(draft, language);
    say(TEXTS[language].wrote(draft.file));
  }
  const more = knowledge === usual ? "" : ` --knowledge ${knowledge}`;
  say(TEXTS[language].next(more === "" ? "" : ` --${more}`));
  if (!(await hasSchemas(knowledge))) say(TEXTS[language].schemas(knowledge));
  if (kind.leadsTo !== undefined) say(TEXTS[language].leads(kind.leadsTo.map((one) => `npm run new -- ${one}${more}`)));
}

async function interview(
  kind: Scaffold,
  desk: Desk,
  name: string | undefined,
  { language }: ScaffoldSettings,
  io: ScaffoldIO,
): Promise<void> {
  const prompt = openPrompt(io.input, io.talk, io.interactive);
  try {
    prompt.say(TEXTS[language].welcome(kind.kind.label[language]));
    const items = await askForItems(kind, { desk, prompt, language });
    const asked = name ?? (await askForName(freeName(kind, items, desk), kind, { desk, prompt, language }));
    desk.keep(draftOf(kind, items, desk, asked));
  } finally {
    prompt.close();
  }
}

const hasSchemas = (folder: string): Promise<boolean> =>
  stat(join(folder, SCHEMAS)).then(
    (found) => found.isDirectory(),
    () => false,
  );

function noSuchKind(typed: string): Both {
  const names = SCAFFOLDS.map(({ kind }) => kind.name);
  const near = nearest(typed, names);
  return {
    vi: `Không có loại tri thức nào tên “${typed}”.${near === undefined ? "" : ` Có phải “${near}”?`} Các loại: ${names.join(", ")}.`,
    en: `There is no kind of knowledge called “${typed}”.${near === undefined ? "" : ` Did you mean “${near}”?`} Kinds: ${names.join(", ")}.`,
  };
}

const TEXTS = {
  vi: {
    welcome: (label: string) =>
      `Tạo ${label} mới. Enter nhận gợi ý hoặc bỏ qua, < quay lại câu trước, + tạo thứ còn thiếu, Ctrl-C thoát mà không ghi gì.`,
    broken: (count: number) =>
      `Kho đang có ${count} lỗi ở các tệp khác: npm run check kể từng lỗi. Vẫn tạo tệp mới được.`,
    wrote: (file: string) => `Đã ghi ${file}`,
    next: (words: string) =>
      `Tiếp theo: mở tệp, bổ sung những phần đang là chú thích (#), rồi chạy: npm run check${words}`,
    schemas: (folder: string) => `Để trình soạn thảo gợi ý được, chạy một lần: npm run schemas -- ${folder}`,
    leads: (commands: readonly string[]) => `Thường tạo tiếp: ${commands.join(" · ")}`,
  },
  en: {
    welcome: (label: string) =>
      `A new ${label}. Enter takes what is proposed or skips, < goes back, + makes what is missing, Ctrl-C leaves and writes nothing.`,
    broken: (count: number) =>
      `Other files of the knowledge base have ${count} ${count === 1 ? "error" : "errors"}: npm run check tells them. A new file can be made all the same.`,
    wrote: (file: string) => `Wrote ${file}`,
    next: (words: string) => `Next: open it, fill in what stands as comments (#), then run: npm run check${words}`,
    schemas: (folder: string) => `For help in editors, run once: npm run schemas -- ${folder}`,
    leads: (commands: readonly string[]) => `Often made next: ${commands.join(" · ")}`,
  },
} as const satisfies Record<Language, unknown>;
