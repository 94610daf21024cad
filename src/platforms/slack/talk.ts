import type { Answer } from "../../core/answer.ts";
import type { Request } from "../../core/bot.ts";
import type { Invocation } from "../../core/invocation.ts";
import type { Language } from "../../core/language.ts";
import type { Questions } from "../../core/questions.ts";
import type { Desk } from "./names.ts";
import type { Lookup, Person } from "./people.ts";
import type { Recent } from "./recent.ts";
import type { Sender } from "./send.ts";

/** What every handler works with. */
export interface Talk {
  readonly desk: Desk;
  readonly send: Sender;
  readonly people: Lookup;
  /** What was answered last in a thread or a direct conversation. */
  readonly conversations: Recent<Invocation>;
  /** Waits until it is this question's turn to be worked out. */
  readonly turn: () => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly rated: Questions["rated"];
  readonly log: (line: string) => void;
}

/** Answers, and keeps what was answered for the next question of the conversation. */
export function answerIn(conversation: string, request: Omit<Request, "previous" | "now">, talk: Talk): Answer {
  const previous = talk.conversations.get(conversation);
  const answer = talk.desk.bot.answer({ ...request, previous, now: talk.now() });
  remember(conversation, answer, talk);
  return answer;
}

export function remember(conversation: string, answer: Answer, { conversations }: Talk): void {
  if (answer.invocation !== undefined && answer.status !== "unknown")
    conversations.set(conversation, answer.invocation);
}

/** A thread, or a direct conversation outside of threads. */
export const conversationOf = (channel: string, thread: string | undefined): string => `${channel}:${thread ?? ""}`;

/** A person's language, Vietnamese where it is not known. */
export const languageFor = ({ language }: Person): Language => language ?? "vi";

/** Something the person can mend, or a bug of ours: of no use to anybody else. */
export const isComplaint = ({ invocation, status }: Answer): boolean =>
  invocation === undefined && status === "unknown";
