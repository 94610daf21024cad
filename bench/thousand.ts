import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Made-up places that look like real ones: two syllables each, no two alike without marks. */
const FIRST =
  "Sông Núi Đồng Rừng Bến Cầu Hồ Biển Đầm Suối Phố Làng Chợ Cồn Vịnh Đảo Gò Bãi Thung Mỏ Vườn Ruộng Kênh Lạch Hang Thác".split(
    " ",
  );
const SECOND =
  "Trăng Mây Gió Nắng Sương Ngọc Vàng Bạc Hạc Rồng Phượng Sen Mai Trúc Quế Thông Lụa Gốm Muối Cát Đá Khói Chuông Diều Thuyền Lúa".split(
    " ",
  );
const PERSON = "Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split(" ");
const GIVEN =
  "Minh Lan Hùng Thảo Dũng Hương Tuấn Phương Quang Hạnh Long Nga Sơn Thủy Bình Yến Khoa Liên Thắng Hiền Việt Cúc Nam Oanh".split(
    " ",
  );
const MEASURES: readonly (readonly [id: string, vi: string, en: string, unit: readonly [string, string]])[] = [
  ["tang-truong", "Tăng trưởng kinh tế", "Economic growth", ["%", "%"]],
  ["thu-ngan-sach", "Thu ngân sách", "Budget revenue", ["tỷ đồng", "billion dong"]],
  ["chi-ngan-sach", "Chi ngân sách", "Budget spending", ["tỷ đồng", "billion dong"]],
  ["xuat-khau", "Kim ngạch xuất khẩu", "Export turnover", ["triệu đô la", "million dollars"]],
  ["khach-du-lich", "Lượng khách du lịch", "Tourist arrivals", ["nghìn lượt", "thousand visits"]],
  ["von-dau-tu", "Vốn đầu tư công", "Public investment", ["tỷ đồng", "billion dong"]],
  ["doanh-nghiep", "Doanh nghiệp mới lập", "New enterprises", ["doanh nghiệp", "enterprises"]],
  ["san-luong-lua", "Sản lượng lúa", "Rice output", ["nghìn tấn", "thousand tonnes"]],
];
const FIELDS: readonly (readonly [id: string, vi: string, en: string, topicVi: string, topicEn: string])[] = [
  ["nuoc", "Tài nguyên nước", "Water", "Cùng quan trắc chất lượng nước", "Measuring water quality together"],
  ["du-lich", "Phát triển du lịch", "Tourism", "Nối các tuyến tham quan", "Joining sightseeing routes"],
  ["giao-thong", "Hạ tầng giao thông", "Transport", "Mở tuyến xe buýt liên vùng", "Opening bus lines between regions"],
  ["y-te", "Chăm sóc sức khỏe", "Health care", "Luân phiên bác sĩ tuyến huyện", "Rotating district doctors"],
  ["giao-duc", "Giáo dục phổ thông", "Schools", "Trao đổi giáo viên giỏi", "Exchanging good teachers"],
  ["nong-nghiep", "Nông nghiệp sạch", "Clean farming", "Xây dựng chuỗi nông sản an toàn", "Building safe food chains"],
];

const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").replaceAll(" ", "-");

const modeline = (kind: string): string => `# yaml-language-server: $schema=../schemas/${kind}.schema.json\n`;
const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

export interface Thousand {
  /** Path below the folder → its text. */
  readonly files: ReadonlyMap<string, string>;
  /** The file with the figures of one place in one year, and a question that one of its figures answers. */
  readonly figures: { readonly file: string; readonly question: string };
}

