import { rm } from "node:fs/promises";
import type { Calendar } from "../../src/core/calendar.ts";
import type { Knowledge } from "../../src/core/knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createCalendar } from "../../src/reviews/calendar.ts";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";

export interface Reviewed {
  readonly knowledge: Knowledge;
  readonly calendar: Calendar;
}

/** A knowledge base whose memorandum was signed on 18 October 2023, with these lines in its review. */
export async function reviewed(lines: string, holidays = ""): Promise<Reviewed> {
  const folder = await folderOf({
    ...VALID,
    "reviews/so-ket.yaml": `id: so-ket
names: {vi: "Sơ kết biên bản", en: "Review of the memorandum"}
memorandum: bien-ban
cadence: {vi: "Mỗi năm một lần", en: "Once a year"}
source: {id: bao-mau, paragraph: 1}
${lines}`,
    ...(holidays === "" ? {} : { "holidays/nghi.yaml": holidays }),
  });
  const { knowledge, problems } = await loadKnowledge(folder);
  await rm(folder, { recursive: true });
  if (knowledge === undefined) throw new Error(problems.map(({ message }) => message.en).join("\n"));
  return { knowledge, calendar: createCalendar(knowledge) };
}

/** The lines of a meeting. */
export const meeting = (id: string, state: string, date: string, more = ""): string =>
  `  - {id: ${id}, state: ${state}, date: ${date}${more === "" ? "" : `, ${more}`}, source: {id: bao-mau}}\n`;
