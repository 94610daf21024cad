import type { Both } from "../core/language.ts";

/** Text as YAML holds it, whatever is in it: every JSON string is one. */
export const quoted = (text: string): string => JSON.stringify(text);

const WIDEST = 110;

/** A list on one line, or one entry a line where that is long. */
export function listLines(key: string, texts: readonly string[], onOneLine: boolean): string[] {
  const line = `${key}: [${texts.map(quoted).join(", ")}]`;
  if (onOneLine || line.length <= WIDEST) return [line];
  return [`${key}:`, ...texts.map((text) => `  - ${quoted(text)}`)];
}

/** The line that editors find the schema by; the file lies in the kind's folder. */
export const modeline = (folder: string): string => `# yaml-language-server: $schema=../schemas/${folder}.schema.json`;

export const comment = ({ vi, en }: Both): string[] => [`# ${vi}`, `# ${en}`];

export const indented = (lines: readonly string[], by: number): string[] => lines.map((line) => " ".repeat(by) + line);

export const fileOf = (lines: readonly string[]): string => `${lines.join("\n")}\n`;
