import type { Both } from "../core/language.ts";
import { part, type Row, yaml } from "./rows.ts";

/** The rows where there is something to say; else why the source is silent, and the rows as the way to write it later. */
export const orUnknown = (isSaid: boolean, why: Both, rows: readonly Row[]): readonly Row[] =>
  isSaid
    ? rows
    : yaml`
        unknown: { vi: ${JSON.stringify(why.vi)}, en: ${JSON.stringify(why.en)} }
        # Khi biết thì xóa dòng trên và viết:
        ${part(false, rows)}
      `;
