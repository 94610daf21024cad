import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answered, answeredList, askedBack, notHeld } from "../../src/core/answer.ts";
import { type Bot, createBot } from "../../src/core/bot.ts";
import { type Command, defineCommand, type Understanding } from "../../src/core/command.ts";
import type { Knowledge } from "../../src/core/knowledge.ts";
import type { Language } from "../../src/core/language.ts";
import { line, p, strong, table } from "../../src/core/text.ts";
import { createCalendar } from "../../src/reviews/calendar.ts";

/** One message as a person sees it. */
export interface Seen {
  /** Everything that can be read, in order, a line for each paragraph, row or button; cells of a table joined by " | ". */
  readonly text: string;
  /** What buttons and menu entries are called, in order. */
  readonly buttons: readonly string[];
  /** Only the asker sees it. */
  readonly private: boolean;
  /** Who or what would be pinged. */
  readonly pings: readonly string[];
  /** Addresses that could be clicked. */
  readonly links: readonly string[];
  /** Texts that the platform shows in bold, italics or code. */
  readonly formatted: readonly string[];
}

/** A platform with the bot in it, used as people use it. Every act gives the message that it led to. */
export interface Place {
  slash(command: string, values: Readonly<Record<string, string>>, language: Language): Promise<Seen>;
  mention(text: string): Promise<Seen>;
  direct(text: string): Promise<Seen>;
  /** Presses the button (or picks the menu entry) of the message seen last. */
  press(label: string): Promise<Seen>;
  stop(): Promise<void>;
}

/** What nobody may send through the bot: mentions, links, markup, of both platforms. */
export const HOSTILE =
  "<!channel> <!here> <@U1> <#C1> <https://evil.example|nhấn> @everyone @here <@1> <@&1> *đậm* _nghiêng_ ~gạch~ `mã` **x** [nhấn](https://evil.example) ||ẩn|| > trích & :tada:";

const CITED = { id: "bao", paragraph: 6 } as const;

const command = (name: string, run: Command["run"], options: Command["options"] = {}): Command =>
  defineCommand({ name, names: { vi: name, en: name }, description: { vi: name, en: name }, options, asks: [], run });

const what = {
  kind: "text",
  required: true,
  names: { vi: "gì", en: "what" },
  description: { vi: "Điều cần hỏi", en: "What to ask" },
} as const;

const COMMANDS: readonly Command[] = [
  command("ask", (values, { run, language }) => run({ command: String(values.what), values: {}, language }), { what }),
  command("fact", () => answered(line`Ký ngày ${strong("18/10/2023")}`, { citations: [CITED] })),
  command("rows", () => answeredList("Ba lĩnh vực:", ["Y tế", "Giáo dục", "Du lịch"], { citations: [CITED] })),
  command("grid", () =>
    answered("Hai nơi:", {
      body: [
        table(
          ["Nơi", "Giá trị"],
          [
            ["Sông Trăng", "48.200"],
            ["Núi Mây", "31.000"],
          ],
        ),
      ],
    }),
  ),
  command("long", () =>
    answeredList(
      "Nhiều dòng:",
      Array.from({ length: 400 }, (_, i) => `Dòng số ${i + 1}`),
    ),
  ),
  command("which", (_, { language }) =>
    askedBack("Bạn muốn hỏi điều nào?", [
      { question: "Ngày ký?", invocation: { command: "fact", values: {}, language } },
      { question: "Các lĩnh vực?", invocation: { command: "rows", values: {}, language } },
    ]),
  ),
  command("trap", () => answered(HOSTILE, { body: [p(HOSTILE), table([HOSTILE], [[HOSTILE]])] })),
  command(
    "echo",
    (values) => notHeld(`Không có “${values.what}”`, { body: [p(HOSTILE)], citations: [{ id: "xấu" }] }),
    {
      what,
    },
  ),
];

const PORTS: Understanding = {
  understand: () => ({ kind: "unknown", language: "vi", words: [], named: [], choices: [] }),
  read: (_, typed) => typed,
  suggest: () => [],
};

const named = { names: { vi: "Báo Ví Dụ", en: "The Example" }, aliases: [], exact: [] };
const source = {
  author: { name: "" },
  published: { date: "2023-10-18" },
  language: "vi",
  rights: named.names,
} as const;

const KNOWLEDGE: Knowledge = {
  sources: new Map([
    ["bao", { ...named, ...source, id: "bao", title: "Hai thị xã bắt tay" }],
    ["xấu", { ...named, ...source, id: "xấu", title: HOSTILE }],
  ]),
  places: new Map(),
  organisations: new Map(),
  people: new Map(),
  memoranda: new Map(),
  programmes: new Map(),
  events: new Map(),
  documents: new Map(),
  indicators: new Map(),
  figures: [],
  statements: new Map(),
  reviews: new Map(),
  holidays: new Map(),
  questions: [],
  names: [],
  facts: [],
  origins: new Map(),
};

