import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../core/problem.ts";
import { problemOfFile } from "./complaint.ts";
import { itemSchema, type JsonSchema } from "./json-schema.ts";
import type { Kind } from "./kind.ts";
import { ALL_KINDS } from "./kinds/index.ts";

/** The folder of a knowledge base that holds the schemas editors read; it holds no knowledge. */
export const SCHEMAS = "schemas";

export const schemaName = (kind: Kind<unknown>): string => `${kind.folder}.schema.json`;

/** The JSON Schema of a whole file: one item, or a list of items. */
function fileSchema(kind: Kind<unknown>): JsonSchema {
  const { $schema, ...item } = itemSchema(kind);
  const one = { $ref: "#/definitions/item" };
  return { $schema, definitions: { item }, anyOf: [one, { type: "array", items: one }] };
}

/** What a committed schema file holds, for each kind. */
export const schemaFiles = (): readonly { readonly name: string; readonly text: string }[] =>
  ALL_KINDS.map((kind) => ({ name: schemaName(kind), text: `${JSON.stringify(fileSchema(kind), null, 2)}\n` }));

/** A problem for each schema file that is missing or no longer what the code would write. None where there is no schema folder. */
export async function staleSchemas(folder: string): Promise<readonly Problem[]> {
  const schemas = join(folder, SCHEMAS);
  const exists = await stat(schemas).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!exists) return [];
  const checked = schemaFiles().map(async ({ name, text }) => {
    const file = join(schemas, name);
    const committed = await readFile(file, "utf8").catch(() => undefined);
    return committed?.replaceAll("\r\n", "\n") === text ? [] : [stale(file)];
  });
  return (await Promise.all(checked)).flat();
}

const stale = (file: string): Problem =>
  problemOfFile(
    file,
    "stale-schema",
    {
      vi: "Tệp gợi ý cho trình soạn thảo không còn khớp với mã nguồn.",
      en: "The schema that editors read no longer matches the code.",
    },
    {
      vi: "Chạy: node src/knowledge/write-schemas.ts",
      en: "Run: node src/knowledge/write-schemas.ts",
    },
  );
