import { commands } from "../../commands/index.ts";
import type { Config } from "../config.ts";
import { UserError } from "../core/errors.ts";
import { publishers } from "./index.ts";

/** `npm run publish -- NAME …`: one sentence and exit code 1 where it can't be done. */
export async function publish(name: string, words: readonly string[], config: Config): Promise<void> {
  try {
    const publisher = publishers.find((one) => one.name === name);
    if (publisher === undefined) throw new UserError(NO_SUCH[config.language](name));
    await publisher.publish({ commands, config, words, say: console.log });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

const known = (): string => publishers.map(({ name }) => name).join(", ");

const NO_SUCH = {
  vi: (name: string) => `Không có nền tảng “${name}”. Chọn một trong: ${known()}.`,
  en: (name: string) => `There is no platform “${name}”. Choose one of: ${known()}.`,
} as const;
