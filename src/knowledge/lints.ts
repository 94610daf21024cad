import { compareDecimals } from "../core/decimal.ts";
import type { Figure, Memorandum, Place } from "../core/knowledge.ts";
import type { Both } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import { meantNumber } from "./hints.ts";
import type { Kind } from "./kind.ts";
import { KINDS } from "./kinds/index.ts";
import type { Path } from "./locate.ts";
import { meetingLints } from "./meeting-lints.ts";
import { isGroup, isRecord } from "./value.ts";

/** Something that the schema accepts and that still can't be meant, at a path of the item. */
export interface Lint {
  readonly path: Path;
  readonly severity: Problem["severity"];
  readonly code: string;
  readonly message: Both;
  readonly hint: Both;
}

/** What is odd about an item that its schema has accepted, seen without any other item. */
export function lintsOf(kind: Kind<unknown>, value: unknown): readonly Lint[] {
  const lints = LINTERS.flatMap((linter) => linter(kind, value));
  eachWithin(value, (part, path) => {
    if (Array.isArray(part)) lints.push(...repeatedIds(part, path));
    else lints.push(...quotedThousands(part, path));
  });
  return lints;
}

/** Calls back with the value and all groups and lists in it, and with the way to them, which is lent. */
function eachWithin(value: unknown, tell: (part: Readonly<Record<PropertyKey, unknown>>, path: Path) => void): void {
  const path: (string | number)[] = [];
  const visit = (part: unknown): void => {
    if (!isRecord(part)) return;
    tell(part, path);
    const isList = Array.isArray(part);
    for (const key in part) {
      path.push(isList ? Number(key) : key);
      visit(part[key]);
      path.pop();
    }
  };
  visit(value);
}

type Linter = (kind: Kind<unknown>, value: unknown) => readonly Lint[];

// The schema of the kind has made the value, so it is a T.
const only =
  <T>(wanted: Kind<T>, lint: (item: T) => readonly Lint[]): Linter =>
  (kind, value) =>
    kind.name === wanted.name ? lint(value as T) : [];

const lint =
  (severity: Lint["severity"]) =>
  (path: Path, code: string, message: Both, hint: Both): Lint => ({
    path,
    severity,
    code,
    message,
    hint,
  });
const error = lint("error");

function readingLints({ readings, value }: Figure): readonly Lint[] {
  if (readings.length === 0) return [];
  if (readings.length === 1) return [error(["readings"], "one-reading", ...ONE_READING)];
  const likelier = readings.filter((reading) => reading.likelier);
  if (likelier.length !== 1) return [error(["readings"], "likelier", ...LIKELIER)];
  const [meant] = likelier;
  if (meant === undefined || compareDecimals(meant.value, value) === 0) return [];
  return [
    error(
      ["value"],
      "value-is-not-likelier",
      {
        vi: `“value” là ${value}, nhưng cách đọc có khả năng hơn là ${meant.value}.`,
        en: `“value” is ${value}, but the likelier reading is ${meant.value}.`,
      },
      { vi: "Hai số này phải bằng nhau.", en: "The two must be the same number." },
    ),
  ];
}

const ONE_READING: readonly [Both, Both] = [
  { vi: "Câu có hai cách đọc thì phải ghi cả hai.", en: "An ambiguous sentence needs both of its readings." },
  { vi: "Thêm cách đọc thứ hai, hoặc bỏ “readings”.", en: "Add the other reading, or drop “readings”." },
];

const LIKELIER: readonly [Both, Both] = [
  {
    vi: "Phải có đúng một cách đọc mang “likelier: true”.",
    en: "Exactly one reading must have “likelier: true”.",
  },
  {
    vi: "Chọn cách đọc có khả năng hơn; các cách khác ghi “likelier: false”.",
    en: "Choose the likelier one; the others say “likelier: false”.",
  },
];

function comparisonLints({ comparisons }: Figure): readonly Lint[] {
  return comparisons.flatMap(({ kind, value }, index) => {
    if (kind === "change" ? compareDecimals(value, "-100") >= 0 : !value.startsWith("-")) return [];
    const path = ["comparisons", index, "value"];
    return kind === "change"
      ? [error(path, "fall-over-100", ...FALL_OVER_100)]
      : [error(path, "negative-share", ...NEGATIVE_SHARE)];
  });
}

