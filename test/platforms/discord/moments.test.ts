import { expect, test } from "vitest";
import { type Line, line, list, moment, p } from "../../../src/core/text.ts";
import { lineMarkdown, lineParts, textLines } from "../../../src/platforms/discord/markdown.ts";
import { renderPlain } from "../../../src/platforms/discord/render.ts";
import { answer } from "./fake/post.ts";
import { readMarkdown } from "./fake/seen.ts";

const AT = Date.UTC(2026, 9, 18, 7);
const TAG = "<t:1792306800:F>";
const YOURS = moment(AT, "giờ của bạn");
const WHEN = line`14:00 ngày 18/10/2026 (GMT+7)${YOURS}`;

test("A person elsewhere reads when a meeting begins for them, beside the time at the meeting", () => {
  const [markdown = ""] = textLines([p(WHEN)], 900);
  expect(markdown).toBe(`14:00 ngày 18/10/2026 (GMT+7) · giờ của bạn: ${TAG}`);
  expect(readMarkdown(markdown).text).toMatch(/^14:00 ngày 18\/10\/2026 \(GMT\+7\) · giờ của bạn: .*03:00/);
});

test("The same stands in a list, and at the beginning of a line without a dot before it", () => {
  expect(textLines([list([WHEN])], 900)).toEqual([`- 14:00 ngày 18/10/2026 (GMT+7) · giờ của bạn: ${TAG}`]);
  expect(lineMarkdown(line`${YOURS} tại đây`, 100)).toBe(`giờ của bạn: ${TAG} tại đây`);
});

test("Where Discord can't show it, in plain text, nothing is said of it", () => {
  const { content } = renderPlain({ ...answer("x"), headline: [p(WHEN)] });
  expect(content).toBe("14:00 ngày 18/10/2026 (GMT+7)");
});

test("What a label says is text, and no typed text becomes a moment", () => {
  const { formatted, text } = readMarkdown(lineMarkdown(line`x${moment(AT, "**của** <t:1:F>")} <t:2:F>`, 200));
  expect(formatted).toEqual([TAG]);
  expect(text).toContain("**của** <t:1:F>: ");
});

const words = (letters: number): string => "một hai ba ".repeat(20).slice(0, letters);

const LINES: readonly Line[] = Array.from({ length: 120 }, (_, i) => line`${words(i)}${YOURS}${words(120 - i)}`);

test.each([60, 75, 90, 140])(
  "However long the text around it is, in lines of %i letters it stands once and whole",
  (longest) => {
    for (const one of LINES) {
      const parts = lineParts(one, longest);
      const tags = parts.flatMap((part) => part.match(/<t:[^>]*>?/g) ?? []);
      expect([tags, parts.filter((part) => part.length > longest)]).toEqual([[TAG], []]);
      expect(parts.slice(1).some((part) => part.startsWith("giờ của bạn"))).toBe(false);
    }
  },
);

test("Where a line is cut it is whole or gone", () => {
  for (const one of LINES)
    for (const longest of [60, 100, 140]) {
      const cut = lineMarkdown(one, longest);
      expect(cut.length).toBeLessThanOrEqual(longest);
      expect(cut.replace(TAG, "")).not.toContain("<t");
    }
});
