import { html } from "hono/html";
import { type Both, LANGUAGES, type Language } from "../core/language.ts";
import { staleBanner } from "./banner.ts";
import { type Html, NOTHING } from "./html.ts";
import type { StaticFiles } from "./static.ts";
import { versionOf } from "./version.ts";
import { type Shown, THEMES, type Theme, type View } from "./view.ts";

const PARTS: readonly { readonly path: string; readonly name: Both }[] = [
  { path: "/", name: { vi: "Hỏi", en: "Ask" } },
  { path: "/knowledge", name: { vi: "Tri thức", en: "Knowledge" } },
  { path: "/problems", name: { vi: "Vấn đề", en: "Problems" } },
  { path: "/calendar", name: { vi: "Lịch", en: "Calendar" } },
  { path: "/gaps", name: { vi: "Chưa trả lời được", en: "Gaps" } },
];

/** The whole document. What stands on its root tells the script whether what is shown is still what the bot knows. */
export function documentOf(shown: Shown, view: View): Html {
  const { language, theme, url, files } = view;
  return html`<!doctype html>
<html lang="${language}" data-theme="${theme}" data-version="${versionOf(view.status)}" data-since="${view.status.since}">
${head(shown, files)}
<body>
<script src="${files.script.path}" defer></script>
<a class="skip" href="#main">${SKIP[language]}</a>
<header class="top">
  <a class="mark" href="/">Liên Thành</a>
  ${navigation(view)}
  ${settings(view)}
</header>
${staleBanner(view)}
<div class="changed" role="status"><p hidden>${CHANGED[language]} <a href="${url.pathname}${url.search}">${RELOAD[language]}</a></p></div>
<main id="main" tabindex="-1"${shown.isLive === true ? html` data-live` : NOTHING}>${shown.main}</main>
${footer(view)}
</body>
</html>`;
}

/** What a reader chose, or the browser did. */
export type Manner = Pick<View, "language" | "theme" | "files">;

/** The document of what anybody may see: no knowledge, and nowhere to go. */
export const bareDocument = (shown: Shown, { language, theme, files }: Manner): Html => html`<!doctype html>
<html lang="${language}" data-theme="${theme}">
${head(shown, files)}
<body class="bare">
<header class="top"><span class="mark">Liên Thành</span></header>
<main id="main">${shown.main}</main>
</body>
</html>`;

const head = ({ title }: Shown, { icon, style }: StaticFiles): Html => html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Liên Thành</title>
<link rel="icon" href="${icon.path}" type="image/svg+xml">
<link rel="stylesheet" href="${style.path}">
</head>`;

const SKIP: Both = { vi: "Đến nội dung chính", en: "Skip to the content" };
const CHANGED: Both = { vi: "Kho tri thức vừa thay đổi.", en: "The knowledge has changed." };
const RELOAD: Both = { vi: "Tải lại trang", en: "Reload the page" };

function navigation({ language, status, url }: View): Html {
  const entry = ({ path, name }: (typeof PARTS)[number]): Html => {
    const isHere = path === "/" ? url.pathname === "/" : url.pathname === path || url.pathname.startsWith(`${path}/`);
    const count = path === "/problems" ? status.problems.length : 0;
    return html`<li><a href="${path}"${isHere ? html` aria-current="page"` : NOTHING}>${name[language]}${
      count === 0 ? NOTHING : html` <span class="count${status.staleSince === undefined ? "" : " bad"}">${count}</span>`
    }</a></li>`;
  };
  return html`<nav id="parts" class="parts" aria-label="${language === "vi" ? "Các phần" : "Sections"}" data-live><ul>${PARTS.map(entry)}</ul></nav>`;
}

const NAMES: Readonly<Record<Language, string>> = { vi: "Tiếng Việt", en: "English" };
const THEME_NAMES: Readonly<Record<Theme, Both>> = {
  auto: { vi: "Theo máy", en: "Auto" },
  light: { vi: "Sáng", en: "Light" },
  dark: { vi: "Tối", en: "Dark" },
};

/** Links, so that they work without a script; what is chosen is kept in a cookie. */
function settings({ language, theme, url }: View): Html {
  const to = (name: string, value: string): string => {
    const query = new URLSearchParams(url.searchParams);
    query.set(name, value);
    return `${url.pathname}?${query.toString()}`;
  };
  const vi = language === "vi";
  return html`<div class="settings">
    <ul aria-label="${vi ? "Ngôn ngữ" : "Language"}">${LANGUAGES.map(
      (one) =>
        html`<li><a href="${to("lang", one)}" lang="${one}" hreflang="${one}"${one === language ? html` aria-current="true"` : NOTHING}>${NAMES[one]}</a></li>`,
    )}</ul>
    <ul aria-label="${vi ? "Giao diện" : "Appearance"}">${THEMES.map(
      (one) =>
        html`<li><a href="${to("theme", one)}"${one === theme ? html` aria-current="true"` : NOTHING}>${THEME_NAMES[one][language]}</a></li>`,
    )}</ul>
  </div>`;
}

function footer({ desk, language, isSignedIn }: View): Html {
  const vi = language === "vi";
  return html`<footer>
    <p>Liên Thành ${desk.version}. ${vi ? "Trang này chỉ để xem: muốn sửa tri thức thì sửa tệp YAML." : "This page only shows: knowledge is edited in the YAML files."}</p>
    ${isSignedIn ? html`<form action="/sign-out" method="post"><button class="plain">${vi ? "Đăng xuất" : "Sign out"}</button></form>` : NOTHING}
  </footer>`;
}
