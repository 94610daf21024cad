import type { Both } from "../core/language.ts";
import type { Given } from "./given.ts";
import { type Row, yaml } from "./rows.ts";
import { type Answers, type Ask, answerOf, type Known } from "./scaffold.ts";
import { free, slug, withoutMarks } from "./slug.ts";

// What several kinds ask for and write alike.

type Proposal = Ask["proposes"];

// What Enter means where an answer is optional.
export const SKIP: Both = { vi: "bỏ qua", en: "skip" };
export const SILENT: Both = { vi: "nguồn không nêu", en: "the source does not say" };
export const NONE_YET: Both = { vi: "chưa có", en: "none yet" };

/** A text in both languages: `--summary-vi` and `--summary-en`. Where it is optional, English is asked for only after Vietnamese. */
export function bothAsks(
  option: string,
  about: Both,
  example: Both,
  more: { readonly optional?: Both; readonly vi?: Proposal; readonly en?: Proposal } = {},
): readonly Ask[] {
  const { optional, vi, en } = more;
  return [
    {
      option: `${option}-vi`,
      question: { vi: `${about.vi}, bằng tiếng Việt?`, en: `${about.en}, in Vietnamese?` },
      example: example.vi,
      form: "text",
      ...(optional === undefined ? {} : { optional }),
      ...(vi === undefined ? {} : { proposes: vi }),
    },
    {
      option: `${option}-en`,
      question: { vi: `${about.vi}, bằng tiếng Anh?`, en: `${about.en}, in English?` },
      example: example.en,
      form: "text",
      ...(optional === undefined ? {} : { after: `${option}-vi` }),
      ...(en === undefined ? {} : { proposes: en }),
    },
  ];
}

export const idAsk = (example: string, from: (answers: Answers) => string | undefined): Ask => ({
  option: "id",
  question: { vi: "Mã (chữ thường không dấu, số, gạch nối)?", en: "Its id (a-z, 0-9, hyphens)?" },
  example,
  form: "id",
  proposes: (answers, { ids }) => {
    const made = slug(from(answers) ?? "");
    return made === "" ? undefined : free(made, (one) => ids.has(one));
  },
});

interface Names {
  readonly vi?: Proposal;
  readonly en?: Proposal;
  /** What the id is made of, where it is not the Vietnamese name. */
  readonly id?: (answers: Answers) => string | undefined;
}

/** Names in both languages, and an id. */
export const namedAsks = (example: Both, { id, ...names }: Names = {}): readonly Ask[] => [
  ...bothAsks("name", { vi: "Tên gọi", en: "Its name" }, example, names),
  idAsk(slug(example.vi), id ?? ((answers) => answerOf(answers, "name-vi"))),
];

/** English writes a Vietnamese proper name without its marks. */
export const unmarkedName: Proposal = (answers) => {
  const name = answerOf(answers, "name-vi");
  return name === undefined ? undefined : withoutMarks(name);
};

export const aliasAsk = (example: string): Ask => ({
  option: "alias",
  question: {
    vi: "Người ta còn gọi là gì, cả tiếng Việt lẫn tiếng Anh? (Không cần bản không dấu.)",
    en: "What else do people call it, in both languages? (Not needed: the same without marks.)",
  },
  example,
  form: "text",
  optional: SKIP,
  least: 0,
});

/** The source of a fact and the paragraph in it. */
export const SOURCE_ASKS: readonly Ask[] = [
  {
    option: "source",
    question: { vi: "Lấy từ nguồn nào?", en: "Which source says so?" },
    example: "ma-nguon",
    form: "id",
    of: ["source"],
    stays: true,
  },
  {
    option: "paragraph",
    question: {
      vi: "Ở đoạn thứ mấy? (Đoạn đầu dưới tựa bài là 1, tính cả chú thích ảnh.)",
      en: "In which paragraph? (The first one under the title is 1, captions count.)",
    },
    example: "3",
    form: "number",
    optional: SKIP,
    stays: true,
  },
];

/** `id`, names, aliases and short names, as everything with a name begins. */
export const namedRows = (given: Given): readonly Row[] => yaml`
  id: ${given("id")}
  names:
    vi: ${given("name-vi")}
    en: ${given("name-en")}
  aliases: ${given.list("alias")}  # cách gọi khác, như người ta gõ; không cần bản không dấu
  # exact: [VT]  # viết tắt, chỉ nhận khi gõ đúng y vậy
`;

/** "{ id: bao-vi-du, paragraph: 3 }", or without the paragraph. */
export const cited = (given: Given): readonly Row[] =>
  given.has("paragraph")
    ? yaml`source: { id: ${given("source")}, paragraph: ${given("paragraph")} }`
    : yaml`source: { id: ${given("source")} }  # thêm đoạn thứ mấy khi biết: paragraph: 3`;

/** What one of several things is called in the knowledge base. */
export function nameOf(id: string | undefined, { knowledge }: Known): Both | undefined {
  if (id === undefined) return undefined;
  return (
    knowledge.organisations.get(id)?.names ??
    knowledge.places.get(id)?.names ??
    knowledge.memoranda.get(id)?.names ??
    knowledge.indicators.get(id)?.names
  );
}
