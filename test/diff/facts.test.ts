import { expect, test } from "vitest";
import { isKnownKey, keyName } from "../../src/diff/words.ts";
import { itemSchema } from "../../src/knowledge/json-schema.ts";
import { ALL_KINDS } from "../../src/knowledge/kinds/index.ts";
import { VALID } from "../knowledge-loader/folder.ts";
import { diffOf, everywhere, factLines, put } from "./edit.ts";

const FIGURES = "figures/so-lieu.yaml";

test("An admin who corrects a figure reads the old and the new value with unit, qualifier and period", async () => {
  const edit = put(FIGURES, "value: 305000\n  qualifier: over", "value: 310000\n  qualifier: about");
  expect(await factLines(edit)).toEqual([
    "~ Tổng thu của Sa Đéc, 9 tháng đầu năm 2023 (kb/figures/so-lieu.yaml:5)",
    "giá trị: trên 305.000 tỷ đồng → khoảng 310.000 tỷ đồng",
  ]);
  expect(await factLines(edit, { language: "en" })).toEqual([
    "~ Total revenue of Sa Dec, first nine months of 2023 (kb/figures/so-lieu.yaml:5)",
    "value: over 305,000 billion dong → about 310,000 billion dong",
  ]);
});

test("An admin who only formats, comments or writes out what goes without saying changes nothing", async () => {
  const figures = (VALID[FIGURES] ?? "")
    .replace("value: 60000", 'value:    "60000"   # so')
    .replace("  qualifier: over\n", "")
    .replace("  place: sa-dec\n", "  qualifier: over\n  place: sa-dec\n")
    .replaceAll("\n", "\r\n");
  const indicators = put("indicators/chi-so.yaml", "  unit:", "  measures: level\n  unit:");
  const { told, code } = await diffOf({ [FIGURES]: `\uFEFF${figures}`, ...indicators });
  expect(told).toBe("Không có dữ kiện hay câu trả lời nào khác so với before.");
  expect(code).toBe(0);
});

test("A comparison is told in its own words, so that a ratio is not read as a change", async () => {
  const edit = put(FIGURES, "{kind: change, value: 24.60}", "{kind: ratio, value: 93.65}");
  expect(await factLines(edit)).toEqual([
    "~ Tổng thu của Sa Đéc, 9 tháng đầu năm 2023 (kb/figures/so-lieu.yaml:9)",
    "so sánh: tăng 24,60% so với cùng kỳ năm trước → bằng 93,65% cùng kỳ năm trước (tức giảm 6,35%)",
  ]);
});

test("A period that was wrong is a change of one figure, not another figure in its place", async () => {
  const edit = put(FIGURES, "period: 2023-9M\n  value: 305000", "period: 2023-H1\n  value: 305000");
  expect(await factLines(edit)).toEqual([
    "~ Tổng thu của Sa Đéc, 6 tháng đầu năm 2023 (kb/figures/so-lieu.yaml:4)",
    "kỳ: 9 tháng đầu năm 2023 → 6 tháng đầu năm 2023",
  ]);
});

test("A figure that comes or goes is told in one sentence", async () => {
  const more = "\n- indicator: thu\n  place: mien-tay\n  period: 2024\n  value: 7\n  source: {id: bao-mau}\n";
  expect(await factLines({ [FIGURES]: VALID[FIGURES] + more })).toEqual([
    "+ Tổng thu của Miền Tây, năm 2024: 7 tỷ đồng. (kb/figures/so-lieu.yaml:20)",
  ]);
  expect(
    await factLines({ [FIGURES]: VALID[FIGURES] ?? "" }, { from: { ...VALID, [FIGURES]: VALID[FIGURES] + more } }),
  ).toEqual(["- Tổng thu của Miền Tây, năm 2024: 7 tỷ đồng. (kb/figures/so-lieu.yaml:20)"]);
});

