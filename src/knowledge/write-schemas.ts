import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SCHEMAS, schemaFiles } from "./schema-files.ts";

// Run by hand after a schema has changed: node src/knowledge/write-schemas.ts [FOLDER]
const folder = join(process.argv[2] ?? "knowledge", SCHEMAS);
await mkdir(folder, { recursive: true });
for (const { name, text } of schemaFiles()) await writeFile(join(folder, name), text);
console.log(`${folder}: ${schemaFiles().length}`);
