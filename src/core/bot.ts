import { type Acts, type Asker, ONLY_IN_CHAT } from "./acting.ts";
import { type Answer, notHeld, type Reply } from "./answer.ts";
import type { Calendar } from "./calendar.ts";
import type { Acting, Command, Context, Option, Options, Ports, Suggestion, Values } from "./command.ts";
import { UserError } from "./errors.ts";
import type { Invocation } from "./invocation.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Language } from "./language.ts";
import { readPeriod } from "./period.ts";

/** What a platform asks of the bot: a command with free text or named values, by somebody, now. */
export interface Request {
  readonly command: string;
  readonly input: string | Readonly<Record<string, string>>;
  /** The person's language where the platform knows it; a question's own language comes first. */
  readonly language?: Language | undefined;
  /** What was answered before in this conversation. */
  readonly previous?: Invocation | undefined;
  /** Who asks, where a chat tells: acting commands want to know. */
  readonly asker?: Asker | undefined;
  /** The same person's id in that chat, for whoever counts people; nothing is answered by it. */
  readonly who?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface Bot {
  readonly commands: readonly Command[];
  readonly calendar: Calendar;
  /** Never rejects on what a person typed: that gives an answer that says what to do. Bugs are thrown. */
  answer(request: Request): Answer;
  run(invocation: Invocation, now: number, previous?: Invocation): Answer;
  /** As `answer`, but what a command does is done. At once for all but acting commands; rejects where the state is away. */
  perform(request: Request): Answer | Promise<Answer>;
  /** What fits an option of a command while it is being typed, best first; nothing where there is no such option. */
  suggest(command: string, option: string, typed: string, language: Language): readonly Suggestion[];
}

/** One bot over one state of the knowledge. Without `acts` acting commands say that they can't. */
export function createBot(knowledge: Knowledge, commands: readonly Command[], ports: Ports, acts?: Acts): Bot {
  const find = (name: string): Command | undefined =>
    commands.find((command) => [command.name, command.names.vi, command.names.en].includes(name.toLowerCase()));

  const run = (invocation: Invocation, now: number, previous?: Invocation): Answer => {
    const command = find(invocation.command);
    const { language } = invocation;
    if (command === undefined) return withLanguage(unknownCommand(invocation.command, commands, language), language);
    let inner: Answer | undefined;
    const context: Context = {
      knowledge,
      language,
      now,
      previous,
      ports,
      commands,
      run: (next) => {
        inner = run(next, now, invocation);
        return inner;
      },
    };
    try {
      const values = withRequired(command, readValues(command, invocation.values, context), context);
      const reply = command.run(typedValues(command, values), context);
      if (inner !== undefined && reply === inner) return inner;
      return { ...reply, language: reply.language ?? language, invocation: { ...invocation, values } };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return withLanguage(notHeld(error.message), language);
    }
  };

  const answer = (request: Request): Answer => {
    const language = request.language ?? "vi";
    const command = find(request.command);
    if (command === undefined) return withLanguage(unknownCommand(request.command, commands, language), language);
    if (command.act !== undefined) return withLanguage(notHeld(ONLY_IN_CHAT[language]), language);
    if (typeof request.input !== "string")
      return run({ command: command.name, values: request.input, language }, request.now, request.previous);
    return answerText(command, request.input, request);
  };

  return {
    commands,
    calendar: ports.calendar,
    run,
    answer,
    perform(request) {
      const command = find(request.command);
      const { asker } = request;
      if (command?.act === undefined || acts === undefined || asker === undefined) return answer(request);
      return act(command, request, acts, asker);
    },
    suggest(command, option, typed, language) {
      const found = find(command)?.options[option];
      return found === undefined ? [] : ports.suggest(found, typed.normalize("NFC"), language);
    },
  };

  async function act(command: Command, request: Request, acts: Acts, asker: Asker): Promise<Answer> {
    const language = request.language ?? "vi";
    const { now } = request;
    const unable = (): never => {
      throw new UserError(ONLY_IN_CHAT[language]);
    };
    const acting: Acting = { knowledge, language, now, ports, commands, run: unable, asker, acts };
    try {
      const raw = typeof request.input === "string" ? readTyped(command, request.input, language) : request.input;
      const values = withRequired(command, readValues(command, raw, acting), acting);
      const reply = await command.act?.(typedValues(command, values), acting);
      return withLanguage(reply ?? unable(), language);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return withLanguage(notHeld(error.message), language);
    }
  }

  function answerText(command: Command, input: string, request: Request): Answer {
    const text = input.normalize("NFC").trim();
    const language = request.language ?? "vi";
    const whole = Object.entries(command.options).find(
      ([, option]) => option.kind === "text" && option.required === true,
    );
    if (whole !== undefined)
      return run({ command: command.name, values: { [whole[0]]: text }, language }, request.now, request.previous);
    const { values, rest } = readArguments(command, text);
    if (rest === "") return run({ command: command.name, values, language }, request.now, request.previous);
    /** "/signers <place>": where the text alone asks for nothing, the way in which the command is asked goes before it. */
    const phrasing = command.asks[0]?.phrasings.find((one) => one !== "")?.replace(/\{[^}]*\}/g, "") ?? "";
    for (const worded of [rest, `${phrasing} ${rest}`]) {
      const understood = ports.understand(worded, { only: command.name, now: request.now });
      if (understood.kind === "invocation")
        return run({ ...understood.invocation, values: { ...understood.invocation.values, ...values } }, request.now);
    }
    const asked = find("ask");
    if (asked === undefined) return withLanguage(unknownCommand("ask", commands, language), language);
    return answerText(asked, text, request);
  }
}

