/**
 * Text that stays structured until a platform renders it. Holes are plain text: what a person typed or what YAML holds
 * can never become a mention, a link or markup, because only these builders make markup and each renderer escapes. What people
 * may open is an address that the knowledge gives as one, and `link` alone makes it.
 */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "emphasis"; readonly text: string }
  /** Of several lines, and alone in its paragraph, it is a block to be copied. */
  | { readonly kind: "code"; readonly text: string }
  /** An address that can be opened: https, as URL writes it, so ASCII without spaces. */
  | { readonly kind: "link"; readonly text: string }
  | Moment;

/**
 * A moment in the reader's own time zone. Where the platform knows it, the label and that time are shown; elsewhere nothing
 * is, which is why the text is empty: what stands beside it gives the wall-clock time at the place.
 */
export interface Moment {
  readonly kind: "moment";
  readonly text: "";
  /** Epoch milliseconds. */
  readonly at: number;
  /** "giờ của bạn" · "your time". */
  readonly label: string;
}

export type Line = readonly Inline[];

export type Block =
  | { readonly kind: "paragraph"; readonly line: Line }
  | { readonly kind: "list"; readonly items: readonly Line[] }
  | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export type Text = readonly Block[];

export const strong = (text: string): Inline => ({ kind: "strong", text });
export const emphasis = (text: string): Inline => ({ kind: "emphasis", text });
export const code = (text: string): Inline => ({ kind: "code", text });
/** An https address to be opened; anything else stays plain text. */
export function link(address: string): Inline {
  const { protocol, href } = URL.parse(address) ?? {};
  return protocol === "https:" && href !== undefined ? { kind: "link", text: href } : { kind: "text", text: address };
}
export const moment = (at: number, label: string): Inline => ({ kind: "moment", text: "", at, label });

/** Tag for a line with marked parts: line`Ký ngày ${strong("18/10/2023")}`. String holes are plain text. */
export function line(strings: TemplateStringsArray, ...holes: readonly (string | Inline)[]): Line {
  const parts: Inline[] = [];
  strings.forEach((text, i) => {
    if (text !== "") parts.push({ kind: "text", text });
    const hole = holes[i];
    if (hole !== undefined && hole !== "") parts.push(typeof hole === "string" ? { kind: "text", text: hole } : hole);
  });
  return parts;
}

const asLine = (content: string | Line): Line => (typeof content === "string" ? line`${content}` : content);

export const p = (content: string | Line): Block => ({ kind: "paragraph", line: asLine(content) });
export const list = (items: readonly (string | Line)[]): Block => ({ kind: "list", items: items.map(asLine) });
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: "table",
  columns,
  rows,
});

/** The text of a paragraph that is a block of code; undefined for any other line. */
export const codeBlockOf = ([only, ...others]: Line): string | undefined =>
  others.length === 0 && only?.kind === "code" && only.text.includes("\n") ? only.text : undefined;

export const plainLine = (content: Line): string => content.map((part) => part.text).join("");

/** The text as a person reads it, without marks; one line a paragraph, list item or table row. */
export function plain(text: Text): string {
  return text.map(plainBlock).join("\n");
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return plainLine(block.line);
    case "list":
      return block.items.map((item) => `• ${plainLine(item)}`).join("\n");
    case "table":
      return [block.columns, ...block.rows].map((row) => row.join(" | ")).join("\n");
  }
}
