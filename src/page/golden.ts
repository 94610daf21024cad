import { html } from "hono/html";
import type { GoldenQuestion } from "../core/knowledge.ts";
import type { Both, Language } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import { askAddress } from "./asking.ts";
import { type Html, NOTHING } from "./html.ts";
import { GOLDEN, problemItem } from "./problem-item.ts";
import type { View } from "./view.ts";

/** A golden question, and what is wrong with its answer. */
interface Tested {
  readonly question: GoldenQuestion;
  readonly failure: Problem | undefined;
}

/** The golden questions by file: how many hold, which do not, and what was answered instead. */
export function goldenSection(view: View): Html {
  const { language, snapshot, status } = view;
  const { questions } = snapshot.knowledge;
  if (questions.length === 0) return NOTHING;
  const failing = status.problems.filter(({ code }) => code === GOLDEN);
  const isKnown = status.staleSince === undefined;
  return html`<section aria-labelledby="golden">
    <h2 id="golden">${HEADING[language]}</h2>
    <p>${isKnown ? total(questions.length, failing.length, view) : NOT_ASKED[language]}</p>
    ${[...testedByFile(failing, view)].map(([file, tested]) => fileOf(file, tested, isKnown, view))}
  </section>`;
}

/** A failure stands somewhere in its question: before the one that begins next. */
function testedByFile(failing: readonly Problem[], { snapshot, desk }: View): ReadonlyMap<string, readonly Tested[]> {
  const { questions, origins } = snapshot.knowledge;
  const placed = questions.flatMap((question) => {
    const origin = origins.get(question);
    return origin === undefined ? [] : [{ question, file: `${desk.folder}/${origin.file}`, line: origin.line }];
  });
  const files = Map.groupBy(placed, ({ file }) => file);
  return new Map(
    Array.from(files, ([file, some]) => {
      const sorted = some.toSorted((a, b) => a.line - b.line);
      const tested = sorted.map(({ question, line }, at): Tested => {
        const next = sorted[at + 1]?.line ?? Number.POSITIVE_INFINITY;
        const isHere = (one: Problem) => one.file === file && one.line >= line && one.line < next;
        return { question, failure: failing.find(isHere) };
      });
      return [file, tested];
    }),
  );
}

const HEADING: Both = { vi: "Câu hỏi mẫu", en: "Golden questions" };
const NOT_ASKED: Both = {
  vi: "Câu hỏi mẫu được hỏi lại khi các tệp hết lỗi.",
  en: "Golden questions are asked again once the files are right.",
};

function total(all: number, failing: number, { language }: View): string {
  const right = all - failing;
  return language === "vi"
    ? `${right}/${all} câu trả lời đúng như mong đợi.`
    : `${right} of ${all} are answered as expected.`;
}

function fileOf(file: string, tested: readonly Tested[], isKnown: boolean, { language }: View): Html {
  const failures = tested.flatMap(({ failure }) => failure ?? []);
  const right = tested.length - failures.length;
  return html`<details id="golden-${file}" class="golden"${failures.length > 0 ? html` open` : NOTHING}>
    <summary><code>${file}</code> ${isKnown ? html`<span class="tally${failures.length > 0 ? " bad" : ""}">${right}/${tested.length}</span>` : tested.length}</summary>
    ${failures.length === 0 ? NOTHING : html`<ul class="problems">${failures.map((one) => problemItem(one, language))}</ul>`}
    <ul class="questions">${tested.map(
      ({ question, failure }) =>
        html`<li>${isKnown ? mark(failure === undefined, language) : NOTHING} <a href="${askAddress(question.q)}">${question.q}</a></li>`,
    )}</ul>
  </details>`;
}

const mark = (isRight: boolean, language: Language): Html =>
  html`<span class="${isRight ? "right" : "wrong"}"><span aria-hidden="true">${isRight ? "✓" : "✗"}</span><span class="only-read">${(isRight ? RIGHT : WRONG)[language]}</span></span>`;

const RIGHT: Both = { vi: "đạt:", en: "holds:" };
const WRONG: Both = { vi: "không đạt:", en: "fails:" };
