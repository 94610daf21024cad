import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Diagnostic {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly message: string;
  /** 1 is an error. */
  readonly severity?: number;
}

/** The server that editors run for YAML, as an editor drives it. */
export interface LanguageServer {
  /** Opens a file that need not lie on the disk, and waits for what the server says of it. */
  open(file: string, text: string): Promise<readonly Diagnostic[]>;
  hover(file: string, at: Position): Promise<string>;
  complete(file: string, at: Position): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** What an editor would have in its settings; nothing is fetched from outside. */
const SETTINGS = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };

type Message = {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
};

export async function startLanguageServer(): Promise<LanguageServer> {
  const require = createRequire(import.meta.url);
  const program = require.resolve("yaml-language-server/bin/yaml-language-server");
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: "pipe" });
  const answers = new Map<number, (result: unknown) => void>();
  const diagnosed = new Map<string, (found: readonly Diagnostic[]) => void>();
  let asked = 0;

  const send = (message: object): void => write(child, { jsonrpc: "2.0", ...message });
  const notify = (method: string, params: object): void => send({ method, params });
  const request = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve) => {
      asked += 1;
      answers.set(asked, resolve);
      send({ id: asked, method, params });
    });

  onMessage(child, (message) => {
    const { id, method, params, result } = message;
    if (method === undefined) answers.get(Number(id))?.(result);
    else if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      diagnosed.get(uri)?.(diagnostics);
    } else if (method === "workspace/configuration") {
      const { items } = params as { items: readonly { section?: string }[] };
      send({ id, result: items.map(({ section }) => (section === "yaml" ? SETTINGS : {})) });
    } else if (id !== undefined) send({ id, result: null });
  });

  await request("initialize", { processId: process.pid, rootUri: null, capabilities: CAPABILITIES });
  notify("initialized", {});

  const uriOf = (file: string): string => pathToFileURL(file).href;
  return {
    open: (file, text) => {
      const uri = uriOf(file);
      const found = new Promise<readonly Diagnostic[]>((resolve) => diagnosed.set(uri, resolve));
      notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
      return found;
    },
    hover: async (file, position) => {
      const result = await request("textDocument/hover", { textDocument: { uri: uriOf(file) }, position });
      return (result as { contents?: { value?: string } } | null)?.contents?.value ?? "";
    },
    complete: async (file, position) => {
      const result = await request("textDocument/completion", { textDocument: { uri: uriOf(file) }, position });
      const items = Array.isArray(result)
        ? result
        : ((result as { items?: readonly { label: string }[] })?.items ?? []);
      return (items as readonly { label: string }[]).map(({ label }) => label);
    },
    stop: async () => {
      await request("shutdown", {});
      const ended = new Promise((resolve) => child.once("close", resolve));
      notify("exit", {});
      await ended;
    },
  };
}

const CAPABILITIES = {
  workspace: { configuration: true },
  textDocument: {
    publishDiagnostics: {},
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: { completionItem: { snippetSupport: false, documentationFormat: ["markdown"] } },
  },
};

function write(child: ChildProcessWithoutNullStreams, message: object): void {
  const body = JSON.stringify(message);
  child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** Messages follow each other in the stream, each after a header with its length in bytes. */
function onMessage(child: ChildProcessWithoutNullStreams, heard: (message: Message) => void): void {
  let rest = Buffer.alloc(0);
  child.stdout.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, Math.max(0, end)).toString())?.[1]);
      if (end === -1 || rest.length < end + 4 + length) return;
      heard(JSON.parse(rest.subarray(end + 4, end + 4 + length).toString("utf8")));
      rest = rest.subarray(end + 4 + length);
    }
  });
}
