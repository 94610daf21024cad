import { AsyncLocalStorage } from "node:async_hooks";
import { DefaultRestOptions, REST } from "discord.js";
import { inTime } from "../../core/in-time.ts";

/** Where and with what the bot talks to Discord over HTTP alone, without its gateway. */
export interface Access {
  readonly token: string;
  /** Another server than Discord's, with the path of its API. */
  readonly api?: string | undefined;
  /** How long one request may take; 15 seconds unless told otherwise. */
  readonly timeoutMs?: number | undefined;
}

type Route = `/${string}`;

/** Requests that are tried once. They reject with what the library says; outcomes.ts tells what that means. */
export interface Calls {
  get<T>(route: Route, query?: Readonly<Record<string, string>>): Promise<T>;
  /** Where `mayStillSend` says no in the last moment, nothing is sent. */
  post<T>(route: Route, body: object, mayStillSend?: () => boolean): Promise<T>;
  patch<T>(route: Route, body: object): Promise<T>;
}

/** Longer waits are for whoever called. */
const LONGEST_WAIT_MS = 1000;

/** Each time it is called it gives requests for one purpose, which all together take little longer than one may. */
export function createRest({ token, api, timeoutMs = 15_000 }: Access): () => Calls {
  // The library takes one way of sending for all requests.
  const sending = new AsyncLocalStorage<(() => boolean) | undefined>();
  const rest = new REST({
    ...(api === undefined ? {} : { api }),
    timeout: timeoutMs,
    retries: 0,
    // Where Discord does not say how long to wait, the library would ask again at once, for ever.
    rejectOnRateLimit: ({ retryAfter }) => retryAfter <= 0 || retryAfter > LONGEST_WAIT_MS,
    makeRequest(url, init) {
      const mayStillSend = sending.getStore();
      return mayStillSend === undefined
        ? DefaultRestOptions.makeRequest(url, init)
        : inTime(fetch, mayStillSend)(url, init as RequestInit);
    },
  });
  // After one refusal the library forgets the token.
  const ready = (): REST => rest.setToken(token);
  return () => {
    const signal = AbortSignal.timeout(timeoutMs + 5000);
    return {
      get: async <T>(route: Route, query = {}) =>
        (await ready().get(route, { signal, query: new URLSearchParams(query) })) as T,
      post: <T>(route: Route, body: object, mayStillSend?: () => boolean) =>
        sending.run(mayStillSend, async () => (await ready().post(route, { signal, body })) as T),
      patch: async <T>(route: Route, body: object) => (await ready().patch(route, { signal, body })) as T,
    };
  };
}
