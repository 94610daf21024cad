import type { Knowledge } from "../core/knowledge.ts";
import type { Problem } from "../core/problem.ts";
import { createLoader, type Loaded, type Loader, loadTexts } from "../knowledge/load.ts";
import { type Aside, createAside } from "./aside.ts";
import type { CheckedFiles } from "./checked.ts";
import type { Kept } from "./kept.ts";

/** What a bot begins with. */
export interface Begun {
  readonly loader: Loader;
  readonly aside: Aside;
  /** The files as they are. */
  readonly found: Loaded;
  /** What is answered from, and the texts that it was made of: those of the files, or the last good ones. */
  readonly knowledge: Knowledge;
  readonly from: Loaded;
  readonly fromSnapshot: boolean;
  readonly checked: CheckedFiles | undefined;
  /** What is wrong with what was kept of checked files, if anything. */
  readonly trouble: unknown;
}

/** Reads a folder; where its files are broken, what was kept of it when it was last right. Only without that it is refused. */
export async function begin(
  folder: string,
  kept: Kept,
  checked?: CheckedFiles,
): Promise<Begun | { readonly refused: readonly Problem[] }> {
  const aside = createAside();
  const { before, trouble } = (await checked?.read()) ?? {};
  const loader = createLoader(folder, { aside: aside.check, isLong: aside.isLong, before });
  const found = await loader.load();
  const begun = { loader, aside, found, checked, trouble };
  if (found.knowledge !== undefined) return { ...begun, knowledge: found.knowledge, from: found, fromSnapshot: false };
  const texts = await kept.read();
  const from = texts === undefined ? undefined : await loadTexts(texts);
  if (from?.knowledge === undefined) return { refused: found.problems };
  return { ...begun, knowledge: from.knowledge, from, fromSnapshot: true };
}
