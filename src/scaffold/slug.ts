import { fold } from "../knowledge/fold.ts";

const LONGEST = 40;

/** An id made of a name: "Sông Trăng" → "song-trang", cut at a word where it would be too long. "" where nothing is left. */
export function slug(name: string): string {
  const whole = fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (whole.length <= LONGEST) return whole;
  const cut = whole.slice(0, LONGEST + 1);
  return cut.slice(0, cut.includes("-") ? cut.lastIndexOf("-") : LONGEST);
}

/** The id itself, or with the first number from 2 on that makes it one that nothing has. */
export function free(id: string, isTaken: (id: string) => boolean): string {
  for (let count = 1; ; count++) {
    const end = count === 1 ? "" : `-${count}`;
    const one = `${id.slice(0, LONGEST - end.length).replace(/-$/, "")}${end}`;
    if (!isTaken(one)) return one;
  }
}

/** A name without its marks, capitals kept: how English writes a Vietnamese name. */
export const withoutMarks = (name: string): string =>
  name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
