import type { Answer, Status } from "../core/answer.ts";
import type { Bot } from "../core/bot.ts";
import { guarded } from "../core/guarded.ts";

/** What became of one request, without what was asked and by whom. */
export interface Answering {
  readonly ref: string;
  /** One of the bot's commands, as it was understood; "other" where it is none. */
  readonly command: string;
  /** failed: a bug of ours. */
  readonly status: Status | "failed";
  readonly ms: number;
}

export interface Observer {
  /** A reference that no other request has. */
  refer(): string;
  /** Milliseconds of a clock that is never set back. */
  clock(): number;
  answered(answering: Answering): void;
  /** A bug, and the reference that the person was told. */
  failed(error: unknown, ref: string): void;
}

/** The same bot, guarded, and each answer is told to the observer when it is made. */
export function observed(bot: Bot, { refer, clock, answered, failed }: Observer): Bot {
  const names = new Map(
    bot.commands.flatMap((one) => [one.name, one.names.vi, one.names.en].map((name) => [name, one.name])),
  );

  /** Each request has a guard of its own, so that an answer and a failure go by one reference. */
  const attend = (command: string) => {
    const ref = refer();
    const begun = clock();
    let isBroken = false;
    const report = (error: unknown): void => {
      isBroken = true;
      failed(error, ref);
    };
    const told = (answer: Answer): Answer => {
      // What was typed as a command is not told either.
      const name = names.get((answer.invocation?.command ?? command).toLowerCase()) ?? "other";
      answered({ ref, command: name, status: isBroken ? "failed" : answer.status, ms: clock() - begun });
      return answer;
    };
    return { asked: guarded(bot, report, () => ref), told };
  };

  return {
    ...guarded(bot, failed, refer),
    answer(request) {
      const { asked, told } = attend(request.command);
      return told(asked.answer(request));
    },
    run(invocation, now, previous) {
      const { asked, told } = attend(invocation.command);
      return told(asked.run(invocation, now, previous));
    },
    perform(request) {
      const { asked, told } = attend(request.command);
      const answer = asked.perform(request);
      return answer instanceof Promise ? answer.then(told) : told(answer);
    },
  };
}
