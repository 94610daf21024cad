import type { Answer } from "../core/answer.ts";
import type { Bot, Request } from "../core/bot.ts";
import type { Invocation } from "../core/invocation.ts";
import type { Questions } from "../core/questions.ts";

/** The same bot; each question that people on that platform ask is told to whoever keeps questions. */
export function recorded(bot: Bot, platform: string, { asked }: Pick<Questions, "asked">): Bot {
  const commands = new Map(
    bot.commands.flatMap((one) => [one.name, one.names.vi, one.names.en].map((name) => [name, one])),
  );

  /** What the request asks, as it would be typed; nothing where it asks nothing: no such command, or one that does something. */
  function questionOf({ command, input }: Request): string | undefined {
    const found = commands.get(command.toLowerCase());
    if (found === undefined || found.act !== undefined) return undefined;
    const typed = typeof input === "string" ? input : found.name === "ask" ? input.question : named(input);
    const question = found.name === "ask" ? typed : `/${found.name} ${typed}`.trim();
    return question !== undefined && /[\p{L}\p{N}]/u.test(question) ? question : undefined;
  }

  function told<T extends Answer>(request: Request, answer: T): T {
    const question = questionOf(request);
    if (question === undefined) return answer;
    const { status, language, invocation } = answer;
    asked({ ...asking(request, platform), question, status, language, invocation: understood(invocation) });
    return answer;
  }

  function broken(request: Request, error: unknown): never {
    const question = questionOf(request);
    const language = request.language ?? "vi";
    if (question !== undefined) asked({ ...asking(request, platform), question, status: "failed", language });
    throw error;
  }

  return {
    ...bot,
    answer(request) {
      try {
        return told(request, bot.answer(request));
      } catch (error) {
        return broken(request, error);
      }
    },
    perform(request) {
      try {
        const answer = bot.perform(request);
        return answer instanceof Promise ? answer : told(request, answer);
      } catch (error) {
        return broken(request, error);
      }
    },
  };
}

const asking = ({ previous, who, asker }: Request, platform: string) => ({
  platform,
  previous,
  who: who ?? asker?.id,
});

/** A question that is passed on is not understood yet. */
const understood = (invocation: Invocation | undefined): Invocation | undefined =>
  invocation?.command === "ask" ? undefined : invocation;

const named = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => (/^[\w,-]+$/.test(value) ? `${name}:${value}` : `${name}:"${value.replaceAll('"', "")}"`))
    .join(" ");
