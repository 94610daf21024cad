import type { Choice } from "../core/invocation.ts";
import { writeCode } from "../core/invocation-code.ts";
import { address } from "./html.ts";
import type { View } from "./view.ts";

/** An address is not bound by what fits a button. */
const LONGEST_CODE = 500;

/** The code of an invocation; undefined where it can't be written. */
export const codeOf = (invocation: Choice["invocation"], { snapshot }: View): string | undefined =>
  writeCode({ invocation, page: 1, digest: "" }, snapshot.bot.commands, LONGEST_CODE);

/** Where a question is asked in words. */
export const askAddress = (question: string): string => `${address("/", { q: question })}#answer`;

/** Where a choice is answered as a button in chat would: by what it stands for, whatever its words might be taken for. */
export const choiceAddress = ({ question, invocation }: Choice, view: View): string =>
  `${address("/", { q: question, code: codeOf(invocation, view) })}#answer`;
