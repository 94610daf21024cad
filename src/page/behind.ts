import type { Answer } from "../core/answer.ts";
import type { Figure } from "../core/knowledge.ts";
import { readPeriod, writePeriod } from "../core/period.ts";
import type { Item } from "./knowledge/catalogue.ts";
import type { View } from "./view.ts";

const MOST = 12;

/** An item that an answer is made from; the line is that of the part which was asked for. */
export interface Behind {
  readonly item: Item;
  readonly line: number | undefined;
}

/** What an answer is made from, as far as what was asked for names it. */
export async function behind({ invocation, citations }: Answer, view: View): Promise<readonly Behind[]> {
  const { catalogue, snapshot, desk } = view;
  const { knowledge } = snapshot;
  // Values hold ids and periods, several joined by commas.
  const values = Object.values(invocation?.values ?? {}).flatMap((value) => value.split(",").map((one) => one.trim()));
  const places = values.filter((value) => knowledge.places.has(value));
  const periods = values.filter((value) => readPeriod(value) !== undefined);
  const cited = new Set(citations.map(({ id, paragraph }) => `${id} ${paragraph}`));
  const isTold = ({ indicator, place, period, source }: Figure): boolean =>
    values.includes(indicator) &&
    cited.has(`${source.id} ${source.paragraph}`) &&
    (places.length === 0 || places.includes(place)) &&
    (periods.length === 0 || periods.includes(writePeriod(period)));
  const figures = knowledge.figures.filter(isTold).flatMap(({ id }) => catalogue.get("figures", id) ?? []);
  const named = values.flatMap((value) => catalogue.find(value) ?? []);
  const items = [...new Set([...figures, ...named])].slice(0, MOST);
  return Promise.all(
    items.map(async (item) => {
      const path = partNamed(item.value, values);
      const lineBelow = path === undefined ? undefined : await desk.linesOf?.(item.value, snapshot);
      return { item, line: path && lineBelow?.(path) };
    }),
  );
}

type Path = readonly (string | number)[];

/** Where below an item a part stands that one of these ids names. */
function partNamed(value: unknown, ids: readonly string[], path: Path = []): Path | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (path.length > 0 && "id" in value && ids.includes(String(value.id))) return path;
  const isList = Array.isArray(value);
  for (const [key, below] of Object.entries(value)) {
    const found = key === "source" ? undefined : partNamed(below, ids, [...path, isList ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
