import { rm } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { folderOf, VALID } from "./folder.ts";

/** ¦ marks the place that the problem must point at. */
interface Mistake {
  readonly who: string;
  readonly file: string;
  /** A text of the valid file and what the admin writes instead of it. */
  readonly write: readonly [instead: string, typed: string];
  readonly code: string;
  readonly vi: RegExp;
  readonly en: RegExp;
  readonly severity?: "warning";
}

const FIGURES = "figures/so-lieu.yaml";
const PLACES = "places/noi.yaml";
const MEMORANDA = "memoranda/bien-ban.yaml";
const SOURCES = "sources/bao.yaml";
const PEOPLE = "people/nguoi.yaml";
const PROGRAMMES = "programmes/chuong-trinh.yaml";
const REVIEWS = "reviews/so-ket.yaml";
const QUESTIONS = "questions/mau.yaml";

const MISTAKES: readonly Mistake[] = [
  // numbers
  {
    who: "An admin who writes 305.000 is asked whether 305000 was meant",
    file: FIGURES,
    write: ["value: 305000", "value: ¦305.000"],
    code: "thousands",
    vi: /Có phải ý bạn là 305000.*viết 305\./,
    en: /Did you mean 305000.*write 305\./,
  },
  {
    who: "An admin who writes 12.345 is asked, and told how to keep it",
    file: FIGURES,
    write: ["value: 305000", "value: ¦12.345"],
    code: "thousands",
    vi: /12345.*"12\.345"/,
    en: /12345.*"12\.345"/,
  },
  {
    who: "An admin who quotes 305.000 is asked as well",
    file: FIGURES,
    write: ["value: 305000", 'value: ¦"305.000"'],
    code: "thousands",
    vi: /viết liền: 305000/,
    en: /separators: 305000/,
  },
  {
    who: "An admin who quotes 232.681 is warned that it has a decimal point",
    file: FIGURES,
    write: ["value: 305000", 'value: ¦"232.681"'],
    code: "thousands",
    vi: /232 phẩy 681/,
    en: /232681/,
    severity: "warning",
  },
  {
    who: "An admin who writes 1.234.567 is told to write it without points",
    file: FIGURES,
    write: ["value: 305000", "value: ¦1.234.567"],
    code: "wrong-decimal",
    vi: /Viết 1234567/,
    en: /Write 1234567/,
  },
  {
    who: "An admin who writes 86,5 is told to write 86.5",
    file: FIGURES,
    write: ["value: 305000", "value: ¦86,5"],
    code: "wrong-decimal",
    vi: /Viết 86\.5/,
    en: /Write 86\.5/,
  },
  {
    who: "An admin who writes 6,08 in braces is told about the comma",
    file: FIGURES,
    write: ["{kind: share-of-plan, value: 86.5}", "{kind: share-of-plan, value: ¦6,08}"],
    code: "decimal-comma",
    vi: /hai mục.*Viết 6\.08/s,
    en: /two keys.*Write 6\.08/s,
  },
  {
    who: "An admin who writes 24.6% is told to leave the sign out",
    file: FIGURES,
    write: ["value: 86.5}", "value: ¦24.6%}"],
    code: "wrong-decimal",
    vi: /Chỉ viết số: 24\.6/,
    en: /Only the number: 24\.6/,
  },
  {
    who: "An admin who writes 010 is told that it is read as 10",
    file: FIGURES,
    write: ["value: 305000", "value: ¦010"],
    code: "leading-zero",
    vi: /viết 10;/,
    en: /write 10;/,
  },
  {
    who: "An admin who writes 1_000 is told to write 1000",
    file: FIGURES,
    write: ["value: 305000", "value: ¦1_000"],
    code: "wrong-decimal",
    vi: /Viết 1000/,
    en: /Write 1000/,
  },
  {
    who: "An admin who writes 1e3 is told to write 1000",
    file: FIGURES,
    write: ["value: 305000", "value: ¦1e3"],
    code: "exponent",
    vi: /Viết 1000/,
    en: /Write 1000/,
  },
  {
    who: "An admin who writes 0o17 is told what it is read as",
    file: FIGURES,
    write: ["value: 305000", "value: ¦0o17"],
    code: "base",
    vi: /được đọc là 15/,
    en: /read as 15/,
  },
  {
    who: "An admin who writes .inf is told that it is no number",
    file: FIGURES,
    write: ["value: 305000", "value: ¦.inf"],
    code: "not-a-number",
    vi: /không phải một con số/,
    en: /not a number/,
  },
  {
    who: "An admin who writes the qualifier into the number is told where it goes",
    file: FIGURES,
    write: ["value: 305000", "value: ¦trên 305.000 tỷ đồng"],
    code: "wrong-decimal",
    vi: /Viết 305000 và thêm “qualifier: over”/,
    en: /Write 305000 and add “qualifier: over”/,
  },
  // dates, periods, times
  {
    who: "An admin who writes 18/10/2023 is told to write 2023-10-18",
    file: SOURCES,
    write: ["2023-10-18", "¦18/10/2023"],
    code: "wrong-date",
    vi: /Viết 2023-10-18/,
    en: /Write 2023-10-18/,
  },
  {
    who: "An admin who writes 29 February 2023 is told how many days it has",
    file: SOURCES,
    write: ["2023-10-18", "¦2023-02-29"],
    code: "wrong-date",
    vi: /Tháng 2\/2023 chỉ có 28 ngày/,
    en: /2023-02 has only 28 days/,
  },
  {
    who: "An admin whose period runs backwards is shown the right order",
    file: MEMORANDA,
    write: ["period: 2023..2025", "period: ¦2025..2023"],
    code: "wrong-period",
    vi: /2023\.\.2025/,
    en: /2023\.\.2025/,
  },
  {
    who: "An admin who writes 2016-2020 is told to write two points",
    file: PROGRAMMES,
    write: ["period: 2016..2020", "period: ¦2016-2020"],
    code: "wrong-period",
    vi: /Viết 2016\.\.2020/,
    en: /Write 2016\.\.2020/,
  },
  {
    who: "An admin who writes a period in words is told the notation",
    file: FIGURES,
    write: ["period: 2023-9M", "period: ¦9 tháng đầu năm 2023"],
    code: "wrong-period",
    vi: /Viết 2023-9M/,
    en: /Write 2023-9M/,
  },
  {
    who: "An admin who writes 8h30 is told to write 08:30",
    file: REVIEWS,
    write: ['"08:30"', "¦8h30"],
    code: "wrong-time",
    vi: /"08:30"/,
    en: /"08:30"/,
  },
  {
    who: "An admin whose territory ends before it starts is told so",
    file: PLACES,
    write: ["until: 2025-06-30", "until: ¦2017-06-30"],
    code: "ends-before-start",
    vi: /trước khi bắt đầu/,
    en: /before it starts/,
  },
  // keys and values
  {
    who: "An admin who misspells a key is told the right one, and only that",
    file: SOURCES,
    write: ["title:", "¦titel:"],
    code: "unknown-key",
    vi: /“titel”.*Có phải “title”/s,
    en: /“titel”.*Did you mean “title”/s,
  },
  {
    who: "An admin who invents a key is told which there are",
    file: SOURCES,
    write: ["language: vi", "language: vi\n¦colour: red"],
    code: "unknown-key",
    vi: /Dùng một trong: id, names/,
    en: /Use one of: id, names/,
  },
  {
    who: "An admin who forgets the source of a figure is told so at the figure",
    file: FIGURES,
    write: [
      "- indicator: thu\n  place: sa-dec\n  period: 2023-9M\n  value: 305000\n  qualifier: over\n  comparisons:\n    - {kind: share-of-plan, value: 86.5}\n    - {kind: change, value: 24.60}\n  source: {id: bao-mau, paragraph: 5}",
      "- ¦indicator: thu\n  place: sa-dec\n  period: 2023-9M\n  value: 305000",
    ],
    code: "missing-key",
    vi: /Thiếu mục “source”/,
    en: /“source” is missing/,
  },
  {
    who: "An admin who gives an office no date is told which date is wanted",
    file: PEOPLE,
    write: [
      '  - title: {vi: "Chủ tịch Sa Đéc", en: "Chair of Sa Dec"}\n    organisation: uy-ban\n    asOf: 2023-10-18',
      '  - ¦title: {vi: "Chủ tịch Sa Đéc", en: "Chair of Sa Dec"}\n    organisation: uy-ban',
    ],
    code: "missing-key",
    vi: /Thiếu mục “asOf”.*ngày nguồn ghi/s,
    en: /“asOf” is missing.*the day/s,
  },
  {
    who: "An admin who forgets the English is told whose",
    file: SOURCES,
    write: ['{vi: "Báo Mẫu", en: "Sample Paper"}', '{¦vi: "Báo Mẫu"}'],
    code: "missing-language",
    vi: /Thiếu bản tiếng Anh của “names”/,
    en: /English text of “names” is missing/,
  },
  {
    who: "An admin who forgets the Vietnamese is told whose",
    file: SOURCES,
    write: ['{vi: "Báo Mẫu", en: "Sample Paper"}', '{¦en: "Sample Paper"}'],
    code: "missing-language",
    vi: /Thiếu bản tiếng Việt của “names”/,
    en: /Vietnamese text of “names” is missing/,
  },
  {
    who: "An admin who writes one text for both languages is shown how to write two",
    file: SOURCES,
    write: ['rights: {vi: "Chỉ dữ kiện", en: "Facts only"}', "rights: ¦Chỉ dữ kiện"],
    code: "wrong-type",
    vi: /\{vi: "Chỉ dữ kiện", en: "…"\}/,
    en: /group of “key: value” lines/,
  },
  {
    who: "An admin who forgets the space after a colon is told so",
    file: SOURCES,
    write: ['rights: {vi: "Chỉ dữ kiện", en: "Facts only"}', "rights: ¦vi:Chỉ dữ kiện"],
    code: "wrong-type",
    vi: /thiếu dấu cách/,
    en: /space is missing/,
  },
  {
    who: "An admin who leaves a value empty is shown the key",
    file: SOURCES,
    write: ['title: "Hai thành phố ký kết"', "¦title:"],
    code: "empty",
    vi: /“title” để trống/,
    en: /“title” is empty/,
  },
  {
    who: "An admin who misspells a choice is told the nearest",
    file: FIGURES,
    write: ["qualifier: over", "qualifier: ¦ovre"],
    code: "wrong-choice",
    vi: /Có phải “over”/,
    en: /Did you mean “over”/,
  },
  {
    who: "An admin who writes no is told to write false",
    file: PROGRAMMES,
    write: ["complete: false", "complete: ¦no"],
    code: "wrong-type",
    vi: /Viết false/,
    en: /Write false/,
  },
  {
    who: "An admin who writes a number for an id is told to quote it",
    file: PLACES,
    write: ["within: [mien-tay]", "within: [¦1234]"],
    code: "wrong-type",
    vi: /Đặt trong dấu nháy: "1234"/,
    en: /Quote it: "1234"/,
  },
  {
    who: "An admin who writes a name for an id is told the id",
    file: FIGURES,
    write: ["indicator: thu\n  place: sa-dec", "indicator: thu\n  place: ¦Sa Đéc"],
    code: "wrong-id",
    vi: /gạch nối: sa-dec/,
    en: /hyphens: sa-dec/,
  },
  {
    who: "An admin who writes one alias without brackets is shown the list",
    file: PLACES,
    write: ['aliases: ["Sa Đéc hoa"]', "aliases: ¦Sa Đéc hoa"],
    code: "wrong-type",
    vi: /Viết \[Sa Đéc hoa\]/,
    en: /Write \[Sa Đéc hoa\]/,
  },
  {
    who: "An admin who cites paragraph 0 is told that they start at 1",
    file: FIGURES,
    write: ["paragraph: 5}\n- indicator", "paragraph: ¦0}\n- indicator"],
    code: "too-small",
    vi: /đoạn 1; chú thích/,
    en: /is 1; captions count/,
  },
  {
    who: "An admin who writes a silence of the source in one language is told of that, not of a union",
    file: MEMORANDA,
    write: ['unknown: {vi: "Chỉ nêu tên", en: "Only named"}', 'unknown: {¦vi: "Chỉ nêu tên"}'],
    code: "missing-language",
    vi: /bản tiếng Anh của “unknown”/,
    en: /English text of “unknown”/,
  },
  {
    who: "An admin who misspells unknown is told so",
    file: MEMORANDA,
    write: ["amendment:\n  unknown:", "amendment:\n  ¦unknow:"],
    code: "unknown-key",
    vi: /Có phải “unknown”/,
    en: /Did you mean “unknown”/,
  },
  {
    who: "An admin who forgets the source of a clause is told of the clause, not of unknown",
    file: MEMORANDA,
    write: [
      'purpose:\n  text: {vi: "Cùng phát triển", en: "Growing together"}\n  source: {id: bao-mau, paragraph: 1}',
      'purpose:\n  ¦text: {vi: "Cùng phát triển", en: "Growing together"}',
    ],
    code: "missing-key",
    vi: /“source”/,
    en: /“source”/,
  },
  {
    who: "An admin who writes a broken pattern in a question is told so",
    file: QUESTIONS,
    write: ["'18[/.-]10'", "¦'18[/.-10'"],
    code: "wrong-regex",
    vi: /biểu thức/,
    en: /regular expression/,
  },
  {
    who: "An admin who gives a script address is told to give a web address",
    file: SOURCES,
    write: ["https://example.org/bai", "¦javascript:alert(1)"],
    code: "wrong-url",
    vi: /https:/,
    en: /https:/,
  },
  {
    who: "An admin who misspells a time zone is told the nearest",
    file: REVIEWS,
    write: ["everyMonths: 12", "everyMonths: 12\ntimeZone: ¦Asia/Bangkkok"],
    code: "wrong-zone",
    vi: /Asia\/Bangkok/,
    en: /Asia\/Bangkok/,
  },
  // YAML
  {
    who: "An admin who indents with a tab is told to use spaces",
    file: SOURCES,
    write: ["author: {", "author:\n¦\t{"],
    code: "tab",
    vi: /phím Tab/,
    en: /tab/,
  },
  {
    who: "An admin who writes a key twice is told which",
    file: SOURCES,
    write: ["language: vi", "language: vi\n¦language: en"],
    code: "duplicate-key",
    vi: /“language” viết hai lần/,
    en: /“language” is written twice/,
  },
  {
    who: "An admin who starts a second document is told to make a list or a file",
    file: "documents/van-ban.yaml",
    write: ["source: {id: bao-mau}\n", "source: {id: bao-mau}\n¦---\nid: hai\n"],
    code: "second-document",
    vi: /văn bản thứ hai/,
    en: /second document/,
  },
  {
    who: "An admin who writes a colon inside a text is told to quote it",
    file: SOURCES,
    write: ['title: "Hai thành phố ký kết"', "title: ¦Hai thành phố: ký kết"],
    code: "colon-in-text",
    vi: /dấu nháy/,
    en: /quotes/,
  },
  {
    who: "An admin who does not close a quote is shown where it opens",
    file: SOURCES,
    write: ["url: https://example.org/bai", 'url: ¦"https://example.org/bai'],
    code: "open-quote",
    vi: /không được đóng/,
    en: /never closed/,
  },
  {
    who: "An admin who writes a pattern in double quotes is told to use single ones",
    file: QUESTIONS,
    write: ["'18[/.-]10'", '"¦\\d"'],
    code: "escape",
    vi: /nháy đơn/,
    en: /single quotes/,
  },
  {
    who: "An admin who uses a tag is told that there are none",
    file: SOURCES,
    write: ['title: "Hai', 'title: ¦!important "Hai'],
    code: "tag",
    vi: /Thẻ YAML/,
    en: /YAML tags/,
  },
  {
    who: "An admin who uses an anchor is told to write it out",
    file: SOURCES,
    write: ["language: vi", "language: &l ¦vi"],
    code: "anchor",
    vi: /neo/,
    en: /anchors/,
  },
  {
    who: "An admin who merges a map is told to write it out",
    file: SOURCES,
    write: ["language: vi", "language: vi\n¦<<: {}"],
    code: "merge-key",
    vi: /“<<”/,
    en: /merging/,
  },
  {
    who: "Someone who writes __proto__ is refused",
    file: SOURCES,
    write: ["language: vi", "language: vi\n¦__proto__: {admin: true}"],
    code: "reserved-key",
    vi: /__proto__/,
    en: /__proto__/,
  },
  {
    who: "An admin who writes #39 without quotes is warned that it is lost",
    file: SOURCES,
    write: ['title: "Hai thành phố ký kết"', "title: ¦Hai thành phố #39"],
    code: "hash",
    vi: /“#39” không nằm trong câu/,
    en: /“#39” is not part of the text/,
    severity: "warning",
  },
  {
    who: "An admin who switches to YAML 1.1 is told to delete the line",
    file: "documents/van-ban.yaml",
    write: ["id: nghi-quyet", "¦%YAML 1.1\n---\nid: nghi-quyet"],
    code: "directive",
    vi: /%/,
    en: /%/,
  },
  {
    who: "An admin who forgets the first line is shown it",
    file: "events/2023/hoi-nghi.yml",
    write: ["# yaml-language-server: $schema=../../schemas/events.schema.json\n", "¦"],
    code: "modeline",
    vi: /\.\.\/\.\.\/schemas\/events\.schema\.json/,
    en: /\.\.\/\.\.\/schemas\/events\.schema\.json/,
    severity: "warning",
  },
  {
    who: "An admin who copies the first line of another kind is shown the right one",
    file: SOURCES,
    write: ["# yaml-language-server: $schema=../schemas/sources", "¦# yaml-language-server: $schema=../schemas/places"],
    code: "modeline",
    vi: /loại khác/,
    en: /another kind/,
    severity: "warning",
  },
  {
    who: "An admin whose keyboard writes decomposed letters is warned",
    file: SOURCES,
    write: ["Lê Thị Mẫu", "Lê Th¦i\u0323 Mẫu"],
    code: "decomposed",
    vi: /NFD/,
    en: /NFD/,
    severity: "warning",
  },
  {
    who: "An admin who pasted an invisible character is warned",
    file: SOURCES,
    write: ["Hai thành phố", "Hai ¦\u200Bthành phố"],
    code: "invisible",
    vi: /không nhìn thấy/,
    en: /can't be seen/,
    severity: "warning",
  },
  // what files say of each other
  {
    who: "An admin who refers to nothing is told the nearest id",
    file: FIGURES,
    write: ["indicator: thu\n  place: sa-dec", "indicator: thu\n  place: ¦sa-dce"],
    code: "dangling-id",
    vi: /Không có địa danh nào mang mã “sa-dce”.*“sa-dec”/s,
    en: /no place with the id “sa-dce”.*“sa-dec”/s,
  },
  {
    who: "An admin who cites a source that does not exist is told which there are",
    file: "documents/van-ban.yaml",
    write: ["source: {id: bao-mau}", "source: {id: ¦tap-chi-khac}"],
    code: "dangling-id",
    vi: /bao-mau/,
    en: /bao-mau/,
  },
  {
    who: "An admin who names a person where a place belongs is told what it is",
    file: "organisations/co-quan.yaml",
    write: ["place: sa-dec", "place: ¦tran-van-mau"],
    code: "wrong-kind",
    vi: /“tran-van-mau” là người \(.*nguoi\.yaml:2\), ở đây cần địa danh/,
    en: /“tran-van-mau” is a person \(.*nguoi\.yaml:2\); this needs a place/,
  },
  {
    who: "An admin who uses an id again is told where it is taken",
    file: "statements/dieu-noi.yaml",
    write: ["id: chung-noi-lo", "id: ¦uy-ban"],
    code: "duplicate-id",
    vi: /đã dùng cho cơ quan, tổ chức ở .*co-quan\.yaml:2/,
    en: /already used by the organisation at .*co-quan\.yaml:2/,
  },
  {
    who: "An admin who gives two fields one id is told so",
    file: MEMORANDA,
    write: ["- id: y-te", "- id: ¦du-lich"],
    code: "duplicate-id",
    vi: /đã dùng/,
    en: /already used/,
  },
  {
    who: "An admin who enters a figure twice is told where it is",
    file: FIGURES,
    write: ["- indicator: thu-noi-dia", "- indicator: ¦thu"],
    code: "duplicate-figure",
    vi: /đã có ở .*so-lieu\.yaml:2/,
    en: /already at .*so-lieu\.yaml:2/,
  },
  {
    who: "An admin whose alias looks like another place's name is told which",
    file: PLACES,
    write: ['{vi: "Miền Tây", en: "The West"}', '{vi: ¦"sa dec", en: "The West"}'],
    code: "alias-clash",
    vi: /“Sa Đéc” của “sa-dec” ở .*noi\.yaml:3/,
    en: /same as “Sa Đéc” of “sa-dec” at .*noi\.yaml:3/,
  },
  {
    who: "An admin who makes two things part of each other is told so",
    file: "indicators/chi-so.yaml",
    write: ["partOf: thu", "partOf: ¦thu-noi-dia"],
    code: "circle",
    vi: /một phần của nhau/,
    en: /part of the other/,
  },
  {
    who: "An admin who lists fewer fields than declared needs a note",
    file: MEMORANDA,
    write: ["declared: 2", "declared: ¦10"],
    code: "declared-not-listed",
    vi: /nêu 10 lĩnh vực.*liệt kê 2/,
    en: /declares 10 fields; 2 are listed/,
  },
  {
    who: "An admin who stores only one reading of an ambiguous sentence is asked for the other",
    file: FIGURES,
    write: [
      '  readings:\n    - {value: 60000, likelier: true, why: {vi: "Số tiền", en: "The amount"}}\n    - {value: 117000, likelier: false, why: {vi: "Phần chênh", en: "The difference"}}\n',
      '  ¦readings:\n    - {value: 60000, likelier: true, why: {vi: "Số tiền", en: "The amount"}}\n',
    ],
    code: "one-reading",
    vi: /cả hai/,
    en: /both/,
  },
  {
    who: "An admin who finds both readings likelier is asked to choose",
    file: FIGURES,
    write: [
      'readings:\n    - {value: 60000, likelier: true, why: {vi: "Số tiền", en: "The amount"}}\n    - {value: 117000, likelier: false',
      '¦readings:\n    - {value: 60000, likelier: true, why: {vi: "Số tiền", en: "The amount"}}\n    - {value: 117000, likelier: true',
    ],
    code: "likelier",
    vi: /đúng một cách đọc/,
    en: /Exactly one/,
  },
  {
    who: "An admin whose value is not the likelier reading is told so",
    file: FIGURES,
    write: ["value: 60000\n", "value: ¦57000\n"],
    code: "value-is-not-likelier",
    vi: /60000/,
    en: /60000/,
  },
  {
    who: "An admin who writes a ratio as a change is asked",
    file: FIGURES,
    write: ["{kind: change, value: 24.60}", "{kind: change, value: ¦93.65}"],
    code: "ratio-as-change",
    vi: /tăng 93,65%.*bằng 93,65% cùng kỳ/,
    en: /93\.65% of the earlier period/,
    severity: "warning",
  },
  {
    who: "An admin who writes a change as a ratio is asked",
    file: FIGURES,
    write: ["{kind: change, value: 24.60}", "{kind: ratio, value: ¦24.60}"],
    code: "change-as-ratio",
    vi: /bằng 24,60% cùng kỳ/,
    en: /24\.60% of the earlier period/,
    severity: "warning",
  },
  {
    who: "An admin who writes a fall of more than 100% is told that nothing falls so far",
    file: FIGURES,
    write: ["{kind: change, value: 24.60}", "{kind: change, value: ¦-193.65}"],
    code: "fall-over-100",
    vi: /quá 100%/,
    en: /more than 100%/,
  },
];

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

