import type { HeaderBlock } from "@slack/types";
import type { Answer } from "../../core/answer.ts";
import { type Block, type Inline, type Line, p, plainLine, strong } from "../../core/text.ts";
import { LIMITS } from "./limits.ts";
import { renameIn, type Wording } from "./names.ts";
import { pagesOf } from "./pages.ts";
import { actions, CHOICES, choiceButtons, type Message, small, sources, wordedChoices } from "./render.ts";
import { fallback, plainText, richBlocks, shown } from "./rich.ts";

/** What nobody asked for: its first line stands out as a header, and there is nothing to press but its choices. */
export function renderAnnouncement(answer: Answer, desk: Wording): Message {
  const [text = [], ...more] = pagesOf(answer);
  const { header, rest } = headed(text);
  const choices = answer.choices.slice(0, CHOICES);
  // Nobody can turn the page of what is no answer to anything.
  const cutShort = more.length > 0 ? [p("…")] : [];
  const blocks = [
    ...header,
    ...richBlocks([...rest, ...cutShort, ...wordedChoices(choices)], renameIn(desk)),
    ...actions(choiceButtons(choices, desk)),
    ...small(sources(answer, desk)),
  ];
  return { text: fallback([[...text, ...cutShort], ...choices.map(({ question }) => question)]), blocks };
}

/** The first line as a header, which can hold no reader's time: that comes below it. Too long for a header, it is bold. */
function headed(text: readonly Block[]): { header: HeaderBlock[]; rest: readonly Block[] } {
  const [first, ...others] = text;
  if (first?.kind !== "paragraph") return { header: [], rest: text };
  const title = shown(plainLine(first.line)).trim();
  if (title === "") return { header: [], rest: text };
  if (title.length > LIMITS.header) return { header: [], rest: [p(first.line.map(bold)), ...others] };
  const moments: Line = first.line.filter(({ kind }) => kind === "moment");
  const header: HeaderBlock = { type: "header", text: plainText(title, LIMITS.header) };
  return { header: [header], rest: moments.length === 0 ? others : [p(moments), ...others] };
}

const bold = (part: Inline): Inline => (part.kind === "text" ? strong(part.text) : part);
