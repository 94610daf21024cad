/** At most so many characters: whole where it fits, else cut after a sentence, else after a word, with … at the end. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const sentences = [...text.slice(0, longest - 1).matchAll(/[.!?](?=\s)/g)];
  const sentence = (sentences.at(-1)?.index ?? 0) + 1;
  if (sentence > longest / 2) return `${text.slice(0, sentence)} …`;
  const word = text.slice(0, longest).lastIndexOf(" ");
  return `${text.slice(0, word > 0 ? word : longest - 1).trimEnd()}…`;
}
