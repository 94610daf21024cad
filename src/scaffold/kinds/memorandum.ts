import type { Knowledge } from "../../core/knowledge.ts";
import type { Both } from "../../core/language.ts";
import { KINDS } from "../../knowledge/kinds/index.ts";
import { aliasAsk, bothAsks, cited, namedAsks, namedRows, nameOf, SILENT, SOURCE_ASKS } from "../asks.ts";
import { type Given, partOf, scalar } from "../given.ts";
import { type Row, yaml } from "../rows.ts";
import { type Answers, answerOf, defineScaffold, type Known } from "../scaffold.ts";
import { free, slug } from "../slug.ts";
import { orUnknown } from "../unknown.ts";

export const memorandum = defineScaffold({
  kind: KINDS.memorandum,
  remarks: [
    "Biên bản ghi nhớ, thỏa thuận hợp tác. Điều nguồn không nêu thì ghi unknown và lý do: đó chính là câu trả lời.",
    "Viết bằng lời mình, không chép câu văn.",
  ],
  asks: [
    {
      option: "party",
      question: {
        vi: "Các bên ký là ai: cơ quan, hoặc địa phương nếu nguồn không nêu cơ quan?",
        en: "Who are the parties: organisations, or places where the source names no organisation?",
      },
      example: "ma-ben",
      form: "id",
      of: ["organisation", "place"],
      fits: (id, knowledge) => knowledge.organisations.get(id)?.place !== undefined || knowledge.places.has(id),
      least: 2,
    },
    ...namedAsks(
      { vi: "Biên bản ghi nhớ Sông Trăng – Núi Mây", en: "Song Trang–Nui May Memorandum" },
      {
        vi: (answers, known) => `Biên bản ghi nhớ ${placesOf(answers, known, "vi").join(" – ")}`,
        en: (answers, known) => `${placesOf(answers, known, "en").join("–")} Memorandum of Understanding`,
      },
    ),
    aliasAsk("biên bản hai thị xã"),
    {
      option: "signed",
      question: { vi: "Ký ngày nào?", en: "Signed on which day?" },
      example: "2024-03-01",
      form: "number",
      optional: SILENT,
    },
    ...bothAsks(
      "venue",
      { vi: "Ký ở đâu", en: "Signed where" },
      { vi: "Nhà văn hóa Sông Trăng", en: "Song Trang House of Culture" },
      { optional: SILENT },
    ),
    {
      option: "signatory",
      question: {
        vi: "Ai đặt bút ký?",
        en: "Which people signed?",
      },
      example: "ma-nguoi",
      form: "id",
      of: ["person"],
      optional: SILENT,
      least: 0,
    },
    {
      option: "validity",
      question: {
        vi: "Hiệu lực từ năm nào đến năm nào?",
        en: "Valid from which year to which?",
      },
      example: "2024..2027",
      form: "number",
      optional: SILENT,
    },
    ...bothAsks(
      "purpose",
      { vi: "Nhằm mục đích gì", en: "What for" },
      { vi: "Cùng giữ sạch dòng sông chung", en: "Keeping the shared river clean together" },
      { optional: SILENT },
    ),
    {
      option: "field",
      question: {
        vi: "Gồm những lĩnh vực nào, mỗi lĩnh vực: tên tiếng Việt | tên tiếng Anh?",
        en: "Which fields does it cover, each as: Vietnamese name | English name?",
      },
      example: "Môi trường nước | Water",
      form: "text",
      least: 1,
    },
    ...SOURCE_ASKS,
  ],
  leadsTo: ["review", "figure", "question"],
  fileName: (answers) => answerOf(answers, "id") ?? "bien-ban",
  write: (given, knowledge) => yaml`
    ${namedRows(given)}

    parties:
      ${parties(given, knowledge)}
    signatories:
      ${signatories(given, knowledge)}
    signed:
      date:
        ${signedDate(given)}
      # timeOfDay: { vi: "Buổi chiều", en: "In the afternoon" }
      venue:
        ${venue(given)}
      ${cited(given)}
    validity:
      ${validity(given)}
      ${cited(given)}
    purpose:
      ${purpose(given)}
    fields:
      # declared: ${String(given.answers("field").length)}  # số lĩnh vực mà văn bản tự nêu
      # note: { vi: "Vì sao số nêu khác số liệt kê", en: "Why the number declared differs from the list" }
      items:
        ${fields(given)}
      ${cited(given)}
    amendment:  # sửa đổi, bổ sung thế nào
      ${clause(given, { vi: "Nguồn không nêu cách sửa đổi.", en: "The source does not say how it is amended." })}
    implementation:  # ai tổ chức thực hiện
      ${clause(given, { vi: "Nguồn không nêu ai thực hiện.", en: "The source does not say who carries it out." })}
  `,
});

