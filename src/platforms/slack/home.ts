import type { HomeView, KnownBlock } from "@slack/types";
import type { Bot } from "../../core/bot.ts";
import type { Knowledge, Review } from "../../core/knowledge.ts";
import type { Language } from "../../core/language.ts";
import { dateLabel } from "../../core/period.ts";
import { code, type Line, line, list, p, type Text } from "../../core/text.ts";
import { actionId } from "./buttons.ts";
import { cut, LIMITS } from "./limits.ts";
import { ASK_COMMAND, type Desk, renameIn } from "./names.ts";
import { plainText, richBlocks } from "./rich.ts";

const REVIEWS = 10;

/** The bot's page: what it can do, what it knows, which reviews are coming. */
export function homeView(language: Language, now: number, desk: Desk): HomeView {
  const texts = TEXTS[language];
  const { knowledge, bot } = desk;
  const commands = bot.commands.map((command) => line`${code(`/${command.name}`)} ${command.description[language]}`);
  const coming = upcoming(desk, language, now).slice(0, REVIEWS);
  return {
    type: "home",
    blocks: [
      ...part(texts.title, [p(texts.greeting)], desk),
      { type: "actions", elements: [askButton(texts.ask)] },
      ...part(texts.can, [p(line`${code(ASK_COMMAND)} ${texts.plain}`), list(commands)], desk),
      ...part(texts.knows, [list(counts(knowledge, language))], desk),
      ...part(texts.reviews, [coming.length === 0 ? p(texts.noReviews) : list(coming)], desk),
    ],
  };
}

const part = (title: string, text: Text, desk: Desk): KnownBlock[] => [
  { type: "header", text: plainText(title, LIMITS.header) },
  ...richBlocks(text, renameIn(desk)),
];

const askButton = (label: string) =>
  ({
    type: "button",
    action_id: actionId("open"),
    style: "primary",
    text: plainText(label, LIMITS.buttonText),
    value: "ask",
  }) as const;

function counts(knowledge: Knowledge, language: Language): string[] {
  const held: readonly (readonly [number, string, string])[] = [
    [knowledge.memoranda.size, "biên bản, thỏa thuận", "memoranda and agreements"],
    [knowledge.places.size, "nơi", "places"],
    [knowledge.people.size, "người", "people"],
    [knowledge.figures.length, "số liệu", "figures"],
    [knowledge.programmes.size + knowledge.events.size, "chương trình, sự kiện", "programmes and events"],
    [knowledge.statements.size, "ý kiến, câu chuyện", "statements"],
    [knowledge.sources.size, "nguồn", "sources"],
  ];
  return held.filter(([count]) => count > 0).map(([count, vi, en]) => `${count} ${language === "vi" ? vi : en}`);
}

/** Each review's next date, soonest first; a date that only follows from the cadence is said to be expected. */
function upcoming({ knowledge, bot }: Desk, language: Language, now: number): Line[] {
  const dated = [...knowledge.reviews.values()].flatMap((review) => {
    const next = nextDate(review, bot, now);
    return next === undefined ? [] : [{ review, ...next }];
  });
  return dated
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ review, date, isConfirmed }) => {
      const state = TEXTS[language][isConfirmed ? "confirmed" : "expected"];
      return line`${dateLabel(date, language)} (${state}): ${cut(review.names[language], 200)}`;
    });
}

function nextDate(review: Review, { calendar }: Bot, now: number) {
  const coming = calendar.occurrences(review, now).filter(({ end }) => end >= now);
  const next = coming.find(({ state }) => state === "confirmed") ?? coming.find(({ state }) => state === "expected");
  return next && { date: next.date, isConfirmed: next.state === "confirmed" };
}

const TEXTS = {
  vi: {
    title: "Liên Thành",
    greeting:
      "Hỏi về hợp tác giữa các địa phương, có dấu hay không dấu đều được. Mỗi câu trả lời đều kèm nguồn; điều không có trong kho tri thức, bot nói rõ là không có.",
    ask: "Đặt câu hỏi",
    can: "Bot làm được gì",
    plain: "rồi gõ câu hỏi; hoặc nhắc tên bot trong kênh, hoặc nhắn riêng cho bot.",
    knows: "Kho tri thức có",
    reviews: "Các kỳ sơ kết sắp tới",
    noReviews: "Chưa có kỳ sơ kết nào được ghi.",
    confirmed: "đã xác nhận",
    expected: "dự kiến, chưa xác nhận",
  },
  en: {
    title: "Liên Thành",
    greeting:
      "Ask about cooperation between cities and provinces, in plain words. Every answer names its source; what the knowledge base does not hold, the bot says it does not hold.",
    ask: "Ask a question",
    can: "What the bot can do",
    plain: "and then your question; or mention the bot in a channel, or write to it directly.",
    knows: "What the knowledge base holds",
    reviews: "Upcoming reviews",
    noReviews: "No review is recorded.",
    confirmed: "confirmed",
    expected: "expected, not confirmed",
  },
} as const;
