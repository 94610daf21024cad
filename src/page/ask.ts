import { html } from "hono/html";
import type { Answer } from "../core/answer.ts";
import { readCode } from "../core/invocation-code.ts";
import type { Both } from "../core/language.ts";
import { answerSection } from "./answer.ts";
import { askAddress, codeOf } from "./asking.ts";
import { type Html, NOTHING } from "./html.ts";
import { previews } from "./preview/previews.ts";
import { asked, type Shown, type View } from "./view.ts";

const LONGEST = 2000;
const EXAMPLES = 6;

/** The question box; with a question (`?q=`) or a button's code (`?code=`) also the answer. */
export async function askPage(view: View): Promise<Shown> {
  const { language } = view;
  const question = asked(view, "q").slice(0, LONGEST);
  const answered = answerOf(question, view);
  const isEmpty = answered === undefined;
  const after = isEmpty ? undefined : followCode(answered.answer, view);
  return {
    title: isEmpty ? TITLE[language] : `${question || TITLE[language]}`,
    main: html`<h1${isEmpty ? NOTHING : html` class="small"`}>${HEADING[language]}</h1>
      ${box(question, after, view)}
      ${isEmpty ? examples(view) : html`${await answerSection(answered.answer, view)}${await previews(answered.answer, answered.page, view)}`}`,
  };
}

const TITLE: Both = { vi: "Hỏi", en: "Ask" };
const HEADING: Both = { vi: "Hỏi như cán bộ sẽ hỏi", en: "Ask as staff would" };

interface Answered {
  readonly answer: Answer;
  /** From 1. */
  readonly page: number;
}

function answerOf(question: string, view: View): Answered | undefined {
  const { snapshot, language, now } = view;
  const { bot, knowledge } = snapshot;
  const pressed = readCode(asked(view, "code"), bot.commands, knowledge);
  if (pressed !== undefined) return { answer: bot.run(pressed.invocation, now), page: pressed.page };
  if (question === "") return undefined;
  const previous = readCode(asked(view, "after"), bot.commands, knowledge)?.invocation;
  const [, command, input] = /^\/(\S+)\s*([\s\S]*)$/.exec(question) ?? [];
  const request = command === undefined ? { command: "ask", input: question } : { command, input: input ?? "" };
  return { answer: bot.answer({ ...request, language, previous, now }), page: 1 };
}

/** By which the next question follows this answer, as in a conversation; none where nothing was understood. */
const followCode = ({ invocation }: Answer, view: View): string | undefined =>
  invocation === undefined || invocation.command === "ask" ? undefined : codeOf(invocation, view);

const box = (question: string, after: string | undefined, { language }: View): Html =>
  html`<form class="ask" action="/#answer" method="get">
    <label for="q">${LABEL[language]}</label>
    <div class="row">
      <input id="q" name="q" type="search" value="${question}" maxlength="${LONGEST}" autocomplete="off" required aria-describedby="q-hint"${question === "" ? html` autofocus` : NOTHING}>
      <button>${SUBMIT[language]}</button>
    </div>
    <p id="q-hint" class="hint">${HINT[language]}</p>
    ${after === undefined ? NOTHING : html`<label class="check"><input type="checkbox" name="after" value="${after}"> ${AFTER[language]}</label>`}
  </form>`;

const LABEL: Both = { vi: "Câu hỏi", en: "Your question" };
const SUBMIT: Both = { vi: "Hỏi", en: "Ask" };
const HINT: Both = {
  vi: "Có dấu, không dấu hay gõ tắt đều được; “/tên-lệnh …” cũng được. Câu hỏi ở trang này không được ghi lại.",
  en: "In plain words, with or without marks; “/command …” works too. Questions on this page are not kept.",
};
const AFTER: Both = {
  vi: "Hỏi nối tiếp câu trả lời dưới đây, như trong một luồng chat",
  en: "Follow up on the answer below, as in a thread",
};

/** Golden questions that have an answer and are written with care, from all over the files. */
function examples({ snapshot, language }: View): Html {
  const fitting = snapshot.knowledge.questions.filter(
    ({ q, expect, lang, at }) =>
      expect === "answered" && at === undefined && (lang ?? language) === language && /^\p{Lu}.*\?$/u.test(q),
  );
  const step = Math.max(1, Math.floor(fitting.length / EXAMPLES));
  const some = fitting.filter((_, at) => at % step === 0).slice(0, EXAMPLES);
  if (some.length === 0) return NOTHING;
  return html`<section aria-labelledby="examples">
    <h2 id="examples">${EXAMPLE_HEADING[language]}</h2>
    <ul class="questions">${some.map(({ q }) => html`<li><a href="${askAddress(q)}">${q}</a></li>`)}</ul>
  </section>`;
}

const EXAMPLE_HEADING: Both = { vi: "Ví dụ", en: "For example" };
