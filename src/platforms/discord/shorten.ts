/** At most so many characters, cut after a word where one ends near, with "…"; no half of a character is left. */
export function shortened(text: string, longest: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= longest) return flat;
  let kept = "";
  for (const letter of flat) {
    if (kept.length + letter.length > longest - 1) break;
    kept += letter;
  }
  const word = kept.lastIndexOf(" ");
  return `${(word > longest / 2 ? kept.slice(0, word) : kept).trimEnd()}…`;
}
