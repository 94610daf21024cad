import type { Answer } from "../../core/answer.ts";
import { createRecent } from "./recent.ts";
import { type Manner, type Message, render, type Shown } from "./render.ts";

export type Cards = (answer: Answer, manner: Manner) => Message;

const REMEMBERED = 300;
/** Long answers are rare, and would take much memory. */
const LONGEST_KEY = 10_000;

/** Renders; what is asked again and again is rendered once, as the same answer always looks the same. */
export function createCards(shown: Shown): Cards {
  const cards = createRecent<Message>(REMEMBERED);
  return (answer, manner) => {
    const key = JSON.stringify([answer, manner]);
    if (key.length > LONGEST_KEY) return render(answer, shown, manner);
    const known = cards.get(key);
    if (known !== undefined) return known;
    const card = render(answer, shown, manner);
    cards.set(key, card);
    return card;
  };
}
