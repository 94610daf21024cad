import type { Alias } from "../core/knowledge.ts";
import { flatMap, forEach, type Steps } from "../core/steps.ts";
import { buildItems } from "./build.ts";
import type { Spot } from "./complaint.ts";
import { fold } from "./fold.ts";
import type { Path } from "./locate.ts";
import type { Clash, Placed } from "./placed.ts";
import { isRecord } from "./value.ts";

interface Name {
  readonly item: Placed;
  readonly alias: Alias;
}

/**
 * Names of two things of one kind that look the same in a hurry ("Sa Đéc", "sa dec"). Names in `exact` may be shared: whoever
 * types one is asked which is meant. Across kinds the question itself tells them apart, and so do fields of two memoranda.
 */
export function* aliasClashes(items: readonly Placed[]): Steps<readonly Clash[]> {
  const valid = items.filter((item) => item.value !== undefined);
  const knowledge = buildItems(valid);
  yield;
  const byScope = new Map<string, Name[]>();
  yield* forEach(valid, (item) => {
    for (const alias of item.kind.names(item.value, knowledge)) {
      if (alias.exact) continue;
      const scope = scopeOf(alias);
      const names = byScope.get(scope);
      if (names === undefined) byScope.set(scope, [{ item, alias }]);
      else names.push({ item, alias });
    }
  });
  return yield* flatMap(byScope.values(), clashesAmong);
}

const scopeOf = (alias: Alias): string => {
  const owner = alias.id.includes("/") ? alias.id.split("/")[0] : "";
  return [alias.kind, owner, fold(alias.text)].join("\n");
};

function clashesAmong(names: readonly Name[]): readonly Clash[] {
  const [first, second] = names;
  if (first === undefined || second === undefined) return [];
  const seen = new Set([first.alias.id]);
  return names.filter(({ alias }) => !seen.has(alias.id) && seen.add(alias.id)).map((name) => clash(first, name));
}

/** Where the name stands in its item; of a field, below the field. */
const spotOf = ({ item, alias }: Name): Spot => ({
  path: [...item.path, ...(pathOfId(item.value, alias.id.split("/")[1]) ?? [])],
  text: alias.text,
});

function pathOfId(value: unknown, id: string | undefined): Path | undefined {
  if (!isRecord(value) || id === undefined) return undefined;
  if (value.id === id) return [];
  for (const [key, part] of Object.entries(value)) {
    const below = pathOfId(part, id);
    if (below !== undefined) return [Array.isArray(value) ? Number(key) : key, ...below];
  }
  return undefined;
}

const clash = (first: Name, again: Name): Clash => ({
  item: again.item,
  at: spotOf(again),
  other: { item: first.item, at: spotOf(first) },
  severity: "error",
  code: "alias-clash",
  message: (other) => ({
    vi: `Tên “${again.alias.text}” gõ không dấu thì trùng với “${first.alias.text}” của “${first.alias.id}” ở ${other}.`,
    en: `Typed without marks, “${again.alias.text}” is the same as “${first.alias.text}” of “${first.alias.id}” at ${other}.`,
  }),
  hint: {
    vi: "Viết tên đầy đủ hơn ở một bên, hoặc chuyển tên này sang “exact” của một bên.",
    en: "Make one of the names fuller, or move it to “exact” of one of the two.",
  },
});
