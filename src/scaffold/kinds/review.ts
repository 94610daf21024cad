import { KINDS } from "../../knowledge/kinds/index.ts";
import { bothAsks, cited, NONE_YET, namedAsks, nameOf, SKIP, SOURCE_ASKS } from "../asks.ts";
import type { Given } from "../given.ts";
import { type Cell, part, type Row, yaml } from "../rows.ts";
import { type Answers, answerOf, defineScaffold, type Known } from "../scaffold.ts";
import { slug } from "../slug.ts";

export const review = defineScaffold({
  kind: KINDS.review,
  remarks: [
    "Sơ kết định kỳ của một biên bản. Ngày tính từ định kỳ chỉ là “dự kiến”; chỉ cuộc họp có state: confirmed mới được",
    "thông báo là đã chốt. Họp xong thì đổi state thành held.",
  ],
  asks: [
    {
      option: "memorandum",
      question: { vi: "Sơ kết biên bản nào?", en: "Which memorandum does it review?" },
      example: "ma-bien-ban",
      form: "id",
      of: ["memorandum"],
    },
    ...namedAsks(
      { vi: "Sơ kết biên bản Sông Trăng – Núi Mây", en: "Review of the Song Trang–Nui May Memorandum" },
      {
        vi: (...told) => prefixed("Sơ kết", "vi", ...told),
        en: (...told) => prefixed("Review of the", "en", ...told),
        id: (answers) => `so-ket-${answerOf(answers, "memorandum")}`,
      },
    ),
    {
      option: "every",
      question: {
        vi: "Mấy tháng một lần, tính từ ngày ký? (Hoặc quy tắc RFC 5545: FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR)",
        en: "Every how many months from the signing? (Or an RFC 5545 rule: FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR)",
      },
      example: "12",
      form: "number",
      proposes: () => "12",
    },
    ...bothAsks(
      "cadence",
      { vi: "Định kỳ, nói bằng lời", en: "The cadence in words" },
      { vi: "Mỗi năm một lần kể từ ngày ký", en: "Once a year from the signing" },
      { vi: (answers) => inWords(answers, "vi"), en: (answers) => inWords(answers, "en") },
    ),
    {
      option: "meeting",
      question: {
        vi: "Cuộc họp đã chốt hoặc đã họp: ngày nào?",
        en: "A meeting that is fixed, or was held: on which day?",
      },
      example: "2025-03-04",
      form: "number",
      optional: NONE_YET,
    },
    {
      option: "meeting-state",
      question: { vi: "Cuộc họp ấy thế nào?", en: "What is its state?" },
      example: "confirmed",
      form: "id",
      choices: {
        confirmed: { vi: "đã chốt lịch", en: "fixed" },
        held: { vi: "đã họp", en: "held" },
        cancelled: { vi: "đã hủy", en: "cancelled" },
      },
      after: "meeting",
      proposes: (answers, { now }) =>
        (answerOf(answers, "meeting") ?? "") < new Date(now).toISOString().slice(0, 10) ? "held" : "confirmed",
    },
    {
      option: "meeting-time",
      question: { vi: "Lúc mấy giờ?", en: "At what time?" },
      example: "08:30",
      form: "text",
      after: "meeting",
      optional: SKIP,
    },
    {
      option: "channel",
      question: {
        vi: "Thông báo vào kênh nào: slack:C0123ABCDEF hoặc discord:1100000000000000003?",
        en: "Announced in which channel: slack:C0123ABCDEF or discord:1100000000000000003?",
      },
      example: "slack:C0123ABCDEF",
      form: "id",
      optional: NONE_YET,
      least: 0,
    },
    ...SOURCE_ASKS,
  ],
  fileName: (answers) => answerOf(answers, "id") ?? "so-ket",
  write: (given) => yaml`
    id: ${given("id")}
    names:
      vi: ${given("name-vi")}
      en: ${given("name-en")}
    # aliases: ["họp sơ kết"]  # cách gọi khác, như người ta gõ
    # exact: [SK]  # viết tắt, chỉ nhận khi gõ đúng y vậy
    memorandum: ${given("memorandum")}
    ${cadence(given)}
    cadence:
      vi: ${given("cadence-vi")}
      en: ${given("cadence-en")}
    # timeZone: Asia/Ho_Chi_Minh  # múi giờ; bỏ thì theo cài đặt của bot
    # Ngày dự kiến tránh những ngày nghỉ nào:
    # avoid:
    #   weekends: true
    #   holidays: [ma-ngay-nghi]
    # Ai được mời thêm:
    # invitees:
    #   - id: ma-co-quan
    #     note: { vi: "Khách mời", en: "A guest" }
    #     source: { id: ma-nguon, paragraph: 3 }
    # Thông báo trước cuộc họp:
    ${announce(given)}
    # Các cuộc họp đã chốt, đã họp hoặc đã hủy:
    ${meetings(given)}
    ${cited(given)}
  `,
});

