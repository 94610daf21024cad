import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Answer } from "../../src/core/answer.ts";
import type { KnowledgeStatus } from "../../src/core/living.ts";
import { plain } from "../../src/core/text.ts";
import { begin } from "../../src/living/begin.ts";
import type { CheckedFiles } from "../../src/living/checked.ts";
import { type Kept, keepIn } from "../../src/living/kept.ts";
import { createLiving, type FollowingLiving } from "../../src/living/living.ts";
import { createAssembler } from "../../src/terminal/assemble.ts";
import { NOW } from "../bots.ts";
import { type Files, folderOf, VALID } from "../knowledge-loader/folder.ts";
import { openLog } from "../log/lines.ts";

export interface OpenedLiving {
  readonly living: FollowingLiving;
  readonly folder: string;
  readonly kept: Kept;
  /** Lines of the log. */
  readonly said: () => readonly string[];
  ask(question: string): Answer;
  /** What the bot says. */
  answer(question: string): string;
  write(name: string, text: string): Promise<void>;
  /** As careful editors save: another file that takes the place of the old one. */
  save(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** The first status from now on of which this holds. */
  until(holds: (status: KnowledgeStatus) => boolean): Promise<KnowledgeStatus>;
  stop(): Promise<void>;
}

/** A bot that follows a new folder with these files, or the folder of that name. */
export async function openLiving(
  files: Files | string = VALID,
  { state, quietMs = 20, checked }: { state?: string; quietMs?: number; checked?: CheckedFiles } = {},
): Promise<OpenedLiving> {
  const folder = typeof files === "string" ? files : await folderOf(files);
  const stateFolder = state ?? (await mkdtemp(join(tmpdir(), "state-")));
  const kept = keepIn(stateFolder, folder);
  const begun = await begin(folder, kept, checked);
  if ("refused" in begun) throw new Error(begun.refused.map(({ message }) => message.en).join("\n"));
  const { log, told } = await openLog({ secrets: [] });
  const living = await createLiving({ folder, begun, kept, assembler: createAssembler(), now: Date.now, log, quietMs });
  living.start();
  await living.reload();

  const ask = (input: string): Answer => living.current().bot.answer({ command: "ask", input, now: NOW });
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  return {
    living,
    folder,
    kept,
    said: () => told().map(({ message }) => message),
    ask,
    answer: (question) => plain(ask(question).headline),
    write,
    async save(name, text) {
      await write(`${name}~`, text);
      await rename(join(folder, `${name}~`), join(folder, name));
    },
    remove: (name) => rm(join(folder, name), { recursive: true, force: true }),
    until: (holds) =>
      new Promise((resolve) => {
        const unfollow = living.follow((status) => {
          if (!holds(status)) return;
          unfollow();
          resolve(status);
        });
      }),
    async stop() {
      await living.stop();
      await rm(folder, { recursive: true, force: true });
      if (state === undefined) await rm(stateFolder, { recursive: true, force: true });
    },
  };
}