test("An id that is renamed wherever it stands is one change, also where renamed things name each other", async () => {
  const place = everywhere(/\bsa-dec\b/g, "sa-dec-moi");
  expect(await factLines(place)).toEqual(["~ Sa Đéc [đổi mã] (kb/places/noi.yaml:2)", "mã: sa-dec → sa-dec-moi"]);
  const both = everywhere(/\buy-ban\b/g, "uy-ban-moi", { ...VALID, ...place });
  expect(await factLines(both)).toEqual([
    "~ Sa Đéc [đổi mã] (kb/places/noi.yaml:2)",
    "mã: sa-dec → sa-dec-moi",
    "~ Ủy ban Sa Đéc [đổi mã] (kb/organisations/co-quan.yaml:2)",
    "mã: uy-ban → uy-ban-moi",
  ]);
});

test("An id that is renamed while its thing is renamed too is another thing, and what is said of it tells which", async () => {
  const renamed = put("indicators/chi-so.yaml", "Thu nội địa", "Thu khác");
  const edit = everywhere(/\bthu-noi-dia\b/g, "thu-khac", { ...VALID, ...renamed });
  expect(await factLines(edit)).toEqual([
    "- Thu nội địa (kb/indicators/chi-so.yaml:5)",
    "+ Thu khác (kb/indicators/chi-so.yaml:5)",
    "~ Thu khác của Sa Đéc, 9 tháng đầu năm 2023 (kb/figures/so-lieu.yaml:11)",
    "chỉ số: Thu nội địa → Thu khác",
  ]);
});

test("Two things of one name are told apart by their ids", async () => {
  const other = put("places/noi.yaml", "type: city", "type: province");
  const lines = await factLines(everywhere(/\bsa-dec\b/g, "sa-dec-moi", { ...VALID, ...other }));
  expect(lines).toContain('nơi: Sa Đéc ("sa-dec") → Sa Đéc ("sa-dec-moi")');
});

test("Files that only moved say so, and what changed on the way is told as well", async () => {
  const moved = {
    "places/noi.yaml": null,
    "places/a/moi.yaml": (VALID["places/noi.yaml"] ?? "").replace("../", "../../"),
  };
  expect(await factLines(moved)).toEqual(["places/noi.yaml → places/a/moi.yaml: 2 dữ kiện, nội dung không đổi"]);
  const changed = {
    ...moved,
    "places/a/moi.yaml": moved["places/a/moi.yaml"].replace("type: region", "type: province"),
  };
  expect(await factLines(changed)).toEqual([
    "~ Miền Tây (kb/places/a/moi.yaml:16)",
    "loại: vùng → tỉnh",
    "places/noi.yaml → places/a/moi.yaml: 2 dữ kiện, 1 có đổi",
  ]);
});

test("A part of a file that went elsewhere is told of as a part", async () => {
  const [first = "", second = ""] = (VALID["places/noi.yaml"] ?? "").split("- id: mien-tay");
  const modeline = first.split("\n")[0];
  const edit = { "places/noi.yaml": first, "places/vung.yaml": `${modeline}\n- id: mien-tay${second}` };
  expect(await factLines(edit)).toEqual([
    "places/noi.yaml → places/vung.yaml: một phần, 1 dữ kiện, nội dung không đổi",
  ]);
});

