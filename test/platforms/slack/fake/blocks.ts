import { schemaProblems } from "./schema.ts";

const ONLY_IN_MODALS = new Set(["input", "alert"]);

/** What Slack would refuse in a message, and what it is known to refuse though no page says so. */
export function messageProblems({ text, blocks }: { readonly text?: unknown; readonly blocks?: unknown }): string[] {
  const found = blockProblems(blocks, "KnownBlock", 50);
  if (typeof text !== "string" || text === "") found.push("no_text");
  else if (text.length > 4000) found.push("text: longer than 4000");
  else if (/[<>]|&(?!amp;|lt;|gt;)/.test(text)) found.push("text: not escaped");
  if (JSON.stringify(blocks ?? []).length > 8000) found.push("msg_blocks_too_long");
  const list = Array.isArray(blocks) ? blocks : [];
  for (const { type } of list) if (ONLY_IN_MODALS.has(type)) found.push(`${type}: not in messages`);
  if (list.filter(({ type }) => type === "table").length > 1) found.push("only_one_table_allowed");
  return found;
}

/** What Slack would refuse in a modal or on the home tab. */
export function viewProblems(view: Readonly<Record<string, unknown>>): string[] {
  const type = view.type === "home" ? "HomeView" : "ModalView";
  const { title, submit, close, private_metadata: metadata } = view;
  const long = [title, submit, close].filter((one) => JSON.stringify(one ?? "").match(/"text":"([^"]{25,})"/));
  return [
    ...schemaProblems(type, view),
    ...blockProblems(view.blocks, "KnownBlock", 100),
    ...(long.length > 0 ? ["title, submit or close: longer than 24"] : []),
    ...(typeof metadata === "string" && metadata.length > 3000 ? ["private_metadata: longer than 3000"] : []),
  ];
}

function blockProblems(blocks: unknown, type: string, most: number): string[] {
  if (!Array.isArray(blocks)) return ["blocks: missing"];
  const found = blocks.flatMap((block, at) => schemaProblems(type, block).map((one) => `${at}${one}`));
  if (blocks.length > most) found.push(`blocks: more than ${most}`);
  const ids = [...JSON.stringify(blocks).matchAll(/"(action_id|block_id)":"([^"]*)"/g)].map(([whole]) => whole);
  if (blocks.some(({ type: kind }) => kind !== "input") && isModalFree(blocks) && new Set(ids).size < ids.length)
    found.push("duplicate action_id or block_id");
  for (const [, words = ""] of JSON.stringify(blocks).matchAll(
    /"type":"(?:raw_text|text|plain_text)","text":"((?:[^"\\]|\\.)*)"/g,
  ))
    if (words === "") found.push("an empty text");
  return [...found, ...tableProblems(blocks)];
}

/** In a form each field has a block of its own, and the same action_id may stand in several. */
const isModalFree = (blocks: readonly { readonly type: string }[]): boolean =>
  !blocks.some(({ type }) => type === "input");

function tableProblems(blocks: readonly { readonly type: string; readonly rows?: unknown }[]): string[] {
  return blocks.flatMap(({ type, rows }) => {
    if (type !== "table" || !Array.isArray(rows)) return [];
    const tooWide = rows.some((row) => !Array.isArray(row) || row.length > 20 || row.length !== rows[0].length);
    return [
      ...(rows.length > 100 ? ["table: more than 100 rows"] : []),
      ...(tooWide ? ["table: uneven or too wide"] : []),
    ];
  });
}