/** Registers what holds on every platform; `open` starts one with this bot in it. */
export function describeContract(platform: string, open: (bot: Bot, knowledge: Knowledge) => Promise<Place>): void {
  describe(`On ${platform}`, () => {
    let place: Place;
    beforeAll(async () => {
      place = await open(createBot(KNOWLEDGE, COMMANDS, { ...PORTS, calendar: createCalendar(KNOWLEDGE) }), KNOWLEDGE);
    });
    afterAll(() => place.stop());

    test("a person who uses a command reads the answer, its source and how it was understood, and nobody else does", async () => {
      const seen = await place.slash("fact", {}, "vi");
      expect(seen.text).toContain("Ký ngày 18/10/2023");
      expect(seen.formatted).toContain("18/10/2023");
      expect(seen.text).toMatch(/Nguồn: Báo Ví Dụ, “Hai thị xã bắt tay”, 18\/10\/2023, đoạn 6/);
      expect(seen.text).toMatch(/Hiểu là: \/\S*fact/);
      expect(seen.private).toBe(true);
    });

    test("a person whose language is English reads English around the answer", async () => {
      const seen = await place.slash("fact", {}, "en");
      expect(seen.text).toMatch(/Source: The Example, “Hai thị xã bắt tay”, 18 October 2023, paragraph 6/);
      expect(seen.text).toMatch(/Understood as: \/\S*fact/);
      expect(seen.buttons).toContain("Share to channel");
    });

    test("a person reads every row of a list and every cell of a table", async () => {
      const rows = await place.slash("rows", {}, "vi");
      for (const row of ["Ba lĩnh vực:", "Y tế", "Giáo dục", "Du lịch"]) expect(rows.text).toContain(row);
      const grid = await place.slash("grid", {}, "vi");
      for (const cell of ["Nơi", "Giá trị", "Sông Trăng", "48.200", "Núi Mây", "31.000"])
        expect(grid.text).toContain(cell);
    });

    test("a person who is asked back presses a choice and reads its answer, still in private", async () => {
      const asked = await place.slash("which", {}, "vi");
      expect(asked.buttons).toEqual(expect.arrayContaining(["Ngày ký?", "Các lĩnh vực?"]));
      const seen = await place.press("Các lĩnh vực?");
      expect(seen.text).toContain("Giáo dục");
      expect(seen.private).toBe(true);
    });

    test("a person turns the pages of a long list and misses no row", async () => {
      let seen = await place.slash("long", {}, "vi");
      const read = new Set<string>();
      const readRows = () => seen.text.match(/Dòng số \d+/g)?.forEach((row) => void read.add(row));
      readRows();
      for (let page = 1; page < 100 && seen.buttons.includes("Trang sau ›"); page++) {
        seen = await place.press("Trang sau ›");
        readRows();
      }
      expect(read.size).toBe(400);
      expect(seen.buttons).toContain("‹ Trang trước");
    });

    test("a person shares an answer, and everybody reads it and who shared it", async () => {
      await place.slash("fact", {}, "vi");
      const seen = await place.press("Chia sẻ vào kênh");
      expect(seen.private).toBe(false);
      expect(seen.text).toContain("Ký ngày 18/10/2023");
      expect(seen.text).toMatch(/chia sẻ/i);
      expect(seen.pings).toEqual([]);
    });

    test("a person who mentions the bot or writes to it is answered where everybody there can read it", async () => {
      const mentioned = await place.mention("fact");
      expect(mentioned.text).toContain("Ký ngày 18/10/2023");
      expect([mentioned.private, mentioned.pings]).toEqual([false, []]);
      const direct = await place.direct("rows");
      expect(direct.text).toContain("Giáo dục");
    });

    test("nothing that is typed or lies in a file pings, links or formats", async () => {
      const seen = await place.slash("echo", { what: HOSTILE.replaceAll(":", "") }, "vi");
      expect(seen.text).toContain("<!channel> <!here> <@U1>");
      expect(seen.text).toContain("*đậm* _nghiêng_ ~gạch~ `mã` **x**");
      expect([seen.pings, seen.links, seen.formatted]).toEqual([[], [], []]);
      await place.slash("trap", {}, "vi");
      const shared = await place.press("Chia sẻ vào kênh");
      expect(shared.text).toContain("<!channel> <!here> <@U1>");
      expect([shared.pings, shared.links, shared.formatted]).toEqual([[], [], []]);
    });
  });
}
