// Plain JavaScript, loaded before any TypeScript (node --import), so that an older Node says one sentence, not a stack trace.
import { existsSync } from "node:fs";
import module from "node:module";

const NEEDED = 24;

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  console.error(
    `Liên Thành cần Node ${NEEDED} trở lên, máy đang dùng ${process.versions.node}: chạy "npm ci" rồi dùng các lệnh npm. · ` +
      `Liên Thành needs Node ${NEEDED} or later and this is ${process.versions.node}: run "npm ci", then use the npm commands.`,
  );
  process.exit(1);
}

// node --env-file-if-exists would complain on every run where there is no .env.
if (existsSync(".env")) process.loadEnvFile(".env");

// Stripped and compiled code is kept between runs, which saves a third of the time of one question.
module.enableCompileCache();
