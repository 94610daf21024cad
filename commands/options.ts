import type { Option } from "../src/core/command.ts";

/** Options that several commands have, so that they are called the same everywhere. */

export const memorandum = {
  kind: "entity",
  entities: ["memorandum"],
  names: { vi: "biên-bản", en: "memorandum" },
  description: { vi: "Biên bản ghi nhớ hoặc thỏa thuận", en: "Memorandum or agreement" },
} as const satisfies Option;

export const indicator = {
  kind: "entity",
  entities: ["indicator"],
  names: { vi: "chỉ-số", en: "indicator" },
  description: { vi: "Chỉ số cần xem", en: "The indicator to look up" },
} as const satisfies Option;

export const places = {
  kind: "entity",
  entities: ["place"],
  many: true,
  names: { vi: "nơi", en: "places" },
  description: { vi: "Tỉnh, thành phố; nhiều nơi cách nhau bằng dấu phẩy", en: "Places, separated by commas" },
} as const satisfies Option;

export const place = {
  kind: "entity",
  entities: ["place"],
  names: { vi: "nơi", en: "place" },
  description: { vi: "Tỉnh, thành phố", en: "A place" },
} as const satisfies Option;

/** Only places of one kind: a province is no answer where a city is asked for. */
export const among = {
  kind: "choice",
  names: { vi: "loại-nơi", en: "among" },
  description: { vi: "Chỉ thành phố, chỉ tỉnh …", en: "Only cities, only provinces …" },
  choices: {
    city: { vi: "thành phố", en: "cities" },
    province: { vi: "tỉnh", en: "provinces" },
    region: { vi: "vùng", en: "regions" },
    country: { vi: "nước", en: "countries" },
  },
} as const satisfies Option;

/** The kind that was chosen, as a type. */
export const typeAsked = (chosen: string | undefined): keyof typeof among.choices | undefined =>
  chosen === "city" || chosen === "province" || chosen === "region" || chosen === "country" ? chosen : undefined;

/** What of a figure is told or compared. */
export const measures = {
  value: { vi: "giá trị", en: "value" },
  plan: { vi: "so với dự toán", en: "share of plan" },
  change: { vi: "so với cùng kỳ", en: "year on year" },
} as const;

export const period = {
  kind: "period",
  many: true,
  names: { vi: "kỳ", en: "period" },
  description: { vi: "Kỳ: 2023, 2023-9M, 2023-Q3", en: "Period: 2023, 2023-9M, 2023-Q3" },
} as const satisfies Option;
