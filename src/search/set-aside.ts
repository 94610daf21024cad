import type { Token } from "./fold.ts";
import type { Mention } from "./gazetteer.ts";

const SET_ASIDE = new Set("ngoai tru besides except excluding without".split(" "));
const ACTIVITIES = new Set<string>(["programme", "event"]);

/** "Ngoài …", "không kể …". */
const isSetAside = (tokens: readonly Token[], at: number): boolean =>
  SET_ASIDE.has(tokens[at - 1]?.folded ?? "") ||
  (["ke", "tinh"].includes(tokens[at - 1]?.folded ?? "") && ["khong", "chua"].includes(tokens[at - 2]?.folded ?? ""));

/** "Besides trade and tourism, which fields": what is set aside, up to the first other name, is not what is asked for. */
export function setAside(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const aside: Mention[] = [];
  const ofActivity = mentions.some(({ entities }) => entities.some(({ kind }) => ACTIVITIES.has(kind)));
  for (const mention of mentions) {
    if (!mention.entities.some(({ kind }) => kind === "field" || (kind === "place" && ofActivity))) continue;
    const last = aside.at(-1);
    const between = last === undefined ? [] : tokens.slice(last.end, mention.start);
    const goesOn = last !== undefined && between.every(({ folded }) => folded === "va" || folded === "and");
    if (goesOn || isSetAside(tokens, mention.start)) aside.push(mention);
  }
  return aside;
}
