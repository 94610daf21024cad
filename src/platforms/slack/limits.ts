/** Limits of Block Kit and of the manifest, as https://docs.slack.dev/reference/block-kit documents them. */
export const LIMITS = {
  blocks: 50,
  /** A message is refused somewhere above 11 000 characters of blocks, which no page documents; ours stay well below. */
  messageCharacters: 8000,
  fallbackText: 3000,
  buttonText: 75,
  /** Of 2000; the rest is for JSON and for what all buttons of a message take together. */
  buttonCode: 400,
  /** Clients show about this much of a button. */
  buttonShown: 30,
  optionText: 75,
  optionValue: 150,
  options: 100,
  tableRows: 100,
  tableColumns: 20,
  viewTitle: 24,
  viewBlocks: 100,
  inputLabel: 2000,
  placeholder: 150,
  header: 150,
  metadata: 3000,
} as const;

/** The text, or its start with "…" where it is longer than `most`. Never half a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}