const withLanguage = (reply: Reply, language: Language): Answer => ({ ...reply, language });

function unknownCommand(name: string, commands: readonly Command[], language: Language): Reply {
  const names = commands.map((command) => `/${command.name}`).join(" ");
  return notHeld(
    language === "vi"
      ? `Không có lệnh /${name}. Các lệnh: ${names}`
      : `There is no command /${name}. Commands: ${names}`,
  );
}

const NAMED_VALUE = /([\p{L}\p{M}_-]+)\s*[:=]\s*(?:"([^"]*)"|“([^”]*)”|((?:(?![\p{L}\p{M}_-]+\s*[:=]).)+))/gsu;

/** `name:value`, `name:"a value"` and the rest as free text; a value runs on to the next name. Names in either language. */
export function readArguments(command: Command, text: string): { values: Record<string, string>; rest: string } {
  const values: Record<string, string> = {};
  const rest = text.replace(NAMED_VALUE, (whole: string, name: string, a?: string, b?: string, c?: string) => {
    const option = optionNamed(command, name);
    if (option === undefined) return whole;
    values[option] = (a ?? b ?? c ?? "").trim();
    return " ";
  });
  return { values, rest: rest.trim() };
}

/** "add leads:30,7": what stands without a name is one of the choices. */
function readTyped(command: Command, input: string, language: Language): Record<string, string> {
  const { values, rest } = readArguments(command, input.normalize("NFC").trim());
  if (rest === "") return values;
  const taker = Object.entries(command.options).find(
    ([name, option]) =>
      values[name] === undefined && option.kind === "choice" && choiceNamed(option, rest) !== undefined,
  );
  if (taker !== undefined) return { ...values, [taker[0]]: rest };
  const first = Object.values(command.options).find(({ kind }) => kind === "choice");
  return first === undefined ? values : refuse(first, rest, language);
}

function optionNamed(command: Command, name: string): string | undefined {
  const key = name.toLowerCase();
  return Object.entries(command.options).find(
    ([id, option]) => id === key || option.names.vi === key || option.names.en === key,
  )?.[0];
}

/** Values as ids, notations and keys, whatever a person typed for them. What fits no option is told to the person. */
function readValues(command: Command, raw: Readonly<Record<string, string>>, context: Context): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const text = raw[name];
    if (text === undefined || text === "") continue;
    const parts = option.many === true ? text.split(",").map((part) => part.trim()) : [text];
    values[name] = parts.map((part) => readOne(option, part, context)).join(",");
  }
  return values;
}

const EXAMPLES = 3;

/** What a command cannot do without: the only one there is, or the person is told what to give. */
function withRequired(command: Command, values: Record<string, string>, { ports, language }: Context) {
  const filled = { ...values };
  for (const [name, option] of Object.entries(command.options)) {
    if (option.required !== true || (filled[name] ?? "") !== "") continue;
    const known = option.kind === "entity" ? ports.suggest(option, "", language) : [];
    if (known.length === 1) {
      filled[name] = known[0]?.value ?? "";
      continue;
    }
    if (option.missing !== undefined) throw new UserError(option.missing[language]);
    const examples = known.slice(0, EXAMPLES).map((one) => one.label);
    const like = examples.length === 0 ? "" : `: ${examples.join("; ")}${known.length > EXAMPLES ? " …" : ""}`;
    throw new UserError(
      language === "vi"
        ? `Lệnh /${command.name} cần “${option.names.vi}”${like}.`
        : `The command /${command.name} needs “${option.names.en}”${like}.`,
    );
  }
  return filled;
}

function readOne(option: Option, typed: string, context: Context): string {
  switch (option.kind) {
    case "text":
      return typed;
    case "choice":
      return choiceNamed(option, typed) ?? refuse(option, typed, context.language);
    case "period":
      return readPeriod(typed) === undefined
        ? (context.ports.read(option, typed, context.now) ?? refuse(option, typed, context.language))
        : typed;
    case "entity":
      return context.ports.read(option, typed, context.now) ?? refuse(option, typed, context.language);
  }
}

/** A choice by its key or by what people read for it. */
const choiceNamed = (option: Option, typed: string): string | undefined =>
  Object.entries(option.choices ?? {}).find(([key, { vi, en }]) => [key, vi, en].includes(typed))?.[0];

/** The values as the command's options type them. */
function typedValues(command: Command, values: Readonly<Record<string, string>>): Values<Options> {
  const typed: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const text = values[name];
    const parts = text === undefined ? [] : option.many === true ? text.split(",") : [text];
    const read = option.kind === "period" ? parts.flatMap((part) => readPeriod(part) ?? []) : parts;
    typed[name] = option.many === true ? read : read[0];
  }
  return typed as Values<Options>;
}

function refuse(option: Option, typed: string, language: Language): never {
  const name = option.names[language];
  const vi = language === "vi";
  if (option.kind === "choice") {
    const offered = Object.keys(option.choices ?? {}).join(", ");
    throw new UserError(
      vi
        ? `“${typed}” không hợp với ${name}. Chọn một trong: ${offered}.`
        : `“${typed}” does not fit ${name}. Choose one of: ${offered}.`,
    );
  }
  if (option.kind === "period")
    throw new UserError(
      vi
        ? `“${typed}” không phải là một kỳ. Ví dụ: 2023, 2023-9M, 2023-Q3, 2016..2020.`
        : `“${typed}” is no period. Examples: 2023, 2023-9M, 2023-Q3, 2016..2020.`,
    );
  throw new UserError(
    vi
      ? `Kho tri thức không có ${name} nào tên là “${typed}”.`
      : `The knowledge base has no ${name} called “${typed}”.`,
  );
}
