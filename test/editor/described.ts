import type { JsonSchema } from "../../src/knowledge/json-schema.ts";
import { isGroup } from "../../src/knowledge/value.ts";

/** "comparisons.kind", for each key of a schema whose description is not in both languages, "Vietnamese · English". */
export function undescribed(schema: unknown, path: readonly string[] = []): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => undescribed(one, path));
  if (!isGroup(schema)) return [];
  const { properties, items, anyOf, oneOf, definitions } = schema as JsonSchema;
  const keys = Object.entries(isGroup(properties) ? properties : {});
  return [
    ...keys.flatMap(([key, value]) => [
      ...(isInBoth(value) ? [] : [[...path, key].join(".")]),
      ...undescribed(value, [...path, key]),
    ]),
    ...[items, anyOf, oneOf, ...Object.values(isGroup(definitions) ? definitions : {})].flatMap((one) =>
      undescribed(one, path),
    ),
  ];
}

const isInBoth = (schema: unknown): boolean =>
  isGroup(schema) && typeof schema.description === "string" && /^[^·]+ · [^·]+$/.test(schema.description);