/** Knowledge of so many files: places with their bodies and people, agreements between them, figures of many years. */
export function thousand(count = 1000): Thousand {
  const files = new Map<string, string>();
  const size = Math.max(4, Math.round(count * 0.06));
  const places = Array.from({ length: size }, (_, i) => {
    const vi = `${at(FIRST, i)} ${at(SECOND, i + Math.floor(i / FIRST.length) * 7)}`;
    return { id: plain(vi), vi, person: `${at(PERSON, i * 5)} ${at(GIVEN, i)} ${at(GIVEN, i * 7 + 3)}` };
  });
  const add = (kind: string, name: string, text: string): void =>
    void files.set(`${kind}/${name}.yaml`, modeline(kind) + text);

  for (let year = 2010; year < 2025; year++)
    add(
      "sources",
      `bao-${year}`,
      `id: bao-${year}\nnames: { vi: "Báo Thử Nghiệm ${year}", en: "Test Paper ${year}" }\ntitle: "Hợp tác các nơi năm ${year}"\nauthor: { unknown: { vi: "Không ghi.", en: "Not named." } }\npublished: { date: ${year}-12-01 }\nlanguage: vi\nrights: { vi: "Chỉ dữ kiện", en: "Facts only" }\n`,
    );
  add(
    "indicators",
    "chi-so",
    MEASURES.map(
      ([id, vi, en, unit]) =>
        `- id: ${id}\n  names: { vi: "${vi}", en: "${en}" }\n  unit: { vi: "${unit[0]}", en: "${unit[1]}" }\n`,
    ).join(""),
  );
  places.forEach(({ id, vi, person }, i) => {
    const source = `bao-${2010 + (i % 15)}`;
    add(
      "places",
      id,
      `id: ${id}\nnames: { vi: "${vi}", en: "${plain(vi).replaceAll("-", " ")} town" }\naliases: ["thị xã ${vi}"]\ntype: city\n`,
    );
    add(
      "organisations",
      `uy-ban-${id}`,
      `id: uy-ban-${id}\nnames: { vi: "Ủy ban nhân dân thị xã ${vi}", en: "People's Committee of ${plain(vi)}" }\naliases: ["UBND ${vi}"]\nplace: ${id}\n`,
    );
    add(
      "people",
      `lanh-dao-${id}`,
      `id: lanh-dao-${id}\nname: ${person} ${vi.split(" ")[1]}\noffices:\n  - title: { vi: "Chủ tịch UBND thị xã ${vi}", en: "Chairman of ${plain(vi)}" }\n    organisation: uy-ban-${id}\n    asOf: 2024-03-01\n    source: { id: ${source}, paragraph: 1 }\n`,
    );
  });
  for (let i = 0; i < Math.round(count * 0.08); i++) {
    const [a, b] = [at(places, i), at(places, i + 1 + Math.floor(i / places.length) * 5)];
    const source = `{ id: bao-${2010 + (i % 15)}, paragraph: ${1 + (i % 9)} }`;
    const id = `bien-ban-${a.id}-${b.id}`;
    const fields = FIELDS.filter((_, f) => (f + i) % 2 === 0)
      .map(
        ([field, vi, en, topicVi, topicEn]) =>
          `    - id: ${field}\n      names: { vi: "${vi}", en: "${en}" }\n      topics:\n        - text: { vi: "${topicVi} ở ${a.vi}", en: "${topicEn} in ${plain(a.vi)}" }\n      source: ${source}\n`,
      )
      .join("");
    add(
      "memoranda",
      id,
      `id: ${id}\nnames: { vi: "Biên bản ghi nhớ ${a.vi} – ${b.vi}", en: "Memorandum of ${plain(a.vi)} and ${plain(b.vi)}" }\nparties:\n  - { organisation: uy-ban-${a.id}, place: ${a.id} }\n  - { organisation: uy-ban-${b.id}, place: ${b.id} }\nsignatories:\n  - { person: lanh-dao-${a.id}, title: { vi: "Chủ tịch", en: "Chairman" }, party: uy-ban-${a.id} }\nsigned:\n  date: { day: ${2010 + (i % 15)}-0${1 + (i % 9)}-1${i % 9} }\n  venue: { vi: "Nhà văn hóa ${a.vi}", en: "House of culture of ${plain(a.vi)}" }\n  source: ${source}\nvalidity: { period: ${2010 + (i % 15)}..${2015 + (i % 15)}, source: ${source} }\npurpose:\n  text: { vi: "Cùng phát triển ${a.vi} và ${b.vi}", en: "Growing together" }\n  source: ${source}\nfields:\n  items:\n${fields}  source: ${source}\namendment: { unknown: { vi: "Bài không nêu.", en: "Not told." } }\nimplementation:\n  text: { vi: "Hai ủy ban ${a.vi}, ${b.vi} tổ chức thực hiện", en: "Both committees carry it out" }\n  source: ${source}\n`,
    );
    if (i % 4 === 0)
      add(
        "reviews",
        `so-ket-${id}`,
        `id: so-ket-${id}\nnames: { vi: "Sơ kết hợp tác ${a.vi} – ${b.vi}", en: "Review of ${plain(a.vi)} and ${plain(b.vi)}" }\nmemorandum: ${id}\neveryMonths: 12\ncadence: { vi: "Mỗi năm một lần", en: "Once a year" }\nsource: ${source}\n`,
      );
    if (i % 2 === 0)
      add(
        "statements",
        `phat-bieu-${i}`,
        `id: phat-bieu-${i}\nabout: [${a.id}, ${id}]\nspeaker: lanh-dao-${a.id}\ntitle: { vi: "Chủ tịch ${a.vi} nói về nguồn nước chung", en: "The chairman of ${plain(a.vi)} on shared water" }\ntext: { vi: "${a.vi} và ${b.vi} cùng lo giữ nguồn nước sạch cho hạ du trong ${2 + (i % 9)} năm tới", en: "Both towns care for clean water" }\nsource: ${source}\n`,
      );
    if (i % 2 === 1)
      add(
        "events",
        `hoi-nghi-${i}`,
        `id: hoi-nghi-${i}\nnames: { vi: "Hội nghị giao thương ${a.vi} lần ${i}", en: "Trade conference of ${plain(a.vi)} ${i}" }\nsummary: { vi: "Doanh nghiệp ${a.vi} gặp doanh nghiệp ${b.vi}", en: "Enterprises met" }\nperiod: ${2010 + (i % 15)}\nplaces: [${a.id}]\norganisers: [uy-ban-${a.id}]\ncounts:\n  - { id: dai-bieu, what: { vi: "đại biểu tham dự", en: "delegates who attended" }, value: ${100 + i}, unit: { vi: "người", en: "people" }, source: ${source} }\nsource: ${source}\n`,
      );
  }
  // What is left are figures, as it is in life: a file for each place and year.
  const fixed = files.size + 1;
  for (let i = 0; files.size < count - 1; i++) {
    const place = at(places, i);
    const year = 2024 - Math.floor(i / places.length);
    add("figures", `${place.id}-${year}`, figures(place.id, year, i));
  }
  const asked = MEASURES.slice(0, 6).flatMap(([, vi], i) =>
    at(places, i) === undefined ? [] : `- { q: "${vi} của ${at(places, i).vi} năm 2024?", expect: answered }\n`,
  );
  add("questions", "mau", asked.join(""));
  const [first] = places;
  if (first === undefined || files.size < fixed) throw new Error("Too few files.");
  return {
    files,
    figures: { file: `figures/${first.id}-2024.yaml`, question: `Thu ngân sách của ${first.vi} năm 2024?` },
  };
}

const figures = (place: string, year: number, i: number): string =>
  MEASURES.map(
    ([indicator], m) =>
      `- { indicator: ${indicator}, place: ${place}, period: ${year}, value: ${100 + ((i * 37 + m * 101) % 900)}, source: { id: bao-${Math.max(2010, Math.min(2024, year))}, paragraph: ${1 + m} } }\n`,
  ).join("");

/** Writes them below the folder. */
export async function write(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const folders = new Set([...files.keys()].map((name) => dirname(join(folder, name))));
  for (const one of folders) await mkdir(one, { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
}