/** The names of the places that the parties speak for. */
const placesOf = (answers: Answers, known: Known, language: "vi" | "en"): readonly string[] =>
  (answers.get("party") ?? []).flatMap((party) => {
    const place = known.knowledge.organisations.get(party)?.place ?? party;
    return nameOf(place, known)?.[language] ?? [];
  });

const parties = (given: Given, { organisations }: Knowledge): readonly Row[] =>
  given.each("party", (cell, party) => {
    const place = organisations.get(party)?.place;
    return place === undefined ? yaml`- { place: ${cell} }` : yaml`- { organisation: ${cell}, place: ${place} }`;
  });

/** What nobody is asked for: unknown until somebody writes it into the file. */
const clause = (given: Given, why: Both): readonly Row[] =>
  orUnknown(
    false,
    why,
    yaml`
      text: { vi: "…", en: "…" }
      ${cited(given)}
    `,
  );

function signatories(given: Given, knowledge: Knowledge): readonly Row[] {
  const rows = given.each("signatory", (cell, person) => {
    const office = knowledge.people.get(person)?.offices[0];
    const title = office?.title ?? { vi: "Chủ tịch", en: "Chairman" };
    const party = given.answers("party").find((one) => one === office?.organisation);
    return yaml`
      - person: ${cell}
        title: { vi: ${JSON.stringify(title.vi)}, en: ${JSON.stringify(title.en)} }
        ${party === undefined ? yaml`# party: ma-ben  # ký cho bên nào` : yaml`party: ${party}`}
    `;
  });
  const why = { vi: "Nguồn không nêu người ký.", en: "The source names nobody who signed." };
  return orUnknown(given.has("signatory"), why, rows);
}

const signedDate = (given: Given): readonly Row[] =>
  orUnknown(
    given.has("signed"),
    { vi: "Nguồn không nêu ngày ký.", en: "The source gives no date of signing." },
    yaml`
      day: ${given("signed")}
      # inferred: { vi: "Năm suy ra từ …", en: "The year is inferred from …" }
    `,
  );

const venue = (given: Given): readonly Row[] =>
  orUnknown(
    given.has("venue-vi"),
    { vi: "Nguồn không nêu nơi ký.", en: "The source does not say where it was signed." },
    yaml`
      vi: ${given("venue-vi")}
      en: ${given("venue-en")}
    `,
  );

const validity = (given: Given): readonly Row[] =>
  orUnknown(
    given.has("validity"),
    { vi: "Nguồn không nêu hiệu lực.", en: "The source does not say how long it is valid." },
    yaml`
      period: ${given("validity")}
      # openEnded: true  # còn tiếp tục những năm sau
      # note: { vi: "…", en: "…" }
    `,
  );

const purpose = (given: Given): readonly Row[] =>
  orUnknown(
    given.has("purpose-vi"),
    { vi: "Nguồn không nêu mục đích.", en: "The source states no purpose." },
    yaml`
      text:
        vi: ${given("purpose-vi")}
        en: ${given("purpose-en")}
      ${cited(given)}
    `,
  );

const topics = orUnknown(
  false,
  { vi: "Nguồn chỉ nêu tên lĩnh vực này.", en: "The source only names this field." },
  yaml`
    - text: { vi: "…", en: "…" }
      aliases: ["…"]
  `,
);

/** The ids of fields are unique within the memorandum. */
function fields(given: Given): readonly Row[] {
  const taken = new Set<string>();
  return given.each("field", (cell, answer) => {
    const id = free(slug(answer.split("|")[0] ?? "") || "linh-vuc", (one) => taken.has(one));
    taken.add(id);
    return yaml`
      - id: ${scalar(id, "id")}
        names: { vi: ${partOf(cell, answer, 0)}, en: ${partOf(cell, answer, 1)} }
        # aliases: ["…"]  # cách gọi khác, như người ta gõ
        topics:
          ${topics}
        ${cited(given)}
    `;
  });
}
