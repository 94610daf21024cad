import { createRandom } from "../../src/evaluation/variants.ts";
import { PLACES, type RealPlace } from "./places.ts";

/** Real names, made-up numbers: knowledge as it would look after years of use, with many near siblings. */
export interface Grown {
  /** Path below the folder → its text. */
  readonly files: ReadonlyMap<string, string>;
  readonly figures: readonly GrownFigure[];
  readonly memoranda: readonly GrownMemorandum[];
  /** Near siblings of which nothing is held. */
  readonly missing: readonly Pick<GrownFigure, "indicator" | "place" | "period">[];
}

export interface Measure {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
}

export interface GrownFigure {
  readonly indicator: Measure;
  readonly place: RealPlace;
  /** As the files write it. */
  readonly period: string;
  readonly value: string;
  /** The latest of this indicator and place. */
  readonly isLatest: boolean;
}

export interface GrownMemorandum {
  readonly places: readonly [RealPlace, RealPlace];
  readonly year: number;
  /** ISO. */
  readonly signed: string;
  readonly isOnlyOne: boolean;
}

type Row = readonly [id: string, vi: string, en: string, unitVi: string, unitEn: string, most: number];

const MEASURES: readonly Row[] = [
  ["grdp", "Tăng trưởng GRDP", "GRDP growth", "%", "%", 15],
  ["thu-ngan-sach", "Thu ngân sách nhà nước", "State budget revenue", "tỷ đồng", "billion dong", 400_000],
  ["chi-ngan-sach", "Chi ngân sách địa phương", "Local budget spending", "tỷ đồng", "billion dong", 120_000],
  ["xuat-khau", "Kim ngạch xuất khẩu", "Export turnover", "triệu USD", "million USD", 50_000],
  ["khach-quoc-te", "Lượt khách quốc tế", "International arrivals", "nghìn lượt", "thousand visits", 6000],
  ["ban-le", "Tổng mức bán lẻ hàng hóa", "Retail sales of goods", "tỷ đồng", "billion dong", 700_000],
  ["nhap-khau", "Kim ngạch nhập khẩu", "Import turnover", "triệu USD", "million USD", 50_000],
  ["khach-noi-dia", "Lượt khách nội địa", "Domestic arrivals", "nghìn lượt", "thousand visits", 30_000],
  ["von-fdi", "Vốn FDI đăng ký", "Registered FDI capital", "triệu USD", "million USD", 5000],
  ["dau-tu-cong", "Giải ngân vốn đầu tư công", "Public investment disbursed", "tỷ đồng", "billion dong", 60_000],
  ["iip", "Chỉ số sản xuất công nghiệp", "Industrial production index", "%", "%", 30],
  [
    "doanh-nghiep-moi",
    "Doanh nghiệp thành lập mới",
    "Newly registered enterprises",
    "doanh nghiệp",
    "enterprises",
    50_000,
  ],
  ["doanh-nghiep-giai-the", "Doanh nghiệp giải thể", "Dissolved enterprises", "doanh nghiệp", "enterprises", 9000],
  ["san-luong-lua", "Sản lượng lúa", "Rice output", "nghìn tấn", "thousand tonnes", 4500],
  ["san-luong-thuy-san", "Sản lượng thủy sản", "Fishery output", "nghìn tấn", "thousand tonnes", 900],
  ["ho-ngheo", "Tỷ lệ hộ nghèo", "Poverty rate", "%", "%", 30],
  ["that-nghiep", "Tỷ lệ thất nghiệp", "Unemployment rate", "%", "%", 9],
  ["dien-thuong-pham", "Điện thương phẩm", "Commercial electricity", "triệu kWh", "million kWh", 30_000],
  ["hang-qua-cang", "Hàng hóa qua cảng", "Cargo through ports", "nghìn tấn", "thousand tonnes", 90_000],
  ["doanh-thu-van-tai", "Doanh thu vận tải", "Transport turnover", "tỷ đồng", "billion dong", 150_000],
  ["nha-o-xa-hoi", "Căn hộ nhà ở xã hội hoàn thành", "Social housing units completed", "căn", "units", 9000],
  ["san-luong-than", "Sản lượng than", "Coal output", "nghìn tấn", "thousand tonnes", 45_000],
  ["cpi", "Chỉ số giá tiêu dùng", "Consumer price index", "%", "%", 20],
  ["tin-dung", "Dư nợ tín dụng", "Outstanding credit", "tỷ đồng", "billion dong", 3_000_000],
];

