/** What a button, a select menu or a modal of ours does. */
const LETTERS = {
  page: "p",
  choice: "c",
  choose: "k",
  share: "s",
  useful: "u",
  useless: "d",
  again: "q",
  thanked: "t",
  question: "a",
  reason: "r",
} as const;

export type Act = keyof typeof LETTERS;

/** Discord's limit for a custom_id. */
const LONGEST = 100;

/** "p:vi2|ab12|fields|…": a letter for what it does, then the code of an invocation (core/invocation-code.ts) or a language. */
export const writeId = (act: Act, code: string): string => `${LETTERS[act]}:${code}`.slice(0, LONGEST);

/** What a custom_id of ours says; undefined where it is none. */
export function readId(id: string): { readonly act: Act; readonly code: string } | undefined {
  const act = (Object.keys(LETTERS) as Act[]).find((one) => id.startsWith(`${LETTERS[one]}:`));
  return act === undefined ? undefined : { act, code: id.slice(2) };
}
