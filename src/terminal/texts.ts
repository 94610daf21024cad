import type { Both, Language } from "../core/language.ts";

/** What `--help` says. */
export const TEXTS = {
  program: {
    vi: "Trả lời câu hỏi của cán bộ từ kho tri thức YAML.",
    en: "Answers staff questions from a knowledge base of YAML files.",
  },
  ask: { vi: "Hỏi một câu bằng lời thường", en: "Ask one question in plain words" },
  chat: { vi: "Trò chuyện trong cửa sổ dòng lệnh", en: "Chat in the terminal" },
  check: { vi: "Kiểm tra kho tri thức, báo mọi lỗi", en: "Check a knowledge base and report every problem" },
  eval: { vi: "Đo bot trên các tệp câu hỏi mẫu", en: "Measure the bot on files of golden questions" },
  publish: { vi: "Đăng ký các lệnh với Slack hoặc Discord", en: "Tell Slack or Discord which commands there are" },
  new: { vi: "Tạo tệp mới: hỏi từng điều rồi ghi", en: "Make a new file: asks, checks, writes" },
  kind: { vi: "Loại: place, memorandum, figure …", en: "The kind: place, memorandum, figure …" },
  kindWords: { vi: "Trả lời sẵn bằng tùy chọn", en: "Answers given as options" },
  announce: {
    vi: "Thông báo họp sơ kết: preview, due, run-once, history, changes",
    en: "Announcements of reviews: preview, due, run-once, history, changes",
  },
  announceAction: { vi: "Xem hay làm gì", en: "What to look at or do" },
  announceAt: {
    vi: "In đúng nội dung gửi lên đó: slack hoặc discord",
    en: "Print what is sent there: slack or discord",
  },
  against: {
    vi: "changes: so với thư mục này hoặc commit git này",
    en: "changes: the folder or git commit to compare with",
  },
  diff: {
    vi: "Xem lần sửa YAML đổi gì trong dữ kiện và câu trả lời",
    en: "Show what an edit of the YAML changes in facts and answers",
  },
  diffAgainst: {
    vi: "So với commit git này hoặc thư mục này",
    en: "The git commit or folder to compare with",
  },
  markdown: { vi: "In Markdown cho pull request", en: "Print Markdown for a pull request" },
  failOn: {
    vi: "answers: mã thoát 2 khi câu hỏi mẫu mất câu trả lời hoặc đổi số",
    en: "answers: exit code 2 where a golden question loses its answer or figure",
  },
  questions: { vi: "Hỏi thêm các câu trong tệp này", en: "Ask the questions of these files as well" },
  days: { vi: "Xem trước bao nhiêu ngày", en: "How many days to look ahead" },
  doctor: { vi: "Kiểm tra cấu hình, quyền, kho trạng thái", en: "Check settings, permissions and the state" },
  state: {
    vi: "Kho trạng thái: backup TỆP, restore TỆP, restored THỜI-ĐIỂM (sau pg_restore), move (sang PostgreSQL)",
    en: "The durable state: backup FILE, restore FILE, restored TIME (after pg_restore), move (to PostgreSQL)",
  },
  stateFile: { vi: "Tệp sao lưu", en: "The backup file" },
  force: { vi: "Ghi đè kho trạng thái đang có", en: "Write over the state that is there" },
  platform: { vi: "slack hoặc discord", en: "slack or discord" },
  platformWords: { vi: "Tùy chọn của nền tảng đó", en: "What that platform takes" },
  question: { vi: "Câu hỏi", en: "The question" },
  file: { vi: "Tệp YAML câu hỏi mẫu", en: "A YAML file of golden questions" },
  knowledge: { vi: "Thư mục kho tri thức", en: "The folder of the knowledge base" },
  lang: { vi: "Tiếng nào: vi hoặc en", en: "Which language: vi or en" },
  at: { vi: "Hỏi như vào lúc nào (ngày hoặc ngày giờ ISO)", en: "Ask as if at this time (ISO date or date-time)" },
  json: { vi: "In JSON cho công cụ", en: "Print JSON for tools" },
  askJson: { vi: "In câu trả lời dạng JSON", en: "Print the answer as JSON" },
  stdin: { vi: "Đọc mỗi dòng một câu hỏi từ đầu vào", en: "Read one question a line from standard input" },
  help: { vi: "In phần trợ giúp này", en: "Print this help" },
} as const;

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "Cách dùng:",
  "Arguments:": "Tham số:",
  "Options:": "Tùy chọn:",
  "Commands:": "Các lệnh:",
};

/** The parts of `--help` that the library would say in English. */
export const helpIn = (language: Language) => ({
  styleTitle: (title: string): string => (language === "vi" ? (TITLES[title] ?? title) : title),
  styleUsage: (usage: string): string =>
    language === "vi" ? usage.replace("[options]", "[tùy chọn]").replace("[command]", "[lệnh]") : usage,
  optionDescription: ({ description, defaultValue }: { description: string; defaultValue?: unknown }): string =>
    typeof defaultValue === "string" ? `${description} (${DEFAULT[language]}: ${defaultValue})` : description,
});

const DEFAULT = { vi: "mặc định", en: "default" } as const;

/** A mistake on the command line in one sentence; the library's own sentences are English only. */
export function complaintOf(
  { code, message }: { readonly code: string; readonly message: string },
  language: Language,
): string {
  const [, named = ""] = /'([^']*)'/.exec(message) ?? [];
  return (COMPLAINTS[code] ?? other(message))(named)[language];
}

const other = (message: string) => (): Both => ({ vi: message, en: message });

const COMPLAINTS: Readonly<Record<string, (named: string) => Both>> = {
  "lien-thanh.time": () => ({
    vi: "--at cần một thời điểm có thật, ví dụ 2024-10-18 hoặc 2024-10-18T08:30.",
    en: "--at takes a time that exists, such as 2024-10-18 or 2024-10-18T08:30.",
  }),
  "lien-thanh.days": () => ({
    vi: "--days cần một số ngày, ví dụ 90.",
    en: "--days takes a number of days, such as 90.",
  }),
  "lien-thanh.fail-on": () => ({
    vi: "--fail-on chỉ nhận answers.",
    en: "--fail-on takes answers, nothing else.",
  }),
  "commander.unknownCommand": (named) => ({
    vi: `Không có lệnh “${named}”. Thêm --help để xem các lệnh.`,
    en: `There is no command “${named}”. Add --help to see the commands.`,
  }),
  "commander.unknownOption": (named) => ({
    vi: `Không có tùy chọn “${named}”. Thêm --help để xem các tùy chọn.`,
    en: `There is no option “${named}”. Add --help to see the options.`,
  }),
  "commander.optionMissingArgument": (named) => ({
    vi: `Tùy chọn “${named}” cần một giá trị.`,
    en: `The option “${named}” takes a value.`,
  }),
  "commander.invalidArgument": (named) => ({
    vi: `Giá trị không hợp với “${named}”: chọn vi hoặc en.`,
    en: `That value does not fit “${named}”: choose vi or en.`,
  }),
  "commander.missingArgument": (named) => ({
    vi: `Thiếu “${named}”. Thêm --help để xem cách dùng.`,
    en: `“${named}” is missing. Add --help to see the usage.`,
  }),
  "commander.excessArguments": () => ({
    vi: "Có tham số thừa. Thêm --help để xem cách dùng.",
    en: "There are too many arguments. Add --help to see the usage.",
  }),
};
