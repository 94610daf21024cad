import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A file that the browser gets as it is. */
interface StaticFile {
  readonly name: string;
  /** With a mark that changes with the file, so that it may be kept for good. */
  readonly path: string;
  readonly type: string;
  readonly text: string;
}

export type StaticFiles = ReturnType<typeof readStatic>;

/** In this order: what comes later wins. */
const STYLES = ["base", "frame", "forms", "holds", "lists", "answer", "slack", "discord", "desk", "narrow"];

/** All that the pages need beside themselves: nothing comes from elsewhere. */
export const readStatic = () =>
  ({
    style: fileOf("style.css", "text/css; charset=utf-8", STYLES.map((name) => read(`style/${name}.css`)).join("\n")),
    script: fileOf("live.js", "text/javascript; charset=utf-8", read("live.js")),
    icon: fileOf("icon.svg", "image/svg+xml", read("icon.svg")),
  }) as const;

const read = (name: string): string => readFileSync(new URL(`./static/${name}`, import.meta.url), "utf8");

function fileOf(name: string, type: string, text: string): StaticFile {
  const mark = createHash("sha256").update(text).digest("base64url").slice(0, 12);
  return { name, path: `/page/${name}?v=${mark}`, type, text };
}
