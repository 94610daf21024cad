import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The part of JSON Schema that @slack/types need. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: object;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | object;
  readonly items?: Schema | readonly Schema[];
  readonly maxLength?: number;
  readonly maxItems?: number;
}

const { definitions }: { definitions: Readonly<Record<string, Schema>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, "blocks.schema.json"), "utf8"),
);

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** "/elements/0/text: longer than 75", for everything in which a value differs from a type of @slack/types. */
export const schemaProblems = (type: string, value: unknown): string[] =>
  problems({ $ref: `#/definitions/${type}` }, value, "");

function problems(schema: Schema, value: unknown, path: string): string[] {
  if (schema.$ref !== undefined) {
    const found = definitions[decodeURIComponent(schema.$ref.replace("#/definitions/", ""))];
    return found === undefined ? [`${path}: no schema ${schema.$ref}`] : problems(found, value, path);
  }
  return [
    ...(schema.anyOf === undefined ? [] : anyProblems(schema.anyOf, value, path)),
    ...(schema.allOf ?? []).flatMap((one) => problems(one, value, path)),
    ...valueProblems(schema, value, path),
    ...(isObject(value) ? objectProblems(schema, value, path) : []),
    ...(Array.isArray(value) ? arrayProblems(schema, value, path) : []),
  ];
}

/** Of several types, the complaints of the one that was meant: same `type`, else the fewest. */
function anyProblems(branches: readonly Schema[], value: unknown, path: string): string[] {
  const all: string[][] = [];
  for (const branch of branches) {
    const found = problems(branch, value, path);
    if (found.length === 0) return [];
    all.push(found);
  }
  all.sort((a, b) => a.length - b.length);
  const meant = all.filter((some) => !some.some((one) => one.startsWith(`${path}/type:`)));
  return meant[0] ?? all[0] ?? [];
}

function valueProblems({ type, const: fixed, enum: some, maxLength }: Schema, value: unknown, path: string): string[] {
  const types = type === undefined ? [] : [type].flat();
  if (types.length > 0 && !types.includes(typeOf(value)) && !(types.includes("number") && typeof value === "number"))
    return [`${path}: ${typeOf(value)} instead of ${types.join(" or ")}`];
  if (fixed !== undefined && value !== fixed) return [`${path}: ${JSON.stringify(value)} instead of ${String(fixed)}`];
  if (some !== undefined && !some.includes(value))
    return [`${path}: ${JSON.stringify(value)} is none of ${some.join(", ")}`];
  return maxLength !== undefined && typeof value === "string" && value.length > maxLength
    ? [`${path}: longer than ${maxLength}`]
    : [];
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function objectProblems(schema: Schema, value: Json, path: string): string[] {
  const properties = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${path}/${name}: missing`);
  const unknown = Object.keys(value)
    .filter((name) => schema.additionalProperties === false && !(name in properties))
    .map((name) => `${path}/${name}: unknown`);
  const inside = Object.entries(properties).flatMap(([name, one]) =>
    name in value ? problems(one, value[name], `${path}/${name}`) : [],
  );
  return [...missing, ...unknown, ...inside];
}

function arrayProblems({ items, maxItems }: Schema, value: readonly unknown[], path: string): string[] {
  const long = maxItems !== undefined && value.length > maxItems ? [`${path}: more than ${maxItems}`] : [];
  const inside = value.flatMap((one, at) => {
    const schema = Array.isArray(items) ? items[at] : items;
    return schema === undefined ? [] : problems(schema, one, `${path}/${at}`);
  });
  return [...long, ...inside];
}
