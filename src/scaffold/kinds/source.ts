import { KINDS } from "../../knowledge/kinds/index.ts";
import { aliasAsk, bothAsks, namedAsks, namedRows, SILENT, SKIP } from "../asks.ts";
import type { Given } from "../given.ts";
import { type Row, yaml } from "../rows.ts";
import { answerOf, defineScaffold } from "../scaffold.ts";
import { orUnknown } from "../unknown.ts";

const RIGHTS = {
  vi: "Chỉ dùng dữ kiện và dẫn nguồn, không chép câu văn.",
  en: "Facts only, with the source named; no sentences.",
} as const;

export const source = defineScaffold({
  kind: KINDS.source,
  remarks: ["Nguồn: bài báo hoặc văn bản mà các dữ kiện dẫn lại. Kho chỉ giữ dữ kiện, viết bằng lời mình."],
  asks: [
    {
      option: "title",
      question: { vi: "Tựa bài hoặc tên văn bản, nguyên văn?", en: "Its title, as printed?" },
      example: "Hai thị xã bắt tay",
      form: "text",
    },
    ...namedAsks({ vi: "Bài Báo Ví Dụ về hai thị xã (3/2024)", en: "The Example on the two towns (March 2024)" }),
    aliasAsk("bài của Báo Ví Dụ"),
    {
      option: "author",
      question: { vi: "Ai viết?", en: "Who wrote it?" },
      example: "Trần Văn Thí Dụ",
      form: "text",
      optional: SILENT,
    },
    {
      option: "published",
      question: { vi: "Đăng ngày nào?", en: "Published when?" },
      example: "2024-03-02",
      form: "number",
      optional: SILENT,
    },
    {
      option: "language",
      question: { vi: "Viết bằng tiếng nào?", en: "In which language is it?" },
      example: "vi",
      form: "id",
      choices: { vi: { vi: "tiếng Việt", en: "Vietnamese" }, en: { vi: "tiếng Anh", en: "English" } },
      proposes: () => "vi",
    },
    ...bothAsks(
      "rights",
      { vi: "Được sao chép đến đâu", en: "What may be copied" },
      { vi: RIGHTS.vi, en: RIGHTS.en },
      { vi: () => RIGHTS.vi, en: () => RIGHTS.en },
    ),
    {
      option: "url",
      question: { vi: "Địa chỉ trang?", en: "Its address on the web?" },
      example: "https://example.org/hai-thi-xa",
      form: "text",
      optional: SKIP,
    },
  ],
  fileName: (answers) => answerOf(answers, "id") ?? "nguon",
  write: (given) => yaml`
    ${namedRows(given)}
    title: ${given("title")}
    # publisher: ma-co-quan  # cơ quan đăng: mã trong organisations/
    author:
      ${author(given)}
    published:
      ${published(given)}
    language: ${given("language")}
    rights:
      vi: ${given("rights-vi")}
      en: ${given("rights-en")}
    url: ${given("url")}
  `,
});

const author = (given: Given): readonly Row[] =>
  orUnknown(
    given.has("author"),
    { vi: "Nguồn không ghi tác giả.", en: "The source names no author." },
    yaml`name: ${given("author")}`,
  );

const published = (given: Given): readonly Row[] =>
  orUnknown(
    given.has("published"),
    { vi: "Nguồn không ghi ngày đăng.", en: "The source gives no date." },
    yaml`date: ${given("published")}`,
  );
