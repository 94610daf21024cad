import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { linesOf } from "../../src/terminal/lines.ts";
import { readMoment } from "../../src/terminal/moment.ts";

test.each([
  ["2024-10-18", "2024-10-18T05:00:00.000Z"],
  ["2024-10-18T08:30", "2024-10-18T01:30:00.000Z"],
  ["2024-10-18 08:30:15", "2024-10-18T01:30:15.000Z"],
  ["2024-10-18T08:30:00Z", "2024-10-18T08:30:00.000Z"],
  ["2024-10-18t08:30-05:00", "2024-10-18T13:30:00.000Z"],
])("A person who writes %s means %s", (typed, moment) => {
  expect(new Date(readMoment(typed) ?? Number.NaN).toISOString()).toBe(moment);
});

test.each(["", "now", "2023-02-29", "18/10/2024", "2024-10-18T25:00", "2024", "2024-10-18T08:30+7"])(
  "A person who writes %j names no time",
  (typed) => {
    expect(readMoment(typed)).toBeUndefined();
  },
);

async function lines(...chunks: readonly (string | Buffer)[]): Promise<string[]> {
  const found: string[] = [];
  for await (const line of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) found.push(line);
  return found;
}

test("Lines arrive whole, however the stream is cut", async () => {
  const ế = Buffer.from("ế");
  expect(await lines("một\nh", "ai\r\n", "\n", ế.subarray(0, 1), ế.subarray(1), "\u2028x")).toEqual([
    "một",
    "hai",
    "",
    "ế\u2028x",
  ]);
  expect(await lines("a\n")).toEqual(["a"]);
  expect(await lines()).toEqual([]);
});
