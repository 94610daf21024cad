/** An answer as YAML writes it, or the example that stands for it until it is given. */
export interface Cell {
  readonly option: string;
  readonly yaml: string;
  readonly answered: boolean;
  /** Left out without harm: its line is then a comment. */
  readonly optional: boolean;
}

/** A line of a file and the options whose answers stand in it, by which a problem is told apart from the others. */
export interface Row {
  readonly text: string;
  readonly options: readonly string[];
  /** Shown as a comment: something that may be said, and is not. */
  readonly off: boolean;
}

type Hole = Cell | readonly Row[] | string;

const isRows = (hole: Hole): hole is readonly Row[] => Array.isArray(hole);

interface Begun {
  readonly text: string;
  readonly cells: readonly Cell[];
}

/**
 * Lines of YAML with answers in their holes. A line with an optional answer that nobody gave becomes a comment; rows stand on
 * a line of their own, as far in as their hole. What is common of the indentation is taken off.
 */
export function yaml(texts: TemplateStringsArray, ...holes: readonly Hole[]): readonly Row[] {
  const rows: Row[] = [];
  let line: Begun = { text: "", cells: [] };
  const end = (): void => {
    if (line.text.trim() !== "" || line.cells.length > 0) rows.push(rowOf(line));
    line = { text: "", cells: [] };
  };
  for (const [at, text] of texts.entries()) {
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) end();
      line = { ...line, text: line.text + part };
    }
    const hole = holes[at];
    if (hole === undefined) continue;
    if (isRows(hole)) {
      rows.push(...hole.map((row) => ({ ...row, text: line.text + row.text })));
      line = { text: "", cells: [] };
    } else if (typeof hole === "string") line = { ...line, text: line.text + hole };
    else line = { text: line.text + hole.yaml, cells: [...line.cells, hole] };
  }
  end();
  const margin = marginOf(rows);
  return rows.map((row) => ({ ...row, text: row.text.slice(margin) }));
}

const rowOf = ({ text, cells }: Begun): Row => ({
  text,
  options: cells.flatMap(({ option, answered }) => (answered ? [option] : [])),
  off: cells.some(({ answered, optional }) => optional && !answered),
});

const indentOf = (text: string): number => text.length - text.trimStart().length;
const marginOf = (rows: readonly Row[]): number => Math.min(...rows.map(({ text }) => indentOf(text)));

/** The rows as they are, or each as a comment: lines that belong together are commented together, at one column. */
export function part(isSaid: boolean, rows: readonly Row[]): readonly Row[] {
  if (isSaid) return rows;
  const margin = marginOf(rows);
  return rows.map((row) => {
    const text = row.text.startsWith("#", margin)
      ? row.text
      : `${row.text.slice(0, margin)}# ${row.text.slice(margin)}`;
    return { text, options: [], off: false };
  });
}

/** A row as it is written. */
export function written({ text, off }: Row): string {
  const indent = indentOf(text);
  return off ? `${text.slice(0, indent)}# ${text.slice(indent)}` : text;
}

export const isComment = (row: Row): boolean => written(row).trimStart().startsWith("#");