test.each([
  [
    "an alias comes and another goes",
    put("places/noi.yaml", '["Sa Đéc hoa"]', '[Sadec, "Sa Đéc hoa"]'),
    ["+ tên gọi khác: Sadec"],
  ],
  ["the only alias goes", put("places/noi.yaml", '  aliases: ["Sa Đéc hoa"]\n', ""), ["- tên gọi khác: Sa Đéc hoa"]],
  [
    "one language changes",
    put("memoranda/bien-ban.yaml", "Growing together", "Growing"),
    ["mục đích › nội dung (tiếng Anh): Growing together → Growing"],
  ],
  [
    "both languages change",
    put(
      "memoranda/bien-ban.yaml",
      '{vi: "Cùng phát triển", en: "Growing together"}',
      '{vi: "Cùng lớn", en: "Growing"}',
    ),
    [
      "mục đích › nội dung (tiếng Việt): Cùng phát triển → Cùng lớn",
      "mục đích › nội dung (tiếng Anh): Growing together → Growing",
    ],
  ],
  [
    "what was unknown is known",
    put(
      "memoranda/bien-ban.yaml",
      'amendment:\n  unknown: {vi: "Bài không nêu", en: "Not told"}',
      'amendment: {text: {vi: "Cùng sửa", en: "Together"}, source: {id: bao-mau, paragraph: 2}}',
    ),
    ["điều chỉnh, bổ sung: không rõ (Bài không nêu) → Cùng sửa; Báo Mẫu, “Hai thành phố ký kết”, 18/10/2023, đoạn 2"],
  ],
  [
    "a paragraph is corrected",
    put("statements/dieu-noi.yaml", "paragraph: 6", "paragraph: 5"),
    [
      "nguồn: Báo Mẫu, “Hai thành phố ký kết”, 18/10/2023, đoạn 6 → Báo Mẫu, “Hai thành phố ký kết”, 18/10/2023, đoạn 5",
    ],
  ],
  [
    "the parties change places",
    put("memoranda/bien-ban.yaml", "- place: sa-dec\n  - place: mien-tay", "- place: mien-tay\n  - place: sa-dec"),
    ["bên ký (thứ tự): Sa Đéc; Miền Tây → Miền Tây; Sa Đéc"],
  ],
  [
    "a topic is worded otherwise",
    put("memoranda/bien-ban.yaml", "Kết nối tuyến", "Nối tuyến"),
    ["lĩnh vực “Du lịch” › nội dung hợp tác “Kết nối tuyến” › nội dung (tiếng Việt): Kết nối tuyến → Nối tuyến"],
  ],
  [
    "a count is corrected",
    put("programmes/chuong-trinh.yaml", "value: 1200", "value: 1300"),
    ["con số “Số khách” › giá trị: 1.200 lượt → 1.300 lượt"],
  ],
  [
    "a meeting moves",
    put("reviews/so-ket.yaml", "date: 2024-10-20", "date: 2024-10-21"),
    ["cuộc họp “20/10/2024” › ngày: 20/10/2024 → 21/10/2024"],
  ],
  [
    "the days of announcements change",
    put("reviews/so-ket.yaml", "everyMonths: 12", "everyMonths: 6\nannounce: {leads: [14, 1]}"),
    ["mấy tháng một lần: 12 → 6", "thông báo › báo trước mấy ngày: 30; 7; 1 → 14; 1"],
  ],
  [
    "a holiday ends later",
    put("holidays/nghi.yaml", "to: 2025-02-02", "to: 2025-02-03"),
    ["ngày nghỉ “Tết” › đến hết: 02/02/2025 → 03/02/2025"],
  ],
  [
    "an owner is named",
    put("places/noi.yaml", "  type: region", '  type: region\n  owner: "Phòng A"\n  verifyBy: 2026-01-01'),
    ["+ người chịu trách nhiệm: Phòng A", "+ kiểm tra lại trước: 01/01/2026"],
  ],
  [
    "a golden question expects more",
    put("questions/mau.yaml", "must: ['18[/.-]10']", "must: ['18[/.-]10', '2023']"),
    ["+ phải có: 2023"],
  ],
])("Field by field: %s", async (_, edit, lines) => {
  const [, ...fields] = await factLines(edit);
  expect(fields).toEqual(lines);
});

test("A meeting that is taken out and another one that is put in are not one meeting with another id", async () => {
  const edit = put(
    "reviews/so-ket.yaml",
    "- id: so-ket-2024\n    state: held\n    date: 2024-10-20",
    "- id: so-ket-2025\n    state: held\n    date: 2024-10-22",
  );
  const fields = (await factLines(edit)).slice(1).map((line) => line.slice(0, 24));
  expect(fields).toEqual(["+ cuộc họp “22/10/2024”:", "- cuộc họp “20/10/2024”:"]);
});

test("Every key that may stand in a file has a name that people read, and a key without one is shown as it is written", () => {
  const keysIn = (schema: unknown): string[] => {
    if (typeof schema !== "object" || schema === null) return [];
    const own =
      "properties" in schema && typeof schema.properties === "object" ? Object.keys(schema.properties ?? {}) : [];
    return [...own, ...Object.values(schema).flatMap(keysIn)];
  };
  const keys = new Set(ALL_KINDS.flatMap((kind) => keysIn(itemSchema(kind))));
  expect(keys.size).toBeGreaterThan(80);
  expect([...keys].filter((key) => !["vi", "en"].includes(key) && !isKnownKey(key))).toEqual([]);
  expect(keyName("strange", "en")).toBe("strange");
});
