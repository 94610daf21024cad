import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type Files = Readonly<Record<string, string>>;

/** A new folder on the disk with these files. */
export async function folderOf(files: Files): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "knowledge-"));
  for (const [name, text] of Object.entries(files)) await writeTo(join(root, name), text);
  return root;
}

async function writeTo(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** A small knowledge base without a mistake, one thing of every kind. */
export const VALID: Files = {
  "sources/bao.yaml": `# yaml-language-server: $schema=../schemas/sources.schema.json
id: bao-mau
names: {vi: "Báo Mẫu", en: "Sample Paper"}
title: "Hai thành phố ký kết"
author: {name: "Lê Thị Mẫu"}
published: {date: 2023-10-18}
language: vi
rights: {vi: "Chỉ dữ kiện", en: "Facts only"}
url: https://example.org/bai
`,
  "places/noi.yaml": `# yaml-language-server: $schema=../schemas/places.schema.json
- id: sa-dec
  names: {vi: "Sa Đéc", en: "Sa Dec"}
  aliases: ["Sa Đéc hoa"]
  exact: [SD]
  type: city
  within: [mien-tay]
  territories:
    - from: 2018-01-01
      until: 2025-06-30
      note: {vi: "trước khi sắp xếp", en: "before the merger"}
      successors: [sa-dec]
      source: {id: bao-mau, paragraph: 2}
- id: mien-tay
  names: {vi: "Miền Tây", en: "The West"}
  type: region
`,
  "organisations/co-quan.yaml": `# yaml-language-server: $schema=../schemas/organisations.schema.json
id: uy-ban
names: {vi: "Ủy ban Sa Đéc", en: "Sa Dec Committee"}
place: sa-dec
`,
  "people/nguoi.yaml": `# yaml-language-server: $schema=../schemas/people.schema.json
id: tran-van-mau
name: Trần Văn Mẫu
offices:
  - title: {vi: "Chủ tịch Sa Đéc", en: "Chair of Sa Dec"}
    organisation: uy-ban
    asOf: 2023-10-18
    source: {id: bao-mau, paragraph: 1}
`,
  "memoranda/bien-ban.yaml": `# yaml-language-server: $schema=../schemas/memoranda.schema.json
id: bien-ban
names: {vi: "Biên bản mẫu", en: "Sample memorandum"}
parties:
  - place: sa-dec
  - place: mien-tay
signatories:
  unknown: {vi: "Bài không nêu", en: "Not told"}
signed:
  date: {day: 2023-10-18}
  venue: {vi: "Hội trường", en: "The hall"}
  source: {id: bao-mau, paragraph: 1}
validity:
  period: 2023..2025
  openEnded: true
  source: {id: bao-mau, paragraph: 1}
purpose:
  text: {vi: "Cùng phát triển", en: "Growing together"}
  source: {id: bao-mau, paragraph: 1}
fields:
  declared: 2
  items:
    - id: du-lich
      names: {vi: "Du lịch", en: "Tourism"}
      topics:
        - text: {vi: "Kết nối tuyến", en: "Connecting routes"}
      source: {id: bao-mau, paragraph: 3}
    - id: y-te
      names: {vi: "Y tế", en: "Health"}
      topics:
        unknown: {vi: "Chỉ nêu tên", en: "Only named"}
      source: {id: bao-mau, paragraph: 3}
  source: {id: bao-mau, paragraph: 3}
amendment:
  unknown: {vi: "Bài không nêu", en: "Not told"}
implementation:
  unknown: {vi: "Bài không nêu", en: "Not told"}
`,
  "programmes/chuong-trinh.yaml": `# yaml-language-server: $schema=../schemas/programmes.schema.json
id: du-lich-2016
names: {vi: "Chương trình du lịch", en: "Tourism programme"}
summary: {vi: "Nối tour", en: "Joint tours"}
period: 2016..2020
places: [sa-dec]
participants:
  ids: [mien-tay]
  complete: false
  source: {id: bao-mau}
counts:
  - id: khach
    what: {vi: "Số khách", en: "Visitors"}
    value: 1200
    unit: {vi: "lượt", en: "visits"}
    source: {id: bao-mau, paragraph: 4}
source: {id: bao-mau}
`,
  "events/2023/hoi-nghi.yml": `# yaml-language-server: $schema=../../schemas/events.schema.json
id: hoi-nghi
names: {vi: "Hội nghị mẫu", en: "Sample conference"}
summary: {vi: "Gặp gỡ", en: "A meeting"}
period: {unknown: {vi: "Không nêu ngày", en: "No date given"}}
source: {id: bao-mau}
`,
  "documents/van-ban.yaml": `# yaml-language-server: $schema=../schemas/documents.schema.json
id: nghi-quyet
names: {vi: "Nghị quyết mẫu", en: "Sample resolution"}
number: 01-NQ/TW
issuer: uy-ban
subject: {vi: "Về du lịch", en: "On tourism"}
source: {id: bao-mau}
`,
  "indicators/chi-so.yaml": `# yaml-language-server: $schema=../schemas/indicators.schema.json
- id: thu
  names: {vi: "Tổng thu", en: "Total revenue"}
  unit: {vi: "tỷ đồng", en: "billion dong"}
- id: thu-noi-dia
  names: {vi: "Thu nội địa", en: "Domestic revenue"}
  unit: {vi: "tỷ đồng", en: "billion dong"}
  partOf: thu
`,
  "figures/so-lieu.yaml": `# yaml-language-server: $schema=../schemas/figures.schema.json
- indicator: thu
  place: sa-dec
  period: 2023-9M
  value: 305000
  qualifier: over
  comparisons:
    - {kind: share-of-plan, value: 86.5}
    - {kind: change, value: 24.60}
  source: {id: bao-mau, paragraph: 5}
- indicator: thu-noi-dia
  place: sa-dec
  period: 2023-9M
  value: 60000
  readings:
    - {value: 60000, likelier: true, why: {vi: "Số tiền", en: "The amount"}}
    - {value: 117000, likelier: false, why: {vi: "Phần chênh", en: "The difference"}}
  source: {id: bao-mau, paragraph: 5}
`,
  "statements/dieu-noi.yaml": `# yaml-language-server: $schema=../schemas/statements.schema.json
id: chung-noi-lo
about: [sa-dec, bien-ban]
speaker: tran-van-mau
title: {vi: "Chung nỗi lo", en: "Shared worries"}
text: {vi: "Hai bên giống nhau", en: "The two are alike"}
source: {id: bao-mau, paragraph: 6}
`,
  "holidays/nghi.yaml": `# yaml-language-server: $schema=../schemas/holidays.schema.json
id: ngay-nghi
names: {vi: "Ngày nghỉ", en: "Days off"}
days:
  - {from: 2025-01-25, to: 2025-02-02, names: {vi: "Tết", en: "Lunar New Year"}}
  - {date: 2025-09-02, names: {vi: "Quốc khánh", en: "National Day"}}
`,
  "reviews/so-ket.yaml": `# yaml-language-server: $schema=../schemas/reviews.schema.json
id: so-ket
names: {vi: "Sơ kết biên bản mẫu", en: "Review of the sample memorandum"}
memorandum: bien-ban
everyMonths: 12
cadence: {vi: "Mỗi năm một lần", en: "Once a year"}
invitees:
  - {id: uy-ban, note: {vi: "được mời", en: "invited"}, source: {id: bao-mau, paragraph: 7}}
meetings:
  - id: so-ket-2024
    state: held
    date: 2024-10-20
    time: "08:30"
    source: {id: bao-mau}
source: {id: bao-mau, paragraph: 7}
`,
  "questions/mau.yaml": `# yaml-language-server: $schema=../schemas/questions.schema.json
- {q: "Ký ngày nào?", lang: vi, expect: answered, must: ['18[/.-]10'], at: 2024-01-05}
`,
};