const prefixed = (prefix: string, language: "vi" | "en", answers: Answers, known: Known): string | undefined => {
  const name = nameOf(answerOf(answers, "memorandum"), known)?.[language];
  return name === undefined ? undefined : `${prefix} ${name}`;
};

function inWords(answers: Answers, language: "vi" | "en"): string | undefined {
  const every = answerOf(answers, "every") ?? "";
  if (!/^\d+$/.test(every)) return undefined;
  if (every === "12") return language === "vi" ? "Mỗi năm một lần kể từ ngày ký" : "Once a year from the signing";
  return language === "vi" ? `Cứ ${every} tháng một lần kể từ ngày ký` : `Every ${every} months from the signing`;
}

const isRule = (every: string): boolean => /^(RRULE:)?\s*[A-Z]+=/i.test(every);

const cadence = (given: Given): readonly Row[] =>
  given.each("every", (cell, every) =>
    isRule(every)
      ? yaml`
          rule: ${cell}
          # Hoặc xóa dòng trên và ghi số tháng, tính từ ngày ký:
          # everyMonths: 12
        `
      : yaml`
          everyMonths: ${cell}  # tính từ ngày ký
          # Hoặc xóa dòng trên và viết quy tắc RFC 5545:
          # rule: FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR
        `,
  );

const announce = (given: Given): readonly Row[] =>
  part(
    given.has("channel"),
    yaml`
      announce:
        # leads: [30, 7, 1]  # trước mấy ngày
        # at: "08:30"  # vào giờ nào
        to:
          ${given.each("channel", destination)}
          # - slack: C0987ZYXWV  # mã kênh Slack
          # - discord: "1100000000000000003"  # mã kênh Discord, trong dấu nháy
          #   event: true  # tạo cả sự kiện của máy chủ
    `,
  );

const EVENT = yaml`
  # event: true  # tạo cả sự kiện của máy chủ
`;

/** An id that names no chat is taken for one of Slack's; the loader says so where it is none. */
function destination(cell: Cell, answer: string): readonly Row[] {
  const [, chat = "slack", id = answer] = /^(slack|discord)\s*:\s*(.*)$/i.exec(answer) ?? [];
  return yaml`
    - ${chat.toLowerCase()}: ${{ ...cell, yaml: JSON.stringify(id) }}
      # language: en  # bỏ thì tiếng Việt
      # leads: [7]  # riêng cho kênh này
      ${chat.toLowerCase() === "discord" ? EVENT : []}
  `;
}

const meetings = (given: Given): readonly Row[] =>
  part(
    given.has("meeting"),
    yaml`
      meetings:
        - id: ${slug(`hop ${given.answers("meeting")[0]}`)}
          state: ${given("meeting-state")}  # confirmed: đã chốt · held: đã họp · cancelled: đã hủy
          date: ${given("meeting")}
          time: ${given("meeting-time")}
          # minutes: 120  # kéo dài bao nhiêu phút
          # venue: { vi: "Nhà văn hóa Sông Trăng", en: "Song Trang House of Culture" }
          # host: ma-co-quan  # nơi hoặc cơ quan chủ trì
          # agenda: { vi: "…", en: "…" }
          # link: https://example.org/hop
          # movedFrom: { date: 2025-03-01, time: "08:30" }  # lịch cũ, nếu đã dời
          # reason: { vi: "…", en: "…" }  # vì sao dời hoặc hủy
          ${cited(given)}
    `,
  );
