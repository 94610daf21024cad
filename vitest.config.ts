import { statfsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const MEMORY = "/dev/shm";
const ROOMY_BYTES = 1e9;

/** Where there is such memory, and enough of it. */
function isRoomy(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOMY_BYTES;
  } catch {
    return false;
  }
}

// Tests start processes, databases and browsers, also on a machine that does much else at once. Files share what they import:
// most of the time would go into loading the same bot again and again. What they write lies in memory: a test may kill a
// process, but not the computer, and need not wait for its disk. Young objects have room, as most of a test's don't get old.
export default defineConfig({
  test: {
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    execArgv: ["--max-semi-space-size=64"],
    env: isRoomy() ? { TMPDIR: MEMORY } : {},
  },
});
