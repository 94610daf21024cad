import { UserError } from "../core/errors.ts";

/** An error for the log: what and where, but none of its other properties: SDKs keep there what people wrote. */
export interface Thrown {
  readonly type: string;
  readonly message: string;
  readonly code?: string | undefined;
  /** Absent where the message says all: the person can mend it. */
  readonly stack?: string | undefined;
  readonly cause?: Thrown | undefined;
}

/** Causes of causes are told as deep as this. */
const DEEPEST = 3;

export function thrownOf(error: unknown, depth = 0): Thrown {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  return {
    type: error.name,
    message: error.message,
    ...("code" in error && { code: String(error.code) }),
    ...(!(error instanceof UserError) && { stack: error.stack }),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: thrownOf(error.cause, depth + 1) }),
  };
}
