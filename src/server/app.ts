import type { HttpBindings } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { UserError } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import { hasToken, isToken, whereFrom } from "./access.ts";
import { type CalendarText, createFeed } from "./feed.ts";
import type { Health } from "./health.ts";
import type { Metrics } from "./metrics.ts";

export type Web = Hono<{ Bindings: HttpBindings }>;

/** Lets programs on this machine and holders of the token through. */
export type Trusted = MiddlewareHandler<{ Bindings: HttpBindings }>;

/** Adds what else is shown; all of it belongs behind `trusted`. */
export type Page = (app: Web, trusted: Trusted) => void;

export interface AppOptions {
  readonly health: Health;
  readonly metrics: Metrics;
  /** Absent: there is no feed. */
  readonly calendar?: CalendarText | undefined;
  readonly page?: Page | undefined;
  /** What is not there yet will be, in a moment. */
  readonly isStarting?: boolean;
  /** Opens what is otherwise open on this machine only. */
  readonly token: string | undefined;
  /** "https://bot.example.org" */
  readonly publicUrl: string | undefined;
  readonly log: Log;
  readonly refer: () => string;
  readonly now: () => number;
}

/** Nobody sends us more than a form. */
const MOST_BYTES = 65_536;

const STARTING = "Bot đang khởi động: hãy thử lại sau giây lát. · The bot is starting: please try again in a moment.";

/** What the bot shows over HTTP, but for what platforms mount beside it. */
export function createApp(options: AppOptions): Web {
  const { health, metrics, calendar, page, isStarting, token, publicUrl, log, refer, now } = options;
  const app: Web = new Hono();
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;

  const trusted: Trusted = async (context, next) => {
    const { incoming } = context.env;
    if (whereFrom(incoming, publicHost) === "local" || hasToken(incoming, token)) return next();
    return context.body(null, 401, { "www-authenticate": "Bearer" });
  };

  app.use(async (context, next) => {
    context.header("x-content-type-options", "nosniff");
    // Addresses may hold the token.
    context.header("referrer-policy", "no-referrer");
    if (whereFrom(context.env.incoming, publicHost) === "foreign") return context.body(null, 421);
    return next();
  });
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: (context) => context.body(null, 413) }));
  app.notFound((context) =>
    isStarting === true ? context.text(STARTING, 503, { "retry-after": "1" }) : context.body(null, 404),
  );
  app.onError((error, context) => {
    // Not now: a state that is away, for one.
    if (error instanceof UserError) return context.text(error.message, 503, { "retry-after": "60" });
    const ref = refer();
    log.error(`${context.req.method} ${context.req.path} failed.`, { ref, event: "http", error });
    return context.text(ref, 500);
  });

  app.get("/livez", (context) => context.text("ok"));
  app.get("/readyz", trusted, async (context) => {
    const readiness = await health.look();
    return context.json(readiness, readiness.ready ? 200 : 503, { "cache-control": "no-store" });
  });
  app.get("/metrics", trusted, async (context) =>
    context.body(await metrics.text(), 200, { "content-type": metrics.contentType }),
  );
  if (calendar !== undefined) {
    const feed = createFeed(calendar, now);
    app.get("/calendar.ics", trusted, feed);
    // Calendars send no headers of one's own.
    app.get("/calendar/:file{.+\\.ics}", (context) =>
      isToken(context.req.param("file").slice(0, -".ics".length), token) ? feed(context) : context.notFound(),
    );
  }
  page?.(app, trusted);
  return app;
}
