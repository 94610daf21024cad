import { type Decimal, formatDecimal, readDecimal, times } from "../core/decimal.ts";
import { editDistance } from "../core/distance.ts";
import type { Language } from "../core/language.ts";

const pairs = (text: string): [string, string][] =>
  text.split("|").map((pair) => pair.trim().split("=") as [string, string]);

/** How offices write common words short. */
const OFFICE = new Map(
  pairs(`bb=biên bản|bbgn=biên bản ghi nhớ|bt=bí thư|btv=ban thường vụ|cchc=cải cách hành chính|ck=cùng kỳ|cty=công ty
    |dn=doanh nghiệp|dv=dịch vụ|dvc=dịch vụ công|gtvt=giao thông vận tải|gđ=giai đoạn|hđnd=hội đồng nhân dân|ktxh=kinh tế xã hội|lv=lĩnh vực
    |anqp=an ninh quốc phòng|gdđt=giáo dục đào tạo|nnptnt=nông nghiệp và phát triển nông thôn|qpan=quốc phòng an ninh
    |mttq=mặt trận tổ quốc|nq=nghị quyết|ns=ngân sách|nsnn=ngân sách nhà nước|pbt=phó bí thư|pct=phó chủ tịch|tw=trung ương
    |ubnd=ủy ban nhân dân|vhxh=văn hóa xã hội`),
);

/** How people write short in chat. */
const CHAT = new Map(
  pairs(
    `bn=bao nhiêu|bnh=bao nhiêu|bnhiu=bao nhiêu|bnhieu=bao nhiêu|dc=được|đc=được|ddc=được|j=gì|hnghi=hội nghị|ntn=như thế nào|v=vậy|vs=với`,
  ),
);

/** Short forms that people write in two halves: "KT-XH", "NN&PTNT". */
const HALVES = /(?<![\p{L}\p{M}\d])(\p{L}{1,4}) ?[-–&] ?(\p{L}{1,5})(?![\p{L}\p{M}\d])/gu;
const joined = (text: string): string =>
  text.replace(HALVES, (typed, first: string, second: string) => (OFFICE.has(first + second) ? first + second : typed));

const WORD = /(?<![\p{L}\p{M}\d])[\p{L}]{1,6}(?![\p{L}\p{M}\d])/gu;
/** "9th" is "9 tháng" in Vietnamese, being no ordinal there. */
const MONTHS = /(?<![\p{L}\d])(\d{1,2}) ?th(?![\p{L}\d])/gu;
/** "60 nghìn tỷ" is told as "60.000 tỷ", and "60 trillion" as "60,000 billion". */
const THOUSANDS = {
  vi: /(\d[\d.,]*) ?(?:nghìn|ngàn|nghin|ngan) (?=t[ỷỉyi](?!\p{L}))/gu,
  en: /(\d[\d.,]*) ?trillion(?!p{L})/g,
} as const;
const CONSONANTS = /^[bcdđfghjklmnpqrstvwxz]+$/;
const LONG_ENOUGH = 4;
const LONG_FORMS = [...OFFICE.keys()].filter((key) => key.length >= LONG_ENOUGH);

/** "BBNG": one slip from one long short form, and no word. */
function slipOf(word: string): string | undefined {
  if (word.length < LONG_ENOUGH - 1 || !CONSONANTS.test(word)) return undefined;
  const near = LONG_FORMS.filter((key) => editDistance(key, word, 1) <= 1);
  return near.length === 1 ? OFFICE.get(near[0] ?? "") : undefined;
}

const MARKED = /[^\p{ASCII}]/u;

/** A text of the knowledge base in lower case, with office shorthand in full. */
export const inFull = (text: string): string => joined(text).replace(WORD, (word) => OFFICE.get(word) ?? word);

/** The same for a question, and the shorthand of chat; without marks where the question has none. */
export function questionInFull(text: string, language: Language): string {
  if (language === "en")
    return inFull(text.replace(THOUSANDS.en, (_, count: string) => `${thousands(count, "en")} billion`));
  const full = (word: string): string => OFFICE.get(word) ?? CHAT.get(word) ?? slipOf(word) ?? word;
  const asTyped = MARKED.test(text) ? full : (word: string) => withoutMarks(full(word));
  return joined(text)
    .replace(HOW_MANY, "bao $&")
    .replace(THOUSANDS.vi, (_, count: string) => `${thousands(count, "vi")} `)
    .replace(MONTHS, (_, count: string) => `${count} ${MARKED.test(text) ? "tháng" : "thang"}`)
    .replace(WORD, asTyped);
}

const thousands = (count: string, language: Language): string =>
  formatDecimal(withoutFraction(times(readDecimal(count), 1000)), language);

const withoutFraction = (value: Decimal): Decimal => value.replace(/\.0+$/, "");

/** "Tăng nhiêu": "bao nhiêu" in the south; without marks only where "nhiều" makes no sense. */
const HOW_MANY =
  /(?<!(?<!\p{L})(?:b\p{L}{0,3}|\p{L}?ao) )(?<![\p{L}\p{M}])(?:nhiêu|nhieeu|nhieu(?= (?:ty|ti|tien|trieu|phan tram|vay|ta)(?![\p{L}])| ?%|[?.! ]*$))(?![\p{L}\p{M}])/gu;

const withoutMarks = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
