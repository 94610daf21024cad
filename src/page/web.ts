import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono, MiddlewareHandler } from "hono";

/** What runs on the bot's server, as the server has it. */
export interface PageEnv {
  readonly Bindings: HttpBindings;
}

export type Web = Hono<PageEnv>;
export type PageContext = Context<PageEnv>;

/** Lets programs on this machine and holders of the token through; refuses others. */
export type Trusted = MiddlewareHandler<PageEnv>;
