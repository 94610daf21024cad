import { Command, CommanderError, Option } from "commander";
import { readConfig } from "./config.ts";
import { UserError } from "./core/errors.ts";
import type { Language } from "./core/language.ts";
import { complaintOf, helpIn, TEXTS } from "./terminal/texts.ts";

// Every command is imported when it is run: one question should not wait for what only check or eval need.

interface Flags {
  readonly knowledge: string;
  readonly lang?: Language;
  readonly at?: number;
  readonly json?: true;
  readonly stdin?: true;
}

interface AnnounceFlags {
  readonly platform?: string;
  readonly against?: string;
  readonly days?: number;
}

interface DiffFlags {
  readonly against: string;
  readonly questions?: readonly string[];
  readonly markdown?: true;
  readonly failOn?: string;
}

/** The settings that all commands take. */
const settings = ({ knowledge, lang, at, json, stdin }: Flags) => ({
  knowledge,
  language: lang ?? config.language,
  forced: lang,
  at,
  json: json === true,
  stdin: stdin === true,
});

const config = readConfig();
const language = languageAskedFor(process.argv) ?? config.language;

function languageAskedFor(argv: readonly string[]): Language | undefined {
  const text = argv.join("\n");
  const lang = /^--lang[\n=](vi|en)$/m.exec(text)?.[1];
  return lang === "vi" || lang === "en" ? lang : undefined;
}

async function run(argv: readonly string[]): Promise<void> {
  const { readMoment } = await import("./terminal/moment.ts");
  const say = (text: { readonly vi: string; readonly en: string }): string => text[language];
  const program = new Command("lien-thanh").description(say(TEXTS.program));

  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option("--knowledge <dir>", say(TEXTS.knowledge), config.knowledge)
      .addOption(new Option("--lang <vi|en>", say(TEXTS.lang)).choices(["vi", "en"]))
      .addOption(new Option("--at <time>", say(TEXTS.at)).argParser((text) => readMoment(text) ?? wrongTime()));

  command("ask", say(TEXTS.ask))
    .argument("[question...]", say(TEXTS.question))
    .option("--json", say(TEXTS.askJson))
    .option("--stdin", say(TEXTS.stdin))
    .action(async (words: string[], flags: Flags) =>
      (await import("./terminal/ask.ts")).ask(words.join(" "), settings(flags)),
    );
  command("chat", say(TEXTS.chat)).action(async (flags: Flags) =>
    (await import("./terminal/chat.ts")).openChat(settings(flags)),
  );
  command("check", say(TEXTS.check))
    .option("--json", say(TEXTS.json))
    .action(async (flags: Flags) => {
      const { check } = await import("./terminal/check.ts");
      process.exitCode = await check({ ...settings(flags), say: console.log, complain: console.error });
    });
  command("eval", say(TEXTS.eval))
    .argument("<file...>", say(TEXTS.file))
    .option("--json", say(TEXTS.json))
    .action(async (files: string[], flags: Flags) =>
      (await import("./terminal/eval.ts")).evaluateFiles(files, settings(flags)),
    );

  command("new", say(TEXTS.new))
    .argument("[kind]", say(TEXTS.kind))
    .argument("[words...]", say(TEXTS.kindWords))
    .allowUnknownOption()
    .action(async (kind: string | undefined, words: string[], flags: Flags) =>
      (await import("./scaffold/run.ts")).makeNew(kind, words, {
        knowledge: flags.knowledge,
        usual: config.knowledge,
        language: flags.lang ?? config.language,
        now: flags.at ?? Date.now(),
      }),
    );
  command("announce", say(TEXTS.announce))
    .argument("<action>", say(TEXTS.announceAction))
    .option("--json", say(TEXTS.json))
    .option("--platform <slack|discord>", say(TEXTS.announceAt))
    .option("--against <folder|commit>", say(TEXTS.against))
    .option("--days <number>", say(TEXTS.days), readDays)
    .action((action: string, flags: Flags & AnnounceFlags) =>
      orSentence(async () =>
        (await import("./announce/index.ts")).announce(action, { ...settings(flags), ...flags, ...printing(flags) }),
      ),
    );
  command("diff", say(TEXTS.diff))
    .option("--against <folder|commit>", say(TEXTS.diffAgainst), "HEAD")
    .option("--questions <file...>", say(TEXTS.questions))
    .option("--json", say(TEXTS.json))
    .option("--markdown", say(TEXTS.markdown))
    .option("--fail-on <answers>", say(TEXTS.failOn), readFailOn)
    .action((flags: Flags & DiffFlags) =>
      orSentence(async () => {
        process.exitCode = await (await import("./diff/index.ts")).diff({
          ...settings(flags),
          against: flags.against,
          format: flags.json === true ? "json" : flags.markdown === true ? "markdown" : "text",
          questions: flags.questions ?? [],
          failOnAnswers: flags.failOn !== undefined,
          mostAsked: async (complain) => (await import("./diff/most-asked.ts")).mostAsked(complain),
          width: Math.min(process.stdout.columns ?? 120, 160),
          say: console.log,
          complain: console.error,
        });
      }),
    );
  command("doctor", say(TEXTS.doctor))
    .option("--json", say(TEXTS.json))
    .action((flags: Flags) =>
      orSentence(async () =>
        (await import("./doctor/index.ts")).doctor(
          { ...config, knowledge: flags.knowledge },
          settings(flags).language,
          { json: flags.json === true },
        ),
      ),
    );
  command("state", say(TEXTS.state))
    .argument("<action>", say(TEXTS.announceAction))
    .argument("[file]", say(TEXTS.stateFile))
    .option("--force", say(TEXTS.force))
    .action((action: string, file: string | undefined, flags: Flags & { readonly force?: true }) =>
      orSentence(async () =>
        (await import("./operate/state.ts")).keepState(action, file, {
          language: settings(flags).language,
          force: flags.force === true,
          say: console.log,
        }),
      ),
    );
  command("publish", say(TEXTS.publish))
    .argument("<platform>", say(TEXTS.platform))
    .argument("[words...]", say(TEXTS.platformWords))
    .allowUnknownOption()
    .action(async (platform: string, words: string[]) =>
      (await import("./publish/run.ts")).publish(platform, words, config),
    );

  for (const one of [program, ...program.commands])
    one
      .exitOverride()
      .configureOutput({ outputError: () => {} })
      .configureHelp(helpIn(language))
      // What a kind takes is told by the kind.
      .helpOption(one.name() === "new" ? false : "-h, --help", say(TEXTS.help))
      .helpCommand(false);
  await program.parseAsync(argv);
}

const printing = (flags: Flags) => ({ json: flags.json === true, say: console.log });

function readDays(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new CommanderError(1, "lien-thanh.days", "");
  return Number(text);
}

function readFailOn(text: string): string {
  if (text !== "answers") throw new CommanderError(1, "lien-thanh.fail-on", "");
  return text;
}

/** What the person can mend is one sentence and exit code 1. */
async function orSentence(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function wrongTime(): never {
  throw new CommanderError(1, "lien-thanh.time", "");
}

// A reader that has seen enough closes the pipe: `ask --stdin … | head -1`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await run(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode;
  if (error.exitCode !== 0 && error.code !== "commander.help") console.error(complaintOf(error, language));
}
