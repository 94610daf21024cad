/** What came back from an address. */
export interface Came {
  readonly status: number;
  readonly headers: Headers;
  /** Empty where it was no JSON. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The same where it was a list. */
  readonly list: readonly unknown[];
  /** When it came, by our clock: epoch milliseconds. */
  readonly at: number;
}

/** The same, or why nothing came. */
export type Reached = Came | { readonly status: undefined; readonly reason: string };

const PATIENCE_MS = 10_000;

/** One request, never repeated. */
export async function reach(url: string, init: RequestInit = {}): Promise<Reached> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    const at = Date.now();
    const body: unknown = await response.json().catch(() => undefined);
    const list = Array.isArray(body) ? body : [];
    const { status, headers } = response;
    return { status, headers, body: typeof body === "object" && body !== null ? { ...body } : {}, list, at };
  } catch (error) {
    return { status: undefined, reason: reasonOf(error) };
  }
}

/** The innermost reason: "fetch failed" says nothing, ECONNREFUSED does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
