import { UserError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import { fileFor } from "./complaints.ts";
import type { Desk } from "./desk.ts";
import type { Interview } from "./interview.ts";
import type { Answers, Scaffold } from "./scaffold.ts";
import { free, slug } from "./slug.ts";

/** A name made of the first item, which no file has yet. */
export const freeName = (scaffold: Scaffold, items: readonly Answers[], desk: Desk): string =>
  free(scaffold.fileName(items[0] ?? new Map()), (name) => desk.has(fileFor(scaffold, desk, name)));

/**
 * The name below the folder of the kind, without its ending, of what was typed; folders may stand in it, none leads out.
 * Throws a UserError where it is no name, or one of a file that is there.
 */
export function fileName(typed: string, scaffold: Scaffold, desk: Desk, language: Language): string {
  const parts = typed.replace(/\.ya?ml$/i, "").split(/[/\\]+/);
  const below = parts.slice(parts.lastIndexOf(scaffold.kind.folder) + 1);
  const name = below.flatMap((part) => slug(part) || []).join("/");
  if (name === "") throw new UserError(TEXTS[language].noName(typed));
  const file = fileFor(scaffold, desk, name);
  if (desk.has(file)) throw new UserError(TEXTS[language].exists(file));
  return name;
}

/** The last question: Enter, or the end of a pipe, takes the name that is proposed. */
export async function askForName(
  proposed: string,
  scaffold: Scaffold,
  { desk, prompt, language }: Interview,
): Promise<string> {
  for (;;) {
    prompt.say(`\n${TEXTS[language].file}\n  Enter: ${fileFor(scaffold, desk, proposed)}`);
    const typed = await prompt.ask([]);
    if (typed === "" || (typed === undefined && !prompt.interactive)) return proposed;
    if (typed === undefined) throw new UserError(TEXTS[language].left);
    try {
      return fileName(typed, scaffold, desk, language);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      prompt.say(`  ✗ ${error.message}`);
    }
  }
}

const TEXTS = {
  vi: {
    file: "Ghi vào tệp nào?",
    noName: (typed: string) => `“${typed}” không dùng làm tên tệp được: cần chữ hoặc số.`,
    exists: (file: string) => `${file} đã có, và không bị ghi đè. Chọn tên khác.`,
    left: "Chưa ghi gì.",
  },
  en: {
    file: "Which file does it go to?",
    noName: (typed: string) => `“${typed}” can't name a file: it needs letters or digits.`,
    exists: (file: string) => `${file} is there already and is not overwritten. Choose another name.`,
    left: "Nothing was written.",
  },
} as const satisfies Record<Language, unknown>;
