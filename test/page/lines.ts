import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Snapshot } from "../../src/core/living.ts";
import { rangeAt } from "../../src/knowledge/locate.ts";
import { openPage } from "../../src/knowledge/page.ts";
import type { LineBelow } from "../../src/page/desk.ts";

/** Where the parts of an item stand in a folder of knowledge. */
export const linesIn =
  (folder: string) =>
  async (item: object, { knowledge }: Snapshot): Promise<LineBelow | undefined> => {
    const origin = knowledge.origins.get(item);
    if (origin === undefined) return undefined;
    const page = openPage(origin.file, await readFile(join(folder, origin.file), "utf8"));
    const lineAt = (path: readonly (string | number)[]): number =>
      page.counter.linePos(rangeAt(page, path, "value")[0]).line;
    const beside = [...knowledge.origins.values()].filter(
      ({ file, line }) => file === origin.file && line < origin.line,
    );
    const top = origin.listed ? [beside.length] : [];
    return (path) => lineAt([...top, ...path]);
  };