/** Of these nothing is ever held. */
const NEVER: readonly Measure[] = [
  { id: "", vi: "Tỷ lệ che phủ rừng", en: "Forest cover" },
  { id: "", vi: "Sản lượng cà phê", en: "Coffee output" },
  { id: "", vi: "Số giường bệnh", en: "Number of hospital beds" },
  { id: "", vi: "Thuê bao internet", en: "Internet subscribers" },
];

const FIELDS: readonly (readonly [id: string, vi: string, en: string, topicVi: string, topicEn: string])[] = [
  ["du-lich", "Phát triển du lịch", "Tourism development", "Nối các tuyến tham quan", "Joining sightseeing routes"],
  ["giao-thong", "Hạ tầng giao thông", "Transport infrastructure", "Mở tuyến xe liên tỉnh", "Opening bus lines"],
  ["y-te", "Chăm sóc sức khỏe", "Health care", "Luân phiên bác sĩ tuyến huyện", "Rotating district doctors"],
  ["giao-duc", "Giáo dục phổ thông", "Schools", "Trao đổi giáo viên giỏi", "Exchanging good teachers"],
  ["nong-san", "Tiêu thụ nông sản", "Farm produce", "Xây dựng chuỗi nông sản an toàn", "Building safe food chains"],
  ["chuyen-doi-so", "Chuyển đổi số", "Digital transformation", "Dùng chung nền tảng dữ liệu", "Sharing data platforms"],
];

const FAMILY = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split(" ");
const MIDDLE = "Văn Thị Minh Quang Đức Thanh Ngọc Hữu Xuân Hải".split(" ");
const GIVEN =
  "Lan Hùng Thảo Dũng Hương Tuấn Phương Hạnh Long Nga Sơn Thủy Bình Yến Khoa Liên Thắng Hiền Việt Cúc Nam".split(" ");

const modeline = (kind: string): string => `# yaml-language-server: $schema=../schemas/${kind}.schema.json\n`;
const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

/** So many facts the kinds make of an agreement, and of all places and sources. */
const FACTS_A_MEMORANDUM = 12;
const FACTS_ELSEWHERE = 150;
const LAST_YEAR = 2024;

/** Knowledge of about so many facts and figures together; the same number makes the same. */
export function grown(facts: number): Grown {
  const random = createRandom(facts);
  const files = new Map<string, string>();
  const add = (kind: string, name: string, text: string): void =>
    void files.set(`${kind}/${name}.yaml`, modeline(kind) + text);
  const told = PLACES.slice(0, facts < 1000 ? 8 : facts < 10_000 ? 34 : 63);
  const measures = MEASURES.slice(0, facts < 1000 ? 6 : facts < 10_000 ? 10 : facts < 100_000 ? 16 : 24);
  const firstYear = LAST_YEAR - (facts < 100_000 ? 10 : 25);
  for (let year = firstYear; year <= LAST_YEAR + 1; year++) add("sources", `nien-giam-${year}`, sourceOf(year));
  add("places", "viet-nam", PLACES.map(placeItem).join(""));
  told.forEach((place, i) => {
    add("organisations", `ubnd-${place.id}`, organisationItem(place));
    add("people", `chu-tich-${place.id}`, personItem(place, i));
  });
  const indicators = measures.map(
    ([id, vi, en, unitVi, unitEn]) =>
      `- id: ${id}\n  names: { vi: "${vi}", en: "${en}" }\n  unit: { vi: "${unitVi}", en: "${unitEn}" }\n`,
  );
  add("indicators", "chi-so", indicators.join(""));
  const memoranda = agreements(told, Math.round((facts * 0.15) / FACTS_A_MEMORANDUM));
  for (const [i, one] of memoranda.entries()) add("memoranda", idOfMemorandum(one), memorandumItem(one, i));
  const left = facts - FACTS_ELSEWHERE - told.length * 3 - memoranda.length * FACTS_A_MEMORANDUM;
  const figures: GrownFigure[] = [];
  const missing: Grown["missing"][number][] = [];
  const seen = new Set<string>();
  for (let year = LAST_YEAR; year > firstYear && figures.length < left; year--)
    for (const place of told) {
      if (figures.length >= left) break;
      const items: string[] = [];
      for (const [id, vi, en, , , most] of measures) {
        const indicator = { id, vi, en };
        for (const period of periodsOf(year, facts)) {
          const one = { indicator, place, period };
          // A few places never report a few indicators; of the rest a period is missing now and then.
          const isHeld = !isNeverReported(place, id) && random() < 0.75;
          if (!isHeld) {
            missing.push(one);
            continue;
          }
          const value = most <= 30 ? (random() * most).toFixed(2) : String(Math.ceil(random() * most));
          const key = `${id} ${place.id}`;
          figures.push({ ...one, value: plainly(value), isLatest: !seen.has(key) });
          items.push(figureItem(one, plainly(value), random));
        }
      }
      add("figures", `${place.id}-${year}`, items.join(""));
      for (const { indicator } of figures.slice(-items.length)) seen.add(`${indicator.id} ${place.id}`);
    }
  for (const place of told.slice(0, 8))
    for (const indicator of NEVER) missing.push({ indicator, place, period: String(LAST_YEAR) });
  for (const place of PLACES.slice(told.length, told.length + 8))
    for (const [id, vi, en] of measures.slice(0, 4))
      missing.push({ indicator: { id, vi, en }, place, period: String(LAST_YEAR) });
  return { files, figures, memoranda, missing };
}