const placeOfMark = (text: string): { line: number; column: number } => {
  const before = text.normalize("NFC").split("¦", 1)[0]?.split("\n") ?? [];
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
};

test.each(MISTAKES)("$who", async ({ file, write: [instead, typed], code, vi, en, severity }) => {
  expect(VALID[file]).toContain(instead);
  const wrong = VALID[file]?.replace(instead, () => typed) ?? "";
  const place = placeOfMark(wrong);
  folder = await folderOf({ ...VALID, [file]: wrong.replace("¦", "") });

  const { knowledge, problems } = await loadKnowledge(folder);

  expect(problems.map((p) => `${p.file.slice(folder.length + 1)}:${p.line}:${p.column} ${p.code}`)).toEqual([
    `${file}:${place.line}:${place.column} ${code}`,
  ]);
  const [problem] = problems;
  expect(problem?.severity).toBe(severity ?? "error");
  expect(knowledge === undefined).toBe(severity !== "warning");
  expect(`${problem?.message.vi}\n${problem?.hint?.vi}`).toMatch(vi);
  expect(`${problem?.message.en}\n${problem?.hint?.en}`).toMatch(en);
  expect(problem?.frame).toMatch(new RegExp(`^> +${place.line} \\|.*\n.*\\^`, "m"));
});
