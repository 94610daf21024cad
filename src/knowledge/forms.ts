import type { Both } from "../core/language.ts";
import { fold } from "./fold.ts";
import { dateHint, numberHint, periodHint } from "./hints.ts";
import { didYouMean, nearest } from "./nearest.ts";

/** What is said of a text that is not of the form its place wants. */
interface Form {
  message(value: string): Both;
  hint(value: string): Both;
}

/** By the code that a schema in shapes.ts or kinds/ gives: as `params.code` of a refinement or as the message of a pattern. */
export const FORMS: Readonly<Record<string, Form>> = {
  id: {
    message: (value) => ({ vi: `“${value}” không phải một mã.`, en: `“${value}” is not an id.` }),
    hint: (value) => idHint(value),
  },
  date: {
    message: (value) => ({
      vi: `“${value}” không phải một ngày có thật viết theo năm-tháng-ngày.`,
      en: `“${value}” is not a date that exists, written year-month-day.`,
    }),
    hint: dateHint,
  },
  moment: {
    message: (value) => ({ vi: `“${value}” không phải một thời điểm.`, en: `“${value}” is not a point in time.` }),
    hint: () => ({
      vi: "Viết 2024-10-18, hoặc có giờ: 2024-10-18T08:30:00+07:00.",
      en: "Write 2024-10-18, or with the time: 2024-10-18T08:30:00+07:00.",
    }),
  },
  period: {
    message: (value) => ({ vi: `Không đọc được kỳ “${value}”.`, en: `“${value}” is not a period.` }),
    hint: periodHint,
  },
  decimal: {
    message: (value) => ({
      vi: `“${value}” không đọc được là một con số.`,
      en: `“${value}” can't be read as a number.`,
    }),
    hint: numberHint,
  },
  regex: {
    message: (value) => ({
      vi: `“${value}” không phải một biểu thức chính quy hợp lệ.`,
      en: `“${value}” is not a valid regular expression.`,
    }),
    hint: () => ({
      vi: "Kiểm tra các dấu ( ) [ ] * + ?; muốn nói đúng ký tự đó thì thêm \\ phía trước.",
      en: "Check ( ) [ ] * + ?; put \\ before one that is meant literally.",
    }),
  },
  zone: {
    message: (value) => ({ vi: `Không có múi giờ “${value}”.`, en: `There is no time zone “${value}”.` }),
    hint: (value) =>
      didYouMean(nearest(value, ["Asia/Ho_Chi_Minh", ...Intl.supportedValuesOf("timeZone")]) ?? "Asia/Ho_Chi_Minh"),
  },
  time: {
    message: (value) => ({ vi: `“${value}” không phải giờ trong ngày.`, en: `“${value}” is not a time of day.` }),
    hint: timeHint,
  },
  link: {
    message: (value) => ({ vi: `“${value}” không phải địa chỉ https.`, en: `“${value}” is not an https address.` }),
    hint: () => ({ vi: "Viết đủ, bắt đầu bằng https://", en: "Write it in full, starting with https://" }),
  },
  rule: {
    message: (value) => ({
      vi: `“${value}” không phải một quy tắc lặp theo RFC 5545.`,
      en: `“${value}” is not a recurrence rule of RFC 5545.`,
    }),
    hint: () => ({
      vi: "Viết như FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR (thứ Sáu cuối cùng của tháng 3 hằng năm), hoặc dùng everyMonths.",
      en: "Write it like FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR (the last Friday of March each year), or use everyMonths.",
    }),
  },
  oneCadence: {
    message: () => ({
      vi: "Định kỳ phải viết theo đúng một cách: everyMonths hoặc rule.",
      en: "The cadence is written in exactly one way: everyMonths or rule.",
    }),
    hint: () => ({
      vi: "Hằng năm kể từ ngày ký: everyMonths: 12. Ngày khác: rule: FREQ=…",
      en: "Yearly from the signing: everyMonths: 12. Other days: rule: FREQ=…",
    }),
  },
  slackChannel: {
    message: (value) => ({
      vi: `“${value}” không phải mã kênh Slack.`,
      en: `“${value}” is not the id of a Slack channel.`,
    }),
    hint: () => ({
      vi: "Mã bắt đầu bằng C, như C0123ABCDEF: trong Slack bấm vào tên kênh, mã ở cuối cửa sổ hiện ra.",
      en: "It starts with C, like C0123ABCDEF: click the channel's name in Slack, the id is at the end of the window.",
    }),
  },
  discordChannel: {
    message: (value) => ({
      vi: `“${value}” không phải mã kênh Discord.`,
      en: `“${value}” is not the id of a Discord channel.`,
    }),
    hint: () => ({
      vi: "Mã gồm 17 đến 20 chữ số trong dấu nháy: bật Developer Mode, bấm chuột phải vào kênh, Copy Channel ID.",
      en: "It has 17 to 20 digits, in quotes: switch on Developer Mode, right-click the channel, Copy Channel ID.",
    }),
  },
  oneChannel: {
    message: () => ({
      vi: "Mỗi nơi nhận là đúng một kênh: slack hoặc discord.",
      en: "Each destination is exactly one channel: slack or discord.",
    }),
    hint: () => ({
      vi: 'Viết {slack: C0123ABCDEF} hoặc {discord: "1100000000000000003"}; hai kênh thì hai dòng.',
      en: 'Write {slack: C0123ABCDEF} or {discord: "1100000000000000003"}; two channels are two lines.',
    }),
  },
  slackEvent: {
    message: () => ({
      vi: "Chỉ Discord có sự kiện của máy chủ; Slack thì không.",
      en: "Only Discord has scheduled events, Slack has none.",
    }),
    hint: () => ({
      vi: "Bỏ event, hoặc chuyển sang dòng của một kênh Discord.",
      en: "Take event out, or move it to the line of a Discord channel.",
    }),
  },
  dayOrSpan: {
    message: () => ({
      vi: "Mỗi dòng là một ngày (date) hoặc một đợt (from và to).",
      en: "Each line is one day (date) or a span (from and to).",
    }),
    hint: () => ({
      vi: "Viết {date: 2027-01-01, names: …} hoặc {from: 2027-02-05, to: 2027-02-09, names: …}.",
      en: "Write {date: 2027-01-01, names: …} or {from: 2027-02-05, to: 2027-02-09, names: …}.",
    }),
  },
  spanOrder: {
    message: () => ({ vi: "Đợt nghỉ kết thúc trước khi bắt đầu.", en: "The span ends before it starts." }),
    hint: () => ({ vi: "Đổi chỗ from và to.", en: "Swap from and to." }),
  },
  url: {
    message: (value) => ({ vi: `“${value}” không phải địa chỉ trang web.`, en: `“${value}” is not a web address.` }),
    hint: () => ({ vi: "Viết đủ, bắt đầu bằng https://", en: "Write it in full, starting with https://" }),
  },
};

function idHint(typed: string): Both {
  const meant = fold(typed)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return {
    vi: `Mã gồm chữ thường không dấu, số và gạch nối${meant === "" ? "" : `: ${meant}`}.`,
    en: `An id is made of a–z, digits and hyphens${meant === "" ? "" : `: ${meant}`}.`,
  };
}

function timeHint(typed: string): Both {
  const [, hour, minute] = /^(\d{1,2})\s*(?:[:.h]|giờ)\s*(\d{2})?/i.exec(typed) ?? [];
  const meant = hour === undefined || Number(hour) > 23 ? "08:30" : `${hour.padStart(2, "0")}:${minute ?? "00"}`;
  return {
    vi: `Viết giờ và phút, đủ hai chữ số: "${meant}".`,
    en: `Write hours and minutes, two digits each: "${meant}".`,
  };
}
