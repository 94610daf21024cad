import { figureLabel } from "../../core/figure.ts";
import type { Knowledge, Origin } from "../../core/knowledge.ts";
import type { Both } from "../../core/language.ts";
import { createFinder, type Finder } from "./find.ts";
import { KINDS, type KindFolder } from "./kinds.ts";

/** One item of the knowledge, whatever its kind. */
export interface Item {
  readonly kind: KindFolder;
  readonly id: string;
  readonly title: Both;
  readonly value: object;
  /** Where it begins in the files; absent where it was made without any. */
  readonly origin: Origin | undefined;
}

/** All items of one state of the knowledge, for looking them up. */
export interface Catalogue {
  of(kind: KindFolder): readonly Item[];
  /** By id alone: the first kind that has it. */
  find(id: string): Item | undefined;
  get(kind: KindFolder, id: string): Item | undefined;
  readonly search: Finder;
}

interface Titled {
  readonly id: string;
  readonly names?: Both;
  readonly title?: Both | string;
}

export function createCatalogue(knowledge: Knowledge): Catalogue {
  const titleOf = ({ id, names, title }: Titled): Both =>
    names ?? (typeof title === "object" ? title : { vi: title ?? id, en: title ?? id });
  const figures = knowledge.figures.map(
    (figure): Item => ({
      kind: "figures",
      id: figure.id,
      // Of thousands, a few are looked at.
      get title() {
        return { vi: figureLabel(knowledge, figure, "vi"), en: figureLabel(knowledge, figure, "en") };
      },
      value: figure,
      origin: knowledge.origins.get(figure),
    }),
  );
  const itemsOf = (kind: KindFolder): readonly Item[] => {
    if (kind === "figures") return figures;
    const values: Iterable<Titled> = knowledge[kind].values();
    return Array.from(values, (value) => ({
      kind,
      id: value.id,
      title: titleOf(value),
      value,
      origin: knowledge.origins.get(value),
    }));
  };
  const kinds = Object.keys(KINDS) as KindFolder[];
  const byKind = new Map(kinds.map((kind) => [kind, itemsOf(kind)]));
  const all = [...byKind.values()].flat();
  const byId = new Map(all.toReversed().map((item) => [item.id, item]));
  const exact = new Map(all.map((item) => [`${item.kind}/${item.id}`, item]));
  return {
    of: (kind) => byKind.get(kind) ?? [],
    find: (id) => byId.get(id),
    get: (kind, id) => exact.get(`${kind}/${id}`),
    search: createFinder(all),
  };
}
