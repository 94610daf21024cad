import type { Both } from "../../core/language.ts";

/** What the knowledge page lists: the parts of a Knowledge that hold items by id, called as their folders are. */
export const KINDS = {
  memoranda: { vi: "Biên bản ghi nhớ", en: "Memoranda" },
  figures: { vi: "Số liệu", en: "Figures" },
  indicators: { vi: "Chỉ số", en: "Indicators" },
  programmes: { vi: "Chương trình", en: "Programmes" },
  events: { vi: "Sự kiện", en: "Events" },
  statements: { vi: "Điều được nói", en: "Statements" },
  documents: { vi: "Văn bản", en: "Documents" },
  people: { vi: "Người", en: "People" },
  organisations: { vi: "Cơ quan, tổ chức", en: "Organisations" },
  places: { vi: "Địa danh", en: "Places" },
  reviews: { vi: "Lịch sơ kết", en: "Reviews" },
  holidays: { vi: "Ngày nghỉ", en: "Holidays" },
  sources: { vi: "Nguồn", en: "Sources" },
} as const satisfies Readonly<Record<string, Both>>;

export type KindFolder = keyof typeof KINDS;

export const isKindFolder = (text: string): text is KindFolder => Object.hasOwn(KINDS, text);
