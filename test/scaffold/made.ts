import { PassThrough } from "node:stream";
import { UserError } from "../../src/core/errors.ts";
import { scaffold } from "../../src/scaffold/index.ts";

export interface Made {
  /** What was made: the paths, or the text. */
  readonly output: string;
  /** Questions and warnings. */
  readonly talk: string;
  /** What stopped it, in words for people. */
  readonly refusal: string | undefined;
}

interface Given {
  readonly folder: string;
  /** One answer a line, as out of a pipe. */
  readonly answers?: readonly string[];
  readonly language?: "vi" | "en";
  readonly interactive?: boolean;
}

export const NOW = Date.UTC(2025, 5, 1);

/** `npm run new -- KIND …WORDS`, with everything that it said. */
export async function make(
  kind: string | undefined,
  words: readonly string[],
  { folder, answers = [], language = "vi", interactive = false }: Given,
): Promise<Made> {
  const [input, output, talk] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const [said, asked] = [collect(output), collect(talk)];
  input.end(answers.map((answer) => `${answer}\n`).join(""));
  const settings = { knowledge: folder, usual: folder, language, now: NOW };
  const refusal = await scaffold(kind, words, settings, { input, output, talk, interactive }).then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      return error.message;
    },
  );
  return { output: said(), talk: asked(), refusal };
}

function collect(stream: PassThrough): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}
