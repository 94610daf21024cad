import type { Both } from "../core/language.ts";
import { isDate, readPeriod } from "../core/period.ts";

/** The plain number that was probably meant: "305.000" → "305000", "86,5" → "86.5", "24,6%" → "24.6"; none if unclear. */
export function meantNumber(typed: string): string | undefined {
  const text = typed.replace(/[\s_]/g, "").replace(/[−–]/, "-").replace(/%$/, "").replace(/^\+/, "");
  const [sign, digits] = text.startsWith("-") ? ["-", text.slice(1)] : ["", text];
  const plain = plainDigits(digits);
  return plain === undefined ? undefined : sign + plain;
}

function plainDigits(text: string): string | undefined {
  const grouped = /^\d{1,3}([.,]\d{3})+$/.exec(text);
  if (grouped !== null && !text.startsWith("0")) return text.replace(/[.,]/g, "");
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll(".", "").replace(",", ".");
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(text)) return text.replaceAll(",", "");
  if (/^\d+,\d+$/.test(text)) return text.replace(",", ".");
  if (/^\d*\.?\d+$|^\d+\.$/.test(text))
    return text
      .replace(/^0+(?=\d)/, "")
      .replace(/^\./, "0.")
      .replace(/\.$/, "");
  return /^\d+(\.\d+)?e\+?\d{1,2}$/i.test(text) ? BigInt(Number(text)).toString() : undefined;
}

const QUALIFIERS: readonly (readonly [RegExp, string])[] = [
  [/^(trên|hơn|over|more than|>)/i, "over"],
  [/^(khoảng|gần|about|around|nearly|~)/i, "about"],
  [/^(đến|tối đa|up to|at most|≤|<=)/i, "atMost"],
  [/^(ít nhất|at least|≥|>=)/i, "atLeast"],
];

/** How to write a number, seen from what was typed. */
export function numberHint(typed: string): Both {
  const qualifier = QUALIFIERS.find(([word]) => word.test(typed))?.[1];
  const digits = /[-+−]?\d[\d.,_ ]*(e\d+)?/i.exec(typed)?.[0].trim().replace(/[.,]$/, "");
  const number = meantNumber(typed) ?? (digits === undefined ? undefined : meantNumber(digits));
  if (number === undefined) {
    return {
      vi: "Viết số kiểu máy, không dấu ngăn cách hàng nghìn, thập phân bằng dấu chấm: 305000 hoặc 6.08.",
      en: "Write a plain number, no thousands separators, a decimal point: 305000 or 6.08.",
    };
  }
  if (qualifier !== undefined)
    return {
      vi: `Viết ${number} và thêm “qualifier: ${qualifier}”.`,
      en: `Write ${number} and add “qualifier: ${qualifier}”.`,
    };
  return meantNumber(typed) === undefined || typed.includes("%")
    ? {
        vi: `Chỉ viết số: ${number}; đơn vị có chỗ riêng.`,
        en: `Only the number: ${number}; the unit has its own place.`,
      }
    : { vi: `Viết ${number}.`, en: `Write ${number}.` };
}

/** How to write a date, seen from what was typed. */
export function dateHint(typed: string): Both {
  const date = meantDate(typed);
  if (date !== undefined && isDate(date)) return { vi: `Viết ${date}.`, en: `Write ${date}.` };
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(date ?? "") ?? [];
  const last = lastDayOf(Number(year), Number(month));
  if (last !== undefined)
    return {
      vi: `Tháng ${Number(month)}/${year} chỉ có ${last} ngày. Viết năm-tháng-ngày: ${year}-${month}-${last}.`,
      en: `${year}-${month} has only ${last} days. Write year-month-day: ${year}-${month}-${last}.`,
    };
  return {
    vi: "Viết năm-tháng-ngày, đủ số: 2023-10-18.",
    en: "Write year-month-day with all digits: 2023-10-18.",
  };
}

const two = (text: string | undefined): string => (text ?? "").padStart(2, "0");

function meantDate(typed: string): string | undefined {
  const text = typed.trim();
  const dayFirst = /^(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/i.exec(text);
  if (dayFirst !== null) return `${dayFirst[3]}-${two(dayFirst[2])}-${two(dayFirst[1])}`;
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:T.*)?$/.exec(text);
  return yearFirst === null ? undefined : `${yearFirst[1]}-${two(yearFirst[2])}-${two(yearFirst[3])}`;
}

function lastDayOf(year: number, month: number): number | undefined {
  if (!(month >= 1 && month <= 12)) return undefined;
  return [31, 30, 29, 28].find((day) => isDate(`${year}-${two(String(month))}-${day}`));
}

/** How to write a period, seen from what was typed. */
export function periodHint(typed: string): Both {
  const [, from, to] = /^(\d{4})\.\.(\d{4})$/.exec(typed) ?? [];
  if (from !== undefined && to !== undefined)
    return {
      vi: `Năm đầu phải trước năm cuối: ${to}..${from}?`,
      en: `The first year must come before the last: ${to}..${from}?`,
    };
  const meant = meantPeriod(typed);
  if (meant !== undefined && readPeriod(meant) !== undefined) return { vi: `Viết ${meant}.`, en: `Write ${meant}.` };
  return {
    vi: "Viết 2023 (cả năm), 2023-H1 (nửa đầu năm), 2023-Q3 (quý III), 2023-9M (9 tháng đầu năm), 2023-10 (tháng 10), 2023-10-18 (một ngày) hoặc 2016..2020 (nhiều năm).",
    en: "Write 2023 (a year), 2023-H1 (its first half), 2023-Q3 (a quarter), 2023-9M (its first nine months), 2023-10 (October), 2023-10-18 (a day) or 2016..2020 (several years).",
  };
}

const PERIOD_FORMS: readonly (readonly [RegExp, (match: readonly string[]) => string])[] = [
  [/^(\d{4})\s*(?:\.{1,3}|[-–—]|đến|to)\s*(\d{4})$/i, ([, a, b]) => `${a}..${b}`],
  [/^(\d{4})\s*[-/]?\s*([hq]\d)$/i, ([, year, part]) => `${year}-${part?.toUpperCase()}`],
  [/^([hq]\d)\s*[-/]?\s*(\d{4})$/i, ([, part, year]) => `${year}-${part?.toUpperCase()}`],
  [/^(\d{4})\s*[-/]\s*(\d{1,2})\s*[mt]$/i, ([, year, count]) => `${year}-${count}M`],
  [/^(\d{1,2})\s*(?:m|t|tháng)(?:\s*đầu)?(?:\s*năm)?\s*[-/]?\s*(\d{4})$/i, ([, count, year]) => `${year}-${count}M`],
  [/^(?:tháng\s*)?(\d{1,2})[-/](\d{4})$/i, ([, month, year]) => `${year}-${two(month)}`],
  [/^(\d{4})[-/](\d{1,2})$/, ([, year, month]) => `${year}-${two(month)}`],
  [/^(?:năm\s*)(\d{4})$/i, ([, year]) => `${year}`],
];

function meantPeriod(typed: string): string | undefined {
  const text = typed.trim();
  for (const [form, write] of PERIOD_FORMS) {
    const match = form.exec(text);
    if (match !== null) return write(match);
  }
  return meantDate(text);
}
