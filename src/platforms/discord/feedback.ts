import { inCode } from "./escape.ts";
import type { Feedback } from "./talk.ts";

/** Counts what was thought of answers and says so in the log. */
export function createFeedback(log: (line: string) => void): (feedback: Feedback) => void {
  const count = { useful: 0, useless: 0 };
  return ({ useful, code, reason }) => {
    if (reason === undefined) count[useful ? "useful" : "useless"] += 1;
    const said = reason === undefined ? "" : ` “${inCode(reason)}”`;
    log(`Discord: ${useful ? "👍" : "👎"} ${code}${said} (👍 ${count.useful}, 👎 ${count.useless})`);
  };
}
