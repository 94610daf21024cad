import type { Complaint } from "./check.ts";

/** What the server answers to a call. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What happens to a call: another answer, or it is carried out, and perhaps nobody hears of it. */
export type Fault = Reply | "connection lost" | "no answer" | "all right";

export const refusal = (status: number, code: number, message: string): Reply => ({ status, body: { code, message } });

/** Discord's "Invalid Form Body", with its nested errors. */
export function invalid(complaints: readonly Complaint[]): Reply {
  const errors = Object.fromEntries(
    complaints.map(({ path, message }) => [path || "body", { _errors: [{ code: "INVALID", message }] }]),
  );
  return { status: 400, body: { code: 50035, message: "Invalid Form Body", errors } };
}

/** Too many requests; try again after so many seconds. */
export const limited = (retryAfter: number, global = false): Reply => ({
  status: 429,
  body: { message: "You are being rate limited.", retry_after: retryAfter, global },
  headers: {
    ...(retryAfter > 0 ? { "retry-after": String(retryAfter) } : {}),
    "x-ratelimit-scope": global ? "global" : "user",
    ...(global ? { "x-ratelimit-global": "true" } : {}),
  },
});
