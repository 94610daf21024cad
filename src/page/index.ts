import { Hono, type MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { html } from "hono/html";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import type { Both } from "../core/language.ts";
import { perSnapshot } from "../core/living.ts";
import { askPage } from "./ask.ts";
import { calendarPage } from "./calendar.ts";
import { createChanges } from "./changes.ts";
import type { PageDesk } from "./desk.ts";
import { gapsPage, MOST as MOST_GAPS } from "./gaps.ts";
import { createCatalogue } from "./knowledge/catalogue.ts";
import { figuresPage } from "./knowledge/figures.ts";
import { itemPage } from "./knowledge/item.ts";
import { isKindFolder } from "./knowledge/kinds.ts";
import { kindPage, knowledgePage } from "./knowledge/list.ts";
import { documentOf } from "./layout.ts";
import { mannerOf } from "./manner.ts";
import { problemsPage } from "./problems.ts";
import { createSessions } from "./session.ts";
import { createSignIn } from "./sign-in.ts";
import { readStatic } from "./static.ts";
import type { Shown, View } from "./view.ts";
import type { PageContext, PageEnv, Trusted, Web } from "./web.ts";

type Making = (view: View, context: PageContext) => Shown | Promise<Shown>;

/** Every page by its path. */
const PAGES: Readonly<Record<string, Making>> = {
  "/": askPage,
  "/knowledge": knowledgePage,
  "/knowledge/figures": figuresPage,
  "/knowledge/:kind": (view, { req }) => {
    const kind = req.param("kind") ?? "";
    return isKindFolder(kind) ? kindPage(view, kind) : notThere(view);
  },
  "/knowledge/:kind/:id": (view, { req }) => {
    const kind = req.param("kind") ?? "";
    const item = isKindFolder(kind) ? view.catalogue.get(kind, req.param("id") ?? "") : undefined;
    return item === undefined ? notThere(view) : itemPage(view, item);
  },
  "/problems": problemsPage,
  "/calendar": calendarPage,
  "/gaps": gapsPage,
};

/**
 * The local page: what the bot knows, how it answers, and what is wrong, for whoever looks after it. It shows and never writes.
 * Open to programs on this machine and to whoever has shown the token.
 */
export function createPage(desk: PageDesk): (app: Web, trusted: Trusted) => void {
  const files = readStatic();
  const sessions = createSessions(desk.token, desk.now);
  const signIn = createSignIn(desk, sessions, files);
  const catalogues = perSnapshot(
    () => desk.living.current(),
    ({ knowledge }) => createCatalogue(knowledge),
  );

  const viewOf = async (context: PageContext): Promise<View> => ({
    desk,
    snapshot: desk.living.current(),
    status: desk.living.status(),
    catalogue: catalogues(),
    ...mannerOf(context, desk.language, files),
    now: desk.now(),
    url: new URL(context.req.url),
    isSignedIn: await sessions.has(context),
  });

  const show =
    (make: Making) =>
    async (context: PageContext): Promise<Response> => {
      const view = await viewOf(context);
      const shown = await make(view, context);
      return context.html(documentOf(shown, view), shown.status ?? 200);
    };

  return (app, trusted) => {
    const page = new Hono<PageEnv>();
    page.onError((error) => {
      if (error instanceof HTTPException) return error.getResponse();
      throw error;
    });
    const headers = safeHeaders();
    const safe = [headers, csrf()] as const;
    const guard: MiddlewareHandler<PageEnv> = async (context, next) => {
      context.header("cache-control", "no-store");
      if (await sessions.has(context)) return next();
      const refused = await trusted(context, next);
      return refused === undefined ? undefined : signIn.instead(context);
    };

    for (const file of Object.values(files))
      page.get(`/page/${file.name}`, headers, (context) =>
        context.body(file.text, 200, {
          "content-type": file.type,
          "cache-control": "public, max-age=31536000, immutable",
        }),
      );
    page.get("/sign-in", ...safe, signIn.ask).post(...safe, signIn.enter);
    page.post("/sign-out", ...safe, (context) => {
      sessions.end(context);
      return context.redirect("/", 303);
    });
    page.get("/page/changes", ...safe, guard, createChanges(desk));
    page.get("/lien-thanh.ics", ...safe, guard, async (context) => {
      if (desk.calendar === undefined) return context.notFound();
      const text = await desk.calendar(mannerOf(context, desk.language, files).language);
      return context.body(text, 200, {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="lien-thanh.ics"',
      });
    });
    page.get("/gaps/:id/:file{\\d+\\.yaml}", ...safe, guard, async (context) => {
      const gaps = (await desk.questions?.gaps(MOST_GAPS)) ?? [];
      const { id, file } = context.req.param();
      const patch = gaps.find((gap) => gap.id === id)?.patches[Number.parseInt(file, 10)];
      if (patch === undefined) return show(notThere)(context);
      const name = patch.file.replace(/^.*\//, "").replace(/[^\w.-]/g, "_");
      return context.body(patch.yaml, 200, {
        "content-type": "application/yaml; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
      });
    });
    for (const [path, make] of Object.entries(PAGES)) page.get(path, ...safe, guard, show(make));
    app.route("/", page);
  };
}

/** Nothing but our own files is loaded, nothing is framed, and forms go nowhere else. */
const safeHeaders = () =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
    },
    // "no-referrer" would keep a form from saying where it comes from.
    referrerPolicy: "same-origin",
    strictTransportSecurity: false,
    xFrameOptions: "DENY",
  });

const MISSING: Both = { vi: "Không có trang này", en: "There is no such page" };
const MISSING_WHY: Both = {
  vi: "Có thể mục này đã được đổi mã hoặc xóa khỏi kho tri thức.",
  en: "What it was about may have been renamed, or removed from the knowledge.",
};

const notThere = ({ language }: View): Shown => ({
  title: MISSING[language],
  status: 404,
  main: html`<h1>${MISSING[language]}</h1><p>${MISSING_WHY[language]} <a href="/knowledge">${language === "vi" ? "Xem tri thức" : "See the knowledge"}</a></p>`,
});
