// Everything works without this. With it, an open page notices that the knowledge has changed, and texts can be copied.
const root = document.documentElement;
let source;

/** Only the tab that is looked at listens: browsers allow few connections to one server. */
function listen() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource("/page/changes");
  source.addEventListener("version", ({ data }) => {
    const [version, since] = data.split(" ");
    if (version !== root.dataset.version) void refresh(version, since);
  });
}

/** Takes the parts that are live from the page as it is now, and says so where the rest is from another knowledge. */
async function refresh(version, since) {
  const response = await fetch(location.href).catch(() => undefined);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  root.dataset.version = version;
  for (const old of document.querySelectorAll("[data-live]")) {
    const now = fresh.getElementById(old.id);
    if (now !== null) replace(old, now);
  }
  const notice = document.querySelector(".changed > p");
  if (notice !== null)
    notice.hidden = since === root.dataset.since || document.querySelector("main[data-live]") !== null;
}

/** What was open stays open, and what had the focus keeps it. */
function replace(old, now) {
  for (const { id } of old.querySelectorAll("details[open][id]"))
    now.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  old.replaceWith(now);
  if (focused !== null) now.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

/** Buttons that copy the text of the element that they name; they are hidden where the browser can't. */
function offerCopying() {
  if (navigator.clipboard === undefined) return;
  for (const button of document.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies)?.textContent ?? "");
      button.textContent = button.dataset.copied;
    });
  }
}

document.addEventListener("visibilitychange", listen);
listen();
offerCopying();