/** "24.60" would have to be quoted. */
const plainly = (value: string): string => String(Number(value));

const isNeverReported = (place: RealPlace, indicator: string): boolean =>
  (place.id.length * 7 + indicator.length * 3 + place.id.charCodeAt(0)) % 17 === 0;

const periodsOf = (year: number, facts: number): readonly string[] => [
  `${year}`,
  `${year}-9M`,
  `${year}-H1`,
  ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
  ...(facts < 100_000 ? [] : Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`)),
];

const sourceOf = (year: number): string =>
  `id: nien-giam-${year}\nnames: { vi: "Niên giám thử nghiệm ${year}", en: "Test yearbook ${year}" }\ntitle: "Số liệu các tỉnh, thành năm ${year}"\nauthor: { unknown: { vi: "Không ghi tên.", en: "No author is named." } }\npublished: { date: ${year}-12-31 }\nlanguage: vi\nrights: { vi: "Số thử nghiệm", en: "Test numbers" }\n`;

function placeItem({ id, vi, en, isCity, into }: RealPlace): string {
  const kind = isCity ? "thành phố" : "tỉnh";
  const aliases = vi.startsWith("Thành phố") ? ["TP.HCM", "TP Hồ Chí Minh", "Sài Gòn"] : [`${kind} ${vi}`];
  const successor = PLACES.find((place) => place.id === into);
  const territory =
    successor === undefined
      ? ""
      : `  territories:\n    - until: 2025-06-30\n      note: { vi: "Trước khi nhập vào ${successor.vi}", en: "Before it was merged into ${successor.en}" }\n      successors: [${successor.id}]\n      source: { id: nien-giam-2025, paragraph: 1 }\n`;
  return `- id: ${id}\n  names: { vi: "${vi}", en: "${en}" }\n  aliases: [${aliases.map((one) => `"${one}"`).join(", ")}]\n  type: ${isCity ? "city" : "province"}\n${territory}`;
}

const organisationItem = ({ id, vi, en, isCity }: RealPlace): string =>
  `id: ubnd-${id}\nnames: { vi: "Ủy ban nhân dân ${areaOf(vi, isCity)}", en: "People's Committee of ${en}" }\naliases: ["UBND ${vi}"]\nplace: ${id}\n`;

const areaOf = (vi: string, isCity: boolean): string =>
  vi.startsWith("Thành phố") ? vi : `${isCity ? "thành phố" : "tỉnh"} ${vi}`;

const personItem = ({ id, vi, en }: RealPlace, i: number): string =>
  `id: chu-tich-${id}\nname: ${pick(FAMILY, i * 5)} ${pick(MIDDLE, i * 3)} ${pick(GIVEN, i)} ${pick(GIVEN, Math.floor(i / GIVEN.length) + i + 4)}\noffices:\n  - title: { vi: "Chủ tịch UBND ${vi}", en: "Chairman of the People's Committee of ${en}" }\n    organisation: ubnd-${id}\n    asOf: 2024-03-01\n    source: { id: nien-giam-2024, paragraph: ${1 + i} }\n`;

function agreements(places: readonly RealPlace[], count: number): GrownMemorandum[] {
  const made: GrownMemorandum[] = [];
  const pairs = (places.length * (places.length - 1)) / 2;
  for (let round = 0; made.length < count; round++)
    for (let a = 0; a < places.length; a++)
      for (let b = a + 1; b < places.length && made.length < count; b++) {
        const [one, two] = [places[a], places[b]];
        if (one === undefined || two === undefined) continue;
        const year = LAST_YEAR - 3 * round - ((a + b) % 3);
        const signed = `${year}-${String(1 + ((a * 5 + b) % 12)).padStart(2, "0")}-${String(1 + ((a * 11 + b * 7) % 28)).padStart(2, "0")}`;
        made.push({ places: [one, two], year, signed, isOnlyOne: count <= pairs });
      }
  return made;
}

export const idOfMemorandum = ({ places: [a, b], year }: GrownMemorandum): string =>
  `bb-${a.id}-${b.id}-${String(year).slice(2)}`
    .replace("thanh-pho-ho-chi-minh", "tp-hcm")
    .replace("ba-ria-vung-tau", "ba-ria");

function memorandumItem(one: GrownMemorandum, i: number): string {
  const [a, b] = one.places;
  const source = `{ id: nien-giam-${one.year}, paragraph: ${1 + (i % 40)} }`;
  const fields = FIELDS.filter((_, f) => (f + i) % 2 === 0)
    .map(
      ([id, vi, en, topicVi, topicEn]) =>
        `    - id: ${id}\n      names: { vi: "${vi}", en: "${en}" }\n      topics:\n        - text: { vi: "${topicVi} giữa ${a.vi} và ${b.vi}", en: "${topicEn} between ${a.en} and ${b.en}" }\n      source: ${source}\n`,
    )
    .join("");
  return `id: ${idOfMemorandum(one)}\nnames: { vi: "Biên bản ghi nhớ ${a.vi} – ${b.vi} ${one.year}", en: "Memorandum between ${a.en} and ${b.en}, ${one.year}" }\nparties:\n  - { organisation: ubnd-${a.id}, place: ${a.id} }\n  - { organisation: ubnd-${b.id}, place: ${b.id} }\nsignatories:\n  - { person: chu-tich-${a.id}, title: { vi: "Chủ tịch", en: "Chairman" }, party: ubnd-${a.id} }\n  - { person: chu-tich-${b.id}, title: { vi: "Chủ tịch", en: "Chairman" }, party: ubnd-${b.id} }\nsigned:\n  date: { day: ${one.signed} }\n  venue: { vi: "Trung tâm hội nghị ${a.vi}", en: "Conference centre of ${a.en}" }\n  source: ${source}\nvalidity: { period: ${one.year}..${one.year + 4}, source: ${source} }\npurpose:\n  text: { vi: "Cùng phát triển ${a.vi} và ${b.vi}", en: "${a.en} and ${b.en} growing together" }\n  source: ${source}\nfields:\n  items:\n${fields}  source: ${source}\namendment: { unknown: { vi: "Nguồn không nêu.", en: "The source does not say." } }\nimplementation:\n  text: { vi: "Hai ủy ban ${a.vi}, ${b.vi} tổ chức thực hiện", en: "The committees of ${a.en} and ${b.en} carry it out" }\n  source: ${source}\n`;
}

function figureItem(
  { indicator, place, period }: Pick<GrownFigure, "indicator" | "place" | "period">,
  value: string,
  random: () => number,
): string {
  const change =
    random() < 0.3
      ? `, comparisons: [{ kind: share-of-plan, value: ${plainly((60 + random() * 50).toFixed(1))} }]`
      : "";
  const source = `{ id: nien-giam-${period.slice(0, 4)}, paragraph: ${1 + Math.floor(random() * 60)} }`;
  return `- { indicator: ${indicator.id}, place: ${place.id}, period: ${period}, value: ${value}${change}, source: ${source} }\n`;
}
