import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";
import { CACHE } from "../sources.ts";

const DEBIANS = "/usr/bin/chromium";

/** A browser, from npm alone or else from the machine, or why there is none. */
export async function launch(): Promise<{ readonly browser: Browser } | { readonly why: string }> {
  const reasons: string[] = [];
  for (const start of [startPacked, startInstalled]) {
    try {
      return { browser: await start() };
    } catch (error) {
      reasons.push(String(error).slice(0, 500));
    }
  }
  return { why: reasons.join("\n") };
}

/** The tests are root where they run in a container, and Chromium's own sandbox wants more than a container allows. */
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];

const startInstalled = (): Promise<Browser> => chromium.launch({ executablePath: DEBIANS, args: ARGS });

/** It brings the libraries that only a machine with a browser has, and a font for one that has none. */
async function startPacked(): Promise<Browser> {
  const home = await unpacked();
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(home, "al2023", "lib"),
    FONTCONFIG_FILE: join(home, "fonts.conf"),
  } as Record<string, string>;
  return chromium.launch({ executablePath: join(home, "chromium"), args: ARGS, env });
}

/** Unpacked once for each version, where caches of packages lie; by whole folders, so that nobody finds half of it. */
async function unpacked(): Promise<string> {
  const main = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
  const packed = join(main, "..", "..");
  const { version } = JSON.parse(await readFile(join(packed, "package.json"), "utf8"));
  const home = join(CACHE, `chromium-${version}`);
  if (existsSync(home)) return home;
  await mkdir(CACHE, { recursive: true });
  const { TMPDIR } = process.env;
  const making = await mkdtemp(`${home}-`);
  try {
    // The package unpacks to wherever temporary files go.
    process.env.TMPDIR = making;
    for (const name of ["chromium.br", "al2023.tar.br", "fonts.tar.br"]) await inflate(join(packed, "bin", name));
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  await writeFile(join(making, "fonts.conf"), fontSettings(join(home, "fonts")));
  await rename(making, home).catch(() => rm(making, { recursive: true }));
  return home;
}

const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}</dir></fontconfig>
`;
