import { Command, CommanderError, Option } from "commander";
import { readConfig } from "./config.ts";
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
    .action(async (flags: Flags) => (await import("./terminal/check.ts")).check(settings(flags)));
  command("eval", say(TEXTS.eval))
    .argument("<file...>", say(TEXTS.file))
    .option("--json", say(TEXTS.json))
    .action(async (files: string[], flags: Flags) =>
      (await import("./terminal/eval.ts")).evaluateFiles(files, settings(flags)),
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
      .helpOption("-h, --help", say(TEXTS.help))
      .helpCommand(false);
  await program.parseAsync(argv);
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
