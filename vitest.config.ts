import { defineConfig } from "vitest/config";

// Tests start processes, databases and browsers, also on a machine that does much else at once.
export default defineConfig({ test: { testTimeout: 30_000, hookTimeout: 30_000 } });
