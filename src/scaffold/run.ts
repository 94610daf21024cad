import { UserError } from "../core/errors.ts";
import { printableLines } from "../platforms/console/printable.ts";
import { type ScaffoldSettings, scaffold } from "./index.ts";

/** `npm run new -- …` on this process's terminal or pipes: one clear text and exit code 1 where nothing was made. */
export async function makeNew(
  kind: string | undefined,
  words: readonly string[],
  settings: ScaffoldSettings,
): Promise<void> {
  const { stdin, stdout, stderr } = process;
  const interactive = stdin.isTTY === true && stderr.isTTY === true;
  try {
    await scaffold(kind, words, settings, { input: stdin, output: stdout, talk: stderr, interactive });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(printableLines(error.message));
    process.exitCode = 1;
  }
}
