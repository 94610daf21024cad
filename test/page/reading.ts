const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** What a page says, without its markup; spaces as they are read. */
export const textOf = (html: string): string =>
  html
    .replaceAll("<wbr>", "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replace(/\s+/g, " ");

/** The same for a text that is looked for. */
export const asRead = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The markup of one element of a page, found by its id or by what its tag begins with. */
export function partOf(html: string, opening: string): string {
  const start = html.indexOf(opening);
  if (start === -1) throw new Error(`The page has no ${opening}`);
  const tag = /^<(\w+)/.exec(opening)?.[1] ?? "";
  let depth = 0;
  for (const { 0: found, index } of html.slice(start).matchAll(new RegExp(`</?${tag}\\b`, "g"))) {
    depth += found.startsWith("</") ? -1 : 1;
    if (depth === 0) return html.slice(start, start + index);
  }
  throw new Error(`${opening} does not end`);
}

/** Where the links of a page lead, by what they say. */
export const linksIn = (html: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(html.matchAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gs), ([, to = "", said = ""]) => [
      textOf(said).trim(),
      to.replaceAll("&amp;", "&"),
    ]),
  );
