import type { Both } from "../core/language.ts";
import { listOf } from "../core/language.ts";
import { flatMap, forEach, type Steps } from "../core/steps.ts";
import { valueAt } from "./complaint.ts";
import type { Reference } from "./kind.ts";
import { choices, didYouMean, nearest } from "./nearest.ts";
import type { Refers } from "./parse.ts";
import { type Clash, idSpot, labelOf, type Placed } from "./placed.ts";
import { isRecord } from "./value.ts";

interface Link {
  readonly item: Placed;
  readonly reference: Reference;
}

const linksOf = (items: readonly Placed[]): Steps<readonly Link[]> =>
  flatMap(items, (item) =>
    item.value === undefined ? [] : item.kind.references(item.value).map((reference) => ({ item, reference })),
  );

type Index = ReadonlyMap<string, readonly Placed[]>;

function* indexOf(items: readonly Placed[]): Steps<Index> {
  const index = new Map<string, Placed[]>();
  yield* forEach(items, (item) => {
    if (item.id === undefined) return;
    const found = index.get(item.id);
    if (found === undefined) index.set(item.id, [item]);
    else found.push(item);
  });
  return index;
}

/** Ids that nothing has, or that something of another kind has. */
export function* danglingReferences(items: readonly Placed[]): Steps<readonly Clash[]> {
  const index = yield* indexOf(items);
  const hints = createHints(index);
  const fits = ({ id, kinds }: Refers): boolean =>
    index.get(id)?.some(({ kind }) => kinds.some((wanted) => wanted === kind.name)) === true;
  const files = new Set(items.map(({ file }) => file));
  const wrong = new Set(yield* flatMap(files, (file) => (file.refers.every(fits) ? [] : [file])));
  const links = yield* linksOf(items.filter(({ file }) => wrong.has(file)));
  // A hint takes longer than anything else here: everything that there is is compared with what is not.
  return yield* flatMap(
    links,
    (one) => {
      if (fits(one.reference)) return [];
      const [target] = index.get(one.reference.id) ?? [];
      return [target === undefined ? dangling(one, hints) : wrongKind(one, target)];
    },
    1,
  );
}

const clash = ({ item, reference }: Link, code: string): Pick<Clash, "item" | "at" | "severity" | "code"> => ({
  item,
  at: valueAt([...item.path, ...reference.path]),
  severity: "error",
  code,
});

function dangling(one: Link, hintFor: (reference: Reference) => Both): Clash {
  const { id, kinds } = one.reference;
  const wanted = wantedOf(kinds);
  return {
    ...clash(one, "dangling-id"),
    message: () => ({
      vi: `Không có ${wanted.vi} nào mang mã “${id}”.`,
      en: `There is no ${wanted.en} with the id “${id}”.`,
    }),
    hint: hintFor(one.reference),
  };
}

/** What may have been meant, worked out once for all who refer to what is not there. */
function createHints(index: Index): (reference: Reference) => Both {
  const hints = new Map<string, Both>();
  return ({ id, kinds }) => {
    const key = [id, ...kinds].join("\n");
    const hint = hints.get(key) ?? hintFor(id, kinds, index);
    hints.set(key, hint);
    return hint;
  };
}

function hintFor(id: string, kinds: Reference["kinds"], index: Index): Both {
  const right = [...index].flatMap(([other, found]) =>
    found.some(({ kind }) => kinds.some((name) => name === kind.name)) ? [other] : [],
  );
  const near = nearest(id, right);
  return near === undefined ? whatThereIs(right) : didYouMean(near);
}

function whatThereIs(ids: readonly string[]): Both {
  if (ids.length > 0 && ids.length <= 12) return choices(ids);
  return { vi: "Thêm tệp cho mã này, hoặc sửa mã.", en: "Add a file for this id, or correct the id." };
}

const wantedOf = (kinds: Reference["kinds"]): Both => {
  const labels = kinds.map(labelOf);
  return {
    vi: listOf(
      labels.map(({ vi }) => vi),
      "vi",
    ).replaceAll(" và ", " hoặc "),
    en: listOf(
      labels.map(({ en }) => en),
      "en",
    ).replaceAll(" and ", " or "),
  };
};

function wrongKind(one: Link, target: Placed): Clash {
  const { id, kinds } = one.reference;
  const wanted = wantedOf(kinds);
  const is = target.kind.label;
  return {
    ...clash(one, "wrong-kind"),
    other: { item: target, at: idSpot(target) },
    message: (other) => ({
      vi: `“${id}” là ${is.vi} (${other}), ở đây cần ${wanted.vi}.`,
      en: `“${id}” is ${article(is.en)} (${other}); this needs ${article(wanted.en)}.`,
    }),
    hint: {
      vi: "Viết mã của thứ thuộc đúng loại, hoặc dùng mục khác.",
      en: "Write the id of something of that kind, or use another key.",
    },
  };
}

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;

/** Things that would contain themselves: A is part of B, B is part of A. */
export function* circles(items: readonly Placed[]): Steps<readonly Clash[]> {
  const parts = items.filter(({ value }) => isRecord(value) && ("partOf" in value || "within" in value));
  const upward = (yield* linksOf(parts)).filter(
    ({ reference: { path } }) => path[0] === "partOf" || path[0] === "within",
  );
  const parents = Map.groupBy(upward, ({ item }) => item.id);
  const isAbove = (id: string | undefined, wanted: string | undefined, seen: Set<string | undefined>): boolean => {
    if (id === wanted) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return (parents.get(id) ?? []).some(({ reference }) => isAbove(reference.id, wanted, seen));
  };
  const round = yield* flatMap(upward, (one) => (isAbove(one.reference.id, one.item.id, new Set()) ? [one] : []));
  return round.map((one) => ({
    ...clash(one, "circle"),
    message: () => ({
      vi: `“${one.item.id}” và “${one.reference.id}” là một phần của nhau.`,
      en: `“${one.item.id}” and “${one.reference.id}” are each part of the other.`,
    }),
    hint: { vi: "Bỏ một trong hai chiều.", en: "Remove one of the two directions." },
  }));
}
