import { schemaName } from "../knowledge/schema-files.ts";
import { givenBy } from "./given.ts";
import { isComment, type Row, written, yaml } from "./rows.ts";
import type { Answers, Known, Scaffold } from "./scaffold.ts";

export interface Composed {
  readonly text: string;
  /** Options whose answers stand in a line, from 1; those of the last item only. */
  optionsOn(line: number): readonly string[];
}

/**
 * The text of a file: what editors need, what a reader should know, and the items, as a list where there are several. What may
 * be said and was not is shown as a comment in the first item only. `folders` is how deep the file lies below its kind's.
 */
export function compose(scaffold: Scaffold, items: readonly Answers[], known: Known, folders = 0): Composed {
  const head = [
    `# yaml-language-server: $schema=${"../".repeat(folders + 1)}schemas/${schemaName(scaffold.kind)}`,
    ...scaffold.remarks.map((remark) => `# ${remark}`),
    "# Dòng nào bắt đầu bằng # thì máy bỏ qua: xóa dấu # ở đầu dòng để dùng phần ấy.",
    "",
  ];
  const rows = items.flatMap((answers, at) => {
    const all = [...scaffold.write(givenBy(scaffold.asks, answers), known.knowledge), ...UPKEEP];
    const shown = at === 0 ? all : all.filter((row) => !isComment(row));
    const said = at === items.length - 1 ? shown : shown.map((row) => ({ ...row, options: [] }));
    return items.length === 1 ? said : [...said.map(asItem), ...(at === items.length - 1 ? [] : [BLANK])];
  });
  return {
    text: `${[...head, ...rows.map(written)].join("\n")}\n`,
    optionsOn: (line) => rows[line - 1 - head.length]?.options ?? [],
  };
}

/** What may stand on any item. */
const UPKEEP = yaml`
  # owner: "Phòng Đối ngoại"  # ai chịu trách nhiệm: tên người, phòng ban
  # verifyBy: 2026-12-31  # đến ngày nào thì phải kiểm tra lại
`;

const BLANK: Row = { text: "", options: [], off: false };

const asItem = (row: Row, index: number): Row =>
  row.text === "" ? row : { ...row, text: `${index === 0 ? "- " : "  "}${row.text}` };
