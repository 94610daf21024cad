/** Two texts beside each other, a bar between them, each wrapped to its half of the width. */
export function sideBySide(left: string, right: string, width: number): string {
  const half = Math.max(16, Math.floor((width - 3) / 2));
  const [lefts, rights] = [wrapped(left, half), wrapped(right, half)];
  return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, i) =>
    `${padded(lefts[i] ?? "", half)} │ ${rights[i] ?? ""}`.trimEnd(),
  ).join("\n");
}

/** Letters, not code units: padding is for the eye. */
const lengthOf = (text: string): number => [...text].length;

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - lengthOf(text)));

const wrapped = (text: string, width: number): readonly string[] =>
  text.split("\n").flatMap((line) => wrappedLine(line, width));

function wrappedLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ").flatMap((one) => cut(one, width))) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (lengthOf(longer) <= width) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}

/** A word that is longer than the line. */
function cut(word: string, width: number): readonly string[] {
  const letters = [...word];
  return Array.from({ length: Math.max(1, Math.ceil(letters.length / width)) }, (_, i) =>
    letters.slice(i * width, (i + 1) * width).join(""),
  );
}
