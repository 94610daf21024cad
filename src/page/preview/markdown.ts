import { html } from "hono/html";
import { type Html, NOTHING } from "../html.ts";

/** What Discord makes of a text: https://support.discord.com/hc/en-us/articles/210298617. Nothing in it is a live link. */
export function markdown(text: string, moment: (at: number) => string): Html {
  const parts = text.split(CODE_BLOCK).map((part, at) => {
    if (at % 2 === 1) return html`<pre tabindex="0"><code>${part}</code></pre>`;
    return part === "" ? NOTHING : lines(part.replace(/\n$/, ""), moment);
  });
  return html`${parts}`;
}

/** What stands between two of them stands at odd places when a text is split by it. */
const CODE_BLOCK = /^```(?:[\w-]*\n)?([\s\S]*?)\n?```$\n?/m;

function lines(text: string, moment: (at: number) => string): Html {
  const inline = (line: string): Html => inlineOf(line, moment);
  const blocks: Html[] = [];
  let items: Html[] = [];
  const endList = (): void => {
    if (items.length > 0) blocks.push(html`<ul>${items}</ul>`);
    items = [];
  };
  for (const line of text.split("\n")) {
    const [, mark = "", said = ""] = /^(#{1,3}|-#|[-*]|\d+[.)]|>) +(.+)$/.exec(line) ?? [];
    if (/^[-*\d]/.test(mark) && mark !== "-#") {
      items.push(html`<li>${inline(said)}</li>`);
      continue;
    }
    endList();
    if (mark === "") blocks.push(html`<p>${inline(line)}</p>`);
    else if (mark === "-#") blocks.push(html`<p class="d-small">${inline(said)}</p>`);
    else if (mark === ">") blocks.push(html`<blockquote>${inline(said)}</blockquote>`);
    else blocks.push(html`<p class="d-h${mark.length}">${inline(said)}</p>`);
  }
  endList();
  return html`${blocks}`;
}

interface Rule {
  readonly pattern: RegExp;
  readonly make: (found: RegExpExecArray, moment: (at: number) => string) => Html;
}

const span = (mark: string, tag: (inner: Html) => Html): Rule => ({
  pattern: new RegExp(`${mark}((?:\\\\[\\s\\S]|(?!${mark})[^\\\\])+)${mark}`, "uy"),
  make: ([, inner = ""], moment) => tag(inlineOf(inner, moment)),
});

/** The first that fits where one is counts; what none fits is text. */
const RULES: readonly Rule[] = [
  { pattern: /\\([^\p{L}\p{N}\s])/uy, make: ([, sign]) => html`${sign}` },
  { pattern: /`([^`\n]+)`/y, make: ([, said]) => html`<code>${said}</code>` },
  {
    pattern: /<t:(-?\d+)(?::[tTdDfFR])?>/y,
    make: ([, seconds], moment) => html`<time class="d-time">${moment(Number(seconds) * 1000)}</time>`,
  },
  {
    pattern: /<(?:@[!&]?|#)\d+>|@(?:everyone|here)\b/y,
    make: ([said]) => html`<span class="d-mention">${said}</span>`,
  },
  { pattern: /\[([^\]\n]+)\]\(https?:\/\/[^\s)]+\)/y, make: ([, said]) => html`<span class="d-link">${said}</span>` },
  { pattern: /https?:\/\/[^\s<>]+/y, make: ([said]) => html`<span class="d-link">${said}</span>` },
  span("\\*\\*", (inner) => html`<strong>${inner}</strong>`),
  span("__", (inner) => html`<u>${inner}</u>`),
  span("~~", (inner) => html`<s>${inner}</s>`),
  span("\\|\\|", (inner) => html`<span class="d-spoiler">${inner}</span>`),
  span("\\*", (inner) => html`<em>${inner}</em>`),
  {
    pattern: /(?<![\p{L}\p{N}])_((?:\\[\s\S]|[^_\\])+)_(?![\p{L}\p{N}])/uy,
    make: ([, inner = ""], moment) => html`<em>${inlineOf(inner, moment)}</em>`,
  },
];

function inlineOf(text: string, moment: (at: number) => string): Html {
  const parts: (string | Html)[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const [found, rule] = firstAt(text, at);
    if (found === undefined || rule === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    parts.push(plain, rule.make(found, moment));
    plain = "";
    at += found[0].length;
  }
  return html`${[...parts, plain]}`;
}

function firstAt(text: string, at: number): readonly [RegExpExecArray, Rule] | readonly [] {
  for (const rule of RULES) {
    rule.pattern.lastIndex = at;
    const found = rule.pattern.exec(text);
    if (found !== null) return [found, rule];
  }
  return [];
}
