import { type Document, LineCounter, parseDocument } from "yaml";

/** A YAML file that has been read as a tree, with the means to say where something stands in it. */
export interface Page {
  readonly file: string;
  /** NFC, without a byte order mark: all positions count in this text. */
  readonly text: string;
  readonly counter: LineCounter;
  readonly document: Document.Parsed;
}

/** Reads YAML 1.2 strictly. Syntax errors are in `document.errors` and `document.warnings`; nothing is thrown. */
export function openPage(file: string, raw: string): Page {
  const text = raw.normalize("NFC").replace(/^\uFEFF/, "");
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    resolveKnownTags: false,
    stringKeys: true,
    version: "1.2",
  });
  return { file, text, counter, document };
}
