import { z } from "zod";
import type { Kind } from "./kind.ts";
import type { Path } from "./locate.ts";
import { isGroup } from "./value.ts";

/** A JSON Schema (draft-07), as zod writes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const cache = new WeakMap<Kind<unknown>, JsonSchema>();

/** What one item of a kind looks like when it is typed, for editors and for suggestions. */
export function itemSchema(kind: Kind<unknown>): JsonSchema {
  const known = cache.get(kind);
  if (known !== undefined) return known;
  const made: JsonSchema = { ...z.toJSONSchema(kind.schema, { io: "input", target: "draft-07" }) };
  cache.set(kind, made);
  return made;
}

/** What may stand at a path of an item: several schemas where there are several ways to write it. */
function schemasAt(schema: JsonSchema, path: Path): readonly JsonSchema[] {
  return path.reduce<readonly JsonSchema[]>(
    (found, step) => found.flatMap((one) => alternatives(typeof step === "number" ? one.items : property(one, step))),
    alternatives(schema),
  );
}

const property = (schema: JsonSchema, key: string): unknown =>
  isGroup(schema.properties) && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;

function alternatives(schema: unknown): readonly JsonSchema[] {
  if (!isGroup(schema)) return [];
  const branches = schema.anyOf ?? schema.oneOf;
  return Array.isArray(branches) ? branches.flatMap(alternatives) : [schema];
}

/** The keys that may be written in the map at a path. */
export const keysAt = (schema: JsonSchema, path: Path): readonly string[] => [
  ...new Set(schemasAt(schema, path).flatMap((one) => (isGroup(one.properties) ? Object.keys(one.properties) : []))),
];

/** The description of what stands at a path, for a hint; the alternatives of a union share the union's own. */
export function descriptionAt(schema: JsonSchema, path: Path): string | undefined {
  const parents = schemasAt(schema, path.slice(0, -1));
  const step = path.at(-1);
  for (const parent of parents) {
    const own = typeof step === "string" ? property(parent, step) : undefined;
    if (isGroup(own) && typeof own.description === "string") return own.description;
  }
  return undefined;
}
