import { defineConfig } from "vitest/config";

// Tests start processes, databases and browsers, also on a machine that does much else at once. Files share what they import:
// most of the time would go into loading the same bot again and again.
export default defineConfig({ test: { isolate: false, testTimeout: 30_000, hookTimeout: 30_000 } });
