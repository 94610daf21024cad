const LONG = 240;
const AROUND = 60;

/** Two long texts, cut to where they differ and what stands around it; short ones as they are. */
export function closeUp(before: string, after: string): readonly [before: string, after: string] {
  if (Math.max(before.length, after.length) <= LONG) return [before, after];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [around(before, start, end), around(after, start, end)];
}

/** From the word before what differs, to the word after it. */
function around(text: string, start: number, end: number): string {
  const from = start <= AROUND ? 0 : text.indexOf(" ", start - AROUND) + 1;
  const last = text.length - end;
  const to = end <= AROUND ? text.length : Math.max(last, text.lastIndexOf(" ", last + AROUND));
  return `${from > 0 && from <= start ? "…" : ""}${text.slice(Math.min(from, start), to)}${to < text.length ? "…" : ""}`;
}

const LINES = 12;

/** Two answers of several lines, without the lines that both have; the first line stays. */
export function closeUpLines(before: string, after: string): readonly [before: string, after: string] {
  const [was, is] = [before.split("\n"), after.split("\n")];
  if (was.length === 1 && is.length === 1) return closeUp(before, after);
  const [left, right] = [differing(was, is), differing(is, was)];
  const same = left.join("\n") === right.join("\n");
  return [clipped(same ? was : left), clipped(same ? is : right)];
}

function differing(lines: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  const left = lines.filter((line, i) => i === 0 || !known.has(line));
  return left.length === lines.length ? left : [...left, "…"];
}

const clipped = (lines: readonly string[]): string =>
  (lines.length <= LINES ? lines : [...lines.slice(0, LINES), "…"]).join("\n");
