import { parentPort } from "node:worker_threads";
import { ALL_KINDS } from "../knowledge/kinds/index.ts";
import { parseFile } from "../knowledge/parse.ts";
import type { Asked } from "./aside.ts";
import { packedInPieces } from "./packed.ts";

parentPort?.on("message", ({ file, folder, text }: Asked) => {
  const kind = ALL_KINDS.find((one) => one.folder === folder);
  if (kind === undefined) throw new Error(`There is no folder ${folder}.`);
  parentPort?.postMessage(packedInPieces(parseFile({ file, kind, text })));
});
