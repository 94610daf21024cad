import { expect, test } from "vitest";
import type { Invocation } from "../../src/core/invocation.ts";
import type { Knowledge } from "../../src/core/knowledge.ts";
import { ownerOf, staleItems } from "../../src/core/upkeep.ts";
import { openBot } from "../bots.ts";

const { knowledge } = await openBot("test/knowledge");

/** Every item of every kind, looked after by somebody and due on that day. */
function due(verifyBy: string): Knowledge {
  const origins = new Map(knowledge.origins);
  const keep = <T extends object>(item: T): T => {
    const kept = { ...item, owner: "Phòng Ví Dụ", verifyBy };
    const origin = knowledge.origins.get(item);
    if (origin !== undefined) origins.set(kept, origin);
    return kept;
  };
  const all = Object.entries(knowledge).map(([kind, items]) => {
    if (["figures", "questions"].includes(kind)) return [kind, (items as object[]).map(keep)];
    if (kind === "origins" || !(items instanceof Map)) return [kind, items];
    return [kind, new Map([...items].map(([id, item]) => [id, keep(item)]))];
  });
  return { ...(Object.fromEntries(all) as Knowledge), origins };
}

test("Items of every kind may be overdue, and each is called by its name with file and line", () => {
  const all = staleItems(due("2026-01-31"), "2026-02-01");
  const { names: _, facts: __, origins, ...kinds } = knowledge;
  const count = Object.values(kinds).reduce((sum, items) => sum + ("size" in items ? items.size : items.length), 0);
  expect([all.length, origins.size]).toEqual([count, count]);
  for (const { place, what, owner } of all) {
    expect(place).toMatch(/^(\w+)\/.+\.yaml:\d+$/);
    expect([what.vi, what.en, owner].every((text) => text !== undefined && text.length > 1)).toBe(true);
  }
  expect(new Set(all.map(({ place }) => place.split("/")[0])).size).toBe(14);
});

test("Nothing is overdue on its day, nor where no day is given; what is so for longest comes first", () => {
  expect(staleItems(due("2026-01-31"), "2026-01-31")).toEqual([]);
  expect(staleItems(knowledge, "2999-01-01")).toEqual([]);
  const [first, second] = knowledge.statements.values();
  const statements = new Map([
    ["a", { ...first, verifyBy: "2026-01-02" }],
    ["b", { ...second, verifyBy: "2025-12-31" }],
  ]) as Knowledge["statements"];
  expect(staleItems({ ...knowledge, statements }, "2026-02-01").map(({ verifyBy }) => verifyBy)).toEqual([
    "2025-12-31",
    "2026-01-02",
  ]);
});

const invocation = (values: Record<string, string>): Invocation => ({ command: "x", values, language: "vi" });

test("Whoever looks after a figure is found by indicator, place and period; else whoever looks after what is named", () => {
  const [place = ""] = knowledge.places.keys();
  const owned: Knowledge = {
    ...knowledge,
    figures: knowledge.figures.map((one, n) => ({ ...one, owner: `figure ${n}` })),
    memoranda: new Map([...knowledge.memoranda].map(([id, one]) => [id, { ...one, owner: `of ${id}` }])),
  };
  const at = knowledge.figures.findIndex(({ indicator }) => indicator === "fdi");
  const figure = knowledge.figures[at];
  if (figure === undefined) throw new Error("There is no such figure.");
  const period = `${figure.period.from.slice(0, 4)}`;
  expect(ownerOf(invocation({ indicator: "fdi", places: figure.place, period }), owned)).toBe(`figure ${at}`);
  expect(ownerOf(invocation({ indicator: "fdi" }), owned)).toBe(`figure ${at}`);
  expect(ownerOf(invocation({ indicator: "fdi", period: "1999" }), owned)).toBeUndefined();
  const [memorandum = ""] = knowledge.memoranda.keys();
  expect(ownerOf(invocation({ memorandum, aspect: "signed-date" }), owned)).toBe(`of ${memorandum}`);
  expect(ownerOf(invocation({ places: place }), owned)).toBeUndefined();
});
