import { isAbsolute, join, relative } from "node:path";
import type { Language } from "./core/language.ts";

export interface Config {
  /** The folder of YAML that the bot answers from. */
  readonly knowledge: string;
  /** What the terminal speaks unless told otherwise. */
  readonly language: Language;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PROJECT = join(import.meta.dirname, "..");

/** Our own variables and their defaults, as .env.example explains them. */
export const VARIABLES = { KNOWLEDGE_DIR: "knowledge" } as const;

/** Nothing else reads the environment. A variable that is set but empty counts as not set. */
export function readConfig(environment: Environment = process.env): Config {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return {
    knowledge: environment.KNOWLEDGE_DIR || fromHere(join(PROJECT, VARIABLES.KNOWLEDGE_DIR)),
    language: /^en/i.test(locale) ? "en" : "vi",
  };
}

/** The path as people would type it here, so that problems read "knowledge/places/x.yaml:4:2". */
function fromHere(path: string): string {
  const shorter = relative(process.cwd(), path);
  return shorter === "" || shorter.startsWith("..") || isAbsolute(shorter) ? path : shorter;
}
