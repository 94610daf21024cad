import { createHash, timingSafeEqual } from "node:crypto";
import { html } from "hono/html";
import type { Both, Language } from "../core/language.ts";
import { createAttempts } from "./attempts.ts";
import type { PageDesk } from "./desk.ts";
import { NOTHING } from "./html.ts";
import { bareDocument } from "./layout.ts";
import { mannerOf } from "./manner.ts";
import type { Sessions } from "./session.ts";
import type { StaticFiles } from "./static.ts";
import type { Shown } from "./view.ts";
import type { PageContext } from "./web.ts";

/** Asks whoever comes from elsewhere for the token, and lets them in who have it. */
export function createSignIn({ token, now, language }: PageDesk, sessions: Sessions, files: StaticFiles) {
  const attempts = createAttempts(now);

  function form(
    context: PageContext,
    next: string,
    status: 200 | 401 | 429,
    wrong?: Both,
  ): Response | Promise<Response> {
    const manner = mannerOf(context, language, files);
    const shown =
      token === undefined ? CLOSED[manner.language] : formPage(next, wrong?.[manner.language], manner.language);
    context.header("cache-control", "no-store");
    return context.html(bareDocument(shown, manner), status);
  }

  return {
    /** In the place of a page that may not be seen. */
    instead: (context: PageContext) => form(context, here(context), 401),
    ask: (context: PageContext) => form(context, pathOnly(context.req.query("next") ?? ""), 200),
    async enter(context: PageContext): Promise<Response> {
      const who = context.env.incoming.socket.remoteAddress ?? "";
      const given = await context.req.parseBody();
      const next = pathOnly(String(given.next ?? ""));
      if (!attempts.mayTry(who)) return form(context, next, 429, TOO_MANY);
      if (token === undefined || !isSame(String(given.token ?? ""), token)) {
        attempts.failed(who);
        return form(context, next, 401, WRONG);
      }
      await sessions.start(context);
      return context.redirect(next, 303);
    },
  };
}

/** Takes as long whatever is wrong with it. */
const isSame = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** A path of this page only: whoever signs in is sent nowhere else. */
const pathOnly = (next: string): string => (/^\/(?![/\\])[^\s\\]*$/.test(next) ? next : "/");

function here({ req }: PageContext): string {
  const { pathname, search } = new URL(req.url);
  return req.method === "GET" ? pathname + search : "/";
}

const WRONG: Both = { vi: "Mã không đúng.", en: "That is not the token." };
const TOO_MANY: Both = {
  vi: "Sai quá nhiều lần: hãy thử lại sau 5 phút.",
  en: "Too many attempts: please try again in 5 minutes.",
};

const TITLE: Both = { vi: "Đăng nhập", en: "Sign in" };

function formPage(next: string, wrong: string | undefined, language: Language): Shown {
  const vi = language === "vi";
  return {
    title: TITLE[language],
    main: html`<h1>${TITLE[language]}</h1>
      <form class="sign-in" action="/sign-in" method="post">
        <input type="hidden" name="next" value="${next}">
        <label for="token">${vi ? "Mã truy cập (PAGE_TOKEN)" : "Token (PAGE_TOKEN)"}</label>
        <input id="token" name="token" type="password" autocomplete="current-password" required autofocus${wrong === undefined ? NOTHING : html` aria-invalid="true" aria-describedby="wrong"`}>
        ${wrong === undefined ? NOTHING : html`<p id="wrong" class="wrong" role="alert">${wrong}</p>`}
        <button>${vi ? "Vào" : "Sign in"}</button>
        <p class="hint">${vi ? "Mã do người vận hành bot đặt trong cấu hình." : "Whoever runs the bot has it in its settings."}</p>
      </form>`,
  };
}

const CLOSED: Readonly<Record<Language, Shown>> = {
  vi: {
    title: "Chỉ mở trên máy chạy bot",
    main: html`<h1>Chỉ mở trên máy chạy bot</h1><p>Muốn mở trang này từ nơi khác, hãy đặt <code>PAGE_TOKEN</code> trong cấu hình của bot.</p>`,
  },
  en: {
    title: "Open on the bot’s machine only",
    main: html`<h1>Open on the bot’s machine only</h1><p>To open this page from elsewhere, set <code>PAGE_TOKEN</code> in the bot’s settings.</p>`,
  },
};
