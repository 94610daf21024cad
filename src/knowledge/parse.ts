import { isMap } from "yaml";
import type { Origin } from "../core/knowledge.ts";
import type { Problem } from "../core/problem.ts";
import { type Complaint, positionAt, problemOn, valueAt } from "./complaint.ts";
import type { Kind, Reference } from "./kind.ts";
import { lintsOf } from "./lints.ts";
import type { Path } from "./locate.ts";
import { openPage, type Page } from "./page.ts";
import { belowFolder, type SourceFile } from "./read.ts";
import { type AboutPath, schemaComplaints } from "./schema-complaints.ts";
import { isReadable, syntaxComplaints } from "./syntax.ts";
import { textComplaints } from "./text-complaints.ts";
import { trapsOf } from "./traps.ts";
import { isGroup, plainValue } from "./value.ts";

/** One item of a file, wrong or right. */
export interface Item {
  readonly kind: Kind<unknown>;
  /** Where it stands in its file: nowhere below the top, or a place in a list. */
  readonly path: Path;
  /** The id as typed, if there is one, also where the rest is wrong: others may refer to it. */
  readonly id: string | undefined;
  /** What the schema has made of it; undefined where the item is wrong. */
  readonly value: unknown;
  readonly origin: Origin;
}

/** An id that has to be there, and what it may be the id of. */
export type Refers = Pick<Reference, "id" | "kinds">;

/** Everything that one file says, known without looking at any other file. */
export interface ParsedFile {
  readonly source: SourceFile;
  readonly items: readonly Item[];
  /** What its items refer to, each thing once: a file of figures names the same few things again and again. */
  readonly refers: readonly Refers[];
  readonly problems: readonly Problem[];
}

/** Reads and checks one file. It depends on the text alone, so a file that has not changed need not be parsed again. */
export function parseFile(source: SourceFile): ParsedFile {
  const page = openPage(source.file, source.text);
  const before = [...textComplaints(source.text, source.kind, foldersBelow(source)), ...syntaxComplaints(page)];
  const content = isReadable(page) ? readItems(page, source) : { items: unreadItems(page, source), complaints: [] };
  const problems = [...before, ...content.complaints].map((complaint) => problemOn(page, complaint));
  return { source, items: content.items, refers: referredTo(content.items), problems };
}

function referredTo(items: readonly Item[]): readonly Refers[] {
  const once = new Map<string, Refers>();
  for (const { kind, value } of items)
    if (value !== undefined)
      for (const { id, kinds } of kind.references(value)) once.set(`${id} ${kinds.join(" ")}`, { id, kinds });
  return [...once.values()];
}

interface Content {
  readonly items: readonly Item[];
  readonly complaints: readonly Complaint[];
}

function readItems(page: Page, source: SourceFile): Content {
  const content = plainValue(page.document.contents);
  if (content === null || content === undefined || (Array.isArray(content) && content.length === 0))
    return { items: [], complaints: [EMPTY] };
  const traps = trapsOf(page);
  const entries = Array.isArray(content)
    ? content.map((raw, index) => ({ raw, path: [index] }))
    : [{ raw: content, path: [] }];
  const file = belowFolder(source);
  const checked = entries.map(({ raw, path }) => checkItem(source.kind, raw, path, originOf(page, file, path)));
  const about = onePerPath([
    ...traps.map(({ path, complaint }) => ({ path, complaint })),
    ...checked.flatMap(({ complaints }) => complaints),
  ]);
  return { items: checked.map(({ item }) => item), complaints: about.map(({ complaint }) => complaint) };
}

interface Checked {
  readonly item: Item;
  readonly complaints: readonly AboutPath[];
}

function checkItem(kind: Kind<unknown>, raw: unknown, path: Path, origin: Origin): Checked {
  const id = isGroup(raw) && typeof raw.id === "string" ? raw.id : undefined;
  const result = kind.schema.safeParse(raw);
  if (!result.success)
    return {
      item: { kind, path, id, value: undefined, origin },
      complaints: schemaComplaints(kind, raw, result.error.issues, path),
    };
  const item = { kind, path, id, value: result.data, origin };
  const complaints = lintsOf(kind, result.data).map(({ path: at, ...said }) => {
    const whole = [...path, ...at];
    return { path: whole, complaint: { at: valueAt(whole), ...said } };
  });
  return { item, complaints };
}

/** The first complaint about a place is the most to the point: traps come before what follows from them, errors before warnings. */
function onePerPath(complaints: readonly AboutPath[]): readonly AboutPath[] {
  const seen = new Set<string>();
  const bySeverity = (severity: Problem["severity"]) =>
    complaints.filter(({ complaint }) => complaint.severity === severity);
  return [...bySeverity("error"), ...bySeverity("warning")].filter(({ path }) => {
    const key = path.join("\n");
    return !seen.has(key) && seen.add(key);
  });
}

/** Of a file that is broken, the ids at least, so that others who refer to them are not called wrong as well. */
const unreadItems = (page: Page, source: SourceFile): readonly Item[] =>
  [...page.text.matchAll(/^[\s-]*\{?\s*id:\s*["']?([a-z0-9-]+)/gm)].map(([, id]) => ({
    kind: source.kind,
    path: [],
    id,
    value: undefined,
    origin: originOf(page, belowFolder(source), []),
  }));

function originOf(page: Page, file: string, path: Path): Origin {
  const node = path.length === 0 ? page.document.contents : page.document.getIn(path, true);
  return {
    file,
    ...positionAt(page, valueAt(path)),
    listed: path.length > 0,
    flow: isMap(node) && node.flow === true,
  };
}

const foldersBelow = (source: SourceFile): number => belowFolder(source).split("/").length - 1;

const EMPTY: Complaint = {
  at: { range: [0, 1] },
  severity: "error",
  code: "empty-file",
  message: { vi: "Tệp này trống.", en: "This file is empty." },
  hint: { vi: "Viết nội dung vào, hoặc xóa tệp.", en: "Write something into it, or delete it." },
};