const FALL_OVER_100: readonly [Both, Both] = [
  { vi: "Không gì giảm được quá 100%.", en: "Nothing falls by more than 100%." },
  {
    vi: "“bằng …% cùng kỳ” ghi kind: ratio; “giảm …%” ghi kind: change với số âm.",
    en: "“…% of the earlier period” is kind: ratio; a fall is kind: change with a negative value.",
  },
];

const NEGATIVE_SHARE: readonly [Both, Both] = [
  { vi: "“Đạt …% dự toán” và “bằng …% cùng kỳ” không thể âm.", en: "A share of a plan and a ratio can't be negative." },
  { vi: "Mức giảm thì ghi kind: change với số âm.", en: "A fall is kind: change with a negative value." },
];

function declaredLints({ fields }: Memorandum): readonly Lint[] {
  const { declared, note, items } = fields;
  if (declared === undefined || declared === items.length || note !== undefined) return [];
  return [
    error(
      ["fields", "declared"],
      "declared-not-listed",
      {
        vi: `Văn bản nêu ${declared} lĩnh vực, ở đây liệt kê ${items.length}.`,
        en: `The document declares ${declared} fields; ${items.length} are listed here.`,
      },
      {
        vi: "Bổ sung lĩnh vực còn thiếu, hoặc thêm “note” nói vì sao hai số khác nhau.",
        en: "Add the missing fields, or a “note” that says why the two differ.",
      },
    ),
  ];
}

function territoryLints({ territories }: Place): readonly Lint[] {
  return territories.flatMap(({ from, until }, index) =>
    from === undefined || until === undefined || from <= until
      ? []
      : [
          error(
            ["territories", index, "until"],
            "ends-before-start",
            {
              vi: `Kết thúc (${until}) trước khi bắt đầu (${from}).`,
              en: `It ends (${until}) before it starts (${from}).`,
            },
            { vi: "Đổi chỗ hai ngày.", en: "Swap the two dates." },
          ),
        ],
  );
}

const LINTERS: readonly Linter[] = [
  only(KINDS.review, meetingLints),
  only(KINDS.figure, readingLints),
  only(KINDS.figure, comparisonLints),
  only(KINDS.memorandum, declaredLints),
  only(KINDS.place, territoryLints),
];

/** Parts of one item that share an id (fields, counts, meetings) can't be told apart; a channel's id is not our own. */
function repeatedIds(parts: readonly unknown[], path: Path): readonly Lint[] {
  const ids = parts.map((part) => (isGroup(part) && part.chat === undefined ? part.id : undefined));
  return ids.flatMap((id, index) =>
    typeof id === "string" && ids.indexOf(id) < index ? [repeatedId(id, [...path, index, "id"])] : [],
  );
}

const repeatedId = (id: string, path: Path): Lint =>
  error(
    path,
    "duplicate-id",
    { vi: `Mã “${id}” đã dùng cho một phần ở trên.`, en: `The id “${id}” is already used by a part above.` },
    { vi: "Đặt mã khác.", en: "Give it another id." },
  );

/** A decimal that was quoted so that it keeps its point: YAML can't complain, a person still may have meant thousands. */
function quotedThousands({ value }: Readonly<Record<PropertyKey, unknown>>, path: Path): readonly Lint[] {
  if (typeof value !== "string" || !/^-?[1-9]\d{0,2}\.\d{3}$/.test(value)) return [];
  return [thousands(value, [...path, "value"])];
}

function thousands(typed: string, path: Path): Lint {
  const certain = typed.endsWith(".000");
  return lint(certain ? "error" : "warning")(
    path,
    "thousands",
    {
      vi: `“${typed}” được đọc với dấu chấm thập phân: ${typed.replace(".", " phẩy ")}.`,
      en: `The point in “${typed}” is read as a decimal point.`,
    },
    {
      vi: `Nếu ý bạn là ${meantNumber(typed)} thì viết liền: ${meantNumber(typed)}.`,
      en: `If you mean ${meantNumber(typed)}, write it without separators: ${meantNumber(typed)}.`,
    },
  );
}
