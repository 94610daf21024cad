import { describe, expect, test } from "vitest";
import { KINDS, type KindFolder } from "../../src/page/knowledge/kinds.ts";
import { KEYS } from "../../src/page/knowledge/labels.ts";
import { openDesk } from "./desk.ts";
import { linesIn } from "./lines.ts";
import { ask, openApp } from "./open.ts";
import { asRead, linksIn, partOf, textOf } from "./reading.ts";

const FOLDERS = Object.keys(KINDS) as KindFolder[];

const open = async (folder: string) => {
  const { desk } = await openDesk(folder, { linesOf: linesIn(folder) });
  const app = openApp(desk);
  return { desk, page: async (path: string) => (await ask(app, path)).text() };
};

/** All texts below a value, without ids and words of the files that are told in the reader's own words. */
function textsBelow(value: unknown, key = ""): string[] {
  if (typeof value === "string") return TOLD_OTHERWISE.has(key) || isCode(value) ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  const inList = Array.isArray(value);
  return Object.entries(value).flatMap(([name, below]) => textsBelow(below, inList ? key : name));
}
const TOLD_OTHERWISE = new Set(["type", "state", "measures", "language", "qualifier", "kind", "value"]);
/** Ids are told as names, dates and periods in words. */
const isCode = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

describe.each(["knowledge", "test/knowledge"])("In %s", async (folder) => {
  const { desk, page } = await open(folder);
  const { knowledge } = desk.living.current();

  test("an admin sees how much there is of each kind, and reaches all of it", async () => {
    const overview = linksIn(await page("/knowledge"));
    for (const kind of FOLDERS) {
      const count = [...knowledge[kind].values()].length;
      expect(overview.get(`${KINDS[kind].vi} ${count}`)).toBe(`/knowledge/${kind}`);
      expect(textOf(await page(`/knowledge/${kind}`))).toContain(count === 0 ? "Chưa có mục nào" : `${count} `);
    }
  });

  test("an admin who opens an item sees all that it holds, in both languages, and its file and line", async () => {
    for (const kind of FOLDERS)
      for (const item of knowledge[kind].values()) {
        const shown = textOf(await page(`/knowledge/${kind}/${encodeURIComponent(item.id)}`));
        const { file, line } = knowledge.origins.get(item) ?? {};
        expect(shown).toContain(`${folder}/${file}:${line} `);
        const unseen = textsBelow(item).filter((text) => !shown.includes(asRead(text)));
        expect([item.id, unseen]).toEqual([item.id, []]);
      }
  });

  test("every key that a file may hold has a name for readers", () => {
    const keys = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, below] of Object.entries(value)) {
        if (!Array.isArray(value)) keys.add(key);
        collect(below);
      }
    };
    for (const kind of FOLDERS) for (const item of knowledge[kind].values()) collect(item);
    const unnamed = [...keys].filter((key) => !Object.hasOwn(KEYS, key) && !["vi", "en", "unknown"].includes(key));
    expect(unnamed).toEqual([]);
  });

  test("an admin finds the figures by indicator, place and period, each with its source, file and line", async () => {
    const all = textOf(await page("/knowledge/figures"));
    expect(all).toContain(`${knowledge.figures.length} số liệu`);
    const [first] = knowledge.figures;
    const narrowed = await page(`/knowledge/figures?indicator=${first?.indicator}&place=${first?.place}`);
    const fitting = knowledge.figures.filter(
      ({ indicator, place }) => indicator === first?.indicator && place === first?.place,
    );
    expect(textOf(narrowed)).toContain(`${fitting.length} số liệu`);
    for (const figure of fitting) {
      const { file, line } = knowledge.origins.get(figure) ?? {};
      expect(textOf(narrowed)).toContain(`${folder}/${file}:${line}`);
      expect(narrowed).toContain(`/knowledge/sources/${figure.source.id}`);
    }
    expect(textOf(await page("/knowledge/figures?period=1999"))).toContain("0 số liệu");
  });
});

const { page } = await open("test/knowledge");
const found = async (q: string, kind = ""): Promise<readonly string[]> => {
  const html = await page(`/knowledge${kind}?${new URLSearchParams({ q })}`);
  return html.includes('<ul class="items">') ? [...linksIn(partOf(html, '<ul class="items">')).keys()] : [];
};

test.each(["Đà Nẵng", "da nang", "ĐÀ NẴNG", "đa năng", "Đà Nẵng"])(
  "An admin who searches for %j finds the city first, with or without marks",
  async (typed) => {
    expect((await found(typed, "/places"))[0]).toBe("Đà Nẵng");
    expect(await found(typed)).toContain("Đà Nẵng");
  },
);

test("An admin who types marks finds what has them before what has others", async () => {
  const places = await found("Hải", "/places");
  expect(places[0]).toContain("Hải");
});

test("An admin who searches for an alias, an id or a word inside finds the item; all words must be there", async () => {
  expect(await found("logistics")).not.toEqual([]);
  expect(await found("can-tho", "/places")).toContain("Cần Thơ");
  expect(await found("logistics zzz")).toEqual([]);
});

test("An admin who finds nothing is told so, and can ask the bot instead", async () => {
  const html = await page("/knowledge?q=zzz");
  expect(textOf(html)).toContain("Không tìm thấy mục nào có “zzz”");
  expect(linksIn(html).get("Hỏi bot câu này")).toBe("/?q=zzz");
});

test("An admin can ask what an item is known for", async () => {
  const html = await page("/knowledge/memoranda/mou-can-tho-hai-phong");
  const questions = [...linksIn(partOf(html, '<ul class="questions">'))];
  expect(questions.length).toBeGreaterThan(3);
  for (const [, to] of questions.slice(0, 4))
    expect(await page(to.replace("#answer", ""))).toContain('class="answer answered"');
});

test("An admin reads on which line each part of an item stands", async () => {
  const shown = textOf(await page("/knowledge/memoranda/mou-can-tho-hai-phong"));
  const lines = Array.from(shown.matchAll(/dòng (\d+)/g), ([, line]) => Number(line));
  expect(lines.length).toBeGreaterThan(10);
  expect(new Set(lines).size).toBeGreaterThan(10);
});

test.each(["/knowledge/nonsense", "/knowledge/places/nowhere", "/knowledge/__proto__", "/knowledge/questions"])(
  "Whoever follows an old link to %s is told that it is gone",
  async (path) => {
    expect(textOf(await page(path))).toContain("Không có trang này");
  },
);

test("A list that is too long for a page is shown in pages", async () => {
  const { desk } = await openDesk("test/knowledge");
  const snapshot = desk.living.current();
  const some = [...snapshot.knowledge.places.values()][0];
  const places = new Map(Array.from({ length: 120 }, (_, at) => [`p${at}`, { ...some, id: `p${at}` }]));
  const crowded = { ...snapshot, knowledge: { ...snapshot.knowledge, places } } as typeof snapshot;
  const app = openApp({ ...desk, living: { ...desk.living, current: () => crowded } });
  const first = await (await ask(app, "/knowledge/places?q=")).text();
  expect(textOf(first)).toContain("Trang 1/3");
  const second = await (await ask(app, linksIn(first).get("Sau ›") ?? "")).text();
  expect(textOf(second)).toContain("Trang 2/3");
  expect(second).toContain("/knowledge/places/p50");
  expect(textOf(await (await ask(app, "/knowledge/places?page=99")).text())).toContain("Trang 3/3");
});
