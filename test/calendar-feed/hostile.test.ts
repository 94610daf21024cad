import { expect, test } from "vitest";
import type { Review } from "../../src/core/knowledge.ts";
import { both } from "../../src/core/language.ts";
import { feedOf, knowledgeWith, meeting, only, read } from "./reading.ts";

const named = (text: string): Partial<Review> => ({
  names: both(text),
  cadence: both(text),
  meetings: [meeting({ agenda: both(text), venue: both(text), reason: both(text) })],
});

const linesOf = (feed: string): readonly string[] => feed.split("\r\n");

function expectSound(feed: string): void {
  expect(feed.endsWith("\r\n")).toBe(true);
  expect(linesOf(feed).filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(feed.replaceAll("\r\n", "")).not.toMatch(/[^\P{Cc}\t]/u);
  expect(feed).toBe(Buffer.from(feed).toString());
}

const LONG = "Đánh giá kết quả thực hiện Biên bản ghi nhớ hợp tác giữa hai thành phố ở mọi lĩnh vực. ".repeat(9).trim();

test.each([
  ["commas, semicolons and backslashes", 'a,b;c\\d\\\\e\\n\\,f:g"h^i', undefined],
  ["line breaks", "một\nhai\n\nba", undefined],
  ["line breaks of other systems", "một\r\nhai\rba\u2028bốn\u0085năm\fsáu", "một\nhai\nba\nbốn\nnăm\nsáu"],
  [
    "a calendar of its own",
    "x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR",
    "x\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR",
  ],
  ["control characters", "a\u0000b\u0007c\u001Bd\u007Fe\u009Bf\tg", "abcdef\tg"],
  ["half of a letter", "a\uD83Db\uDE00c", "a\uFFFDb\uFFFDc"],
  ["long Vietnamese", LONG, undefined],
  ["long Vietnamese, decomposed", LONG.normalize("NFD"), undefined],
  ["letters of four octets", "🏙️🤝🏙️".repeat(40), undefined],
  ["a line that looks folded", `${"x".repeat(66)}\n y\n\tz`, undefined],
])("Whoever types %s in YAML reads just that in the calendar", (_, typed, shown = typed) => {
  const feed = feedOf(knowledgeWith(named(typed)));
  const event = only(read(feed).events.filter(({ uid }) => uid === "so-ket.lan-1@lien-thanh"));
  expectSound(feed);
  expect(event.summary).toBe(shown);
  expect(event.location).toBe(shown);
  expect(event.description.startsWith(`Lý do: ${shown}\nNội dung: ${shown}\n`)).toBe(true);
  expect(read(feed).events).toHaveLength(2);
});

/** Numbers from 0 to 1 that are the same in each run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const PIECES = [
  "a",
  "ế",
  "ự",
  "Đ",
  "e\u0302\u0301",
  "🤝",
  " ",
  ",",
  ";",
  ":",
  "\\",
  "\n",
  '"',
  "\r",
  "\t",
  "\u0000",
  "BEGIN:VEVENT",
  "\\n",
];

test("Nothing that is typed breaks the calendar, in three hundred texts made at random", () => {
  const random = numbers(7);
  const next = (below: number): number => Math.floor(random.next().value * below);
  for (let i = 0; i < 300; i++) {
    const typed = Array.from({ length: next(200) }, () => PIECES[next(PIECES.length)]).join("");
    const feed = feedOf(knowledgeWith(named(typed)));
    expectSound(feed);
    const event = only(read(feed).events.filter(({ uid }) => uid === "so-ket.lan-1@lien-thanh"));
    expect(event.summary).toBe(typed.replace(/\r\n?/g, "\n").replaceAll("\u0000", ""));
  }
});

test("The check of lines notices what it is for", () => {
  expect(() => expectSound(`${"ế".repeat(26)}\r\n`)).toThrow();
  expect(() => expectSound("a\nb\r\n")).toThrow();
  expect(() => expectSound("a")).toThrow();
});
