import { randomBytes } from "node:crypto";

/** Ids of 19 characters that sort in the order in which this process made them. */
export function createIds(): () => string {
  let last = 0;
  return () => {
    last = Math.max(Date.now() * 1000, last + 1);
    return last.toString(36).padStart(11, "0") + randomBytes(4).toString("hex");
  };
}
