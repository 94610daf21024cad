import type { Subscription } from "../src/core/acting.ts";
import { ONLY_IN_CHAT } from "../src/core/acting.ts";
import { answered, answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { type Acting, defineCommand } from "../src/core/command.ts";
import { type Channel, type Destination, writeChannel } from "../src/core/destination.ts";
import { UserError } from "../src/core/errors.ts";
import { type Both, type Language, listOf } from "../src/core/language.ts";
import { whenText } from "../src/core/meeting.ts";
import { type Block, list, p } from "../src/core/text.ts";

const ACTIONS = {
  list: { vi: "xem", en: "list" },
  add: { vi: "đăng ký", en: "add" },
  remove: { vi: "hủy đăng ký", en: "remove" },
} as const;

export const subscriptions = defineCommand({
  name: "subscriptions",
  names: { vi: "đăng-ký", en: "subscriptions" },
  description: {
    vi: "Đăng ký cho kênh này nhận thông báo họp sơ kết",
    en: "Have review meetings announced in this channel",
  },
  options: {
    action: {
      kind: "choice",
      names: { vi: "việc", en: "action" },
      description: { vi: "Làm gì; mặc định là xem", en: "What to do; list unless told otherwise" },
      choices: ACTIONS,
    },
    language: {
      kind: "choice",
      names: { vi: "ngôn-ngữ", en: "language" },
      description: { vi: "Thông báo bằng tiếng nào", en: "The language of the announcements" },
      choices: { vi: { vi: "tiếng Việt", en: "Vietnamese" }, en: { vi: "tiếng Anh", en: "English" } },
    },
    leads: {
      kind: "text",
      names: { vi: "trước", en: "leads" },
      description: { vi: "Trước mấy ngày, ví dụ 30,7,1", en: "How many days before, such as 30,7,1" },
    },
    event: {
      kind: "choice",
      names: { vi: "sự-kiện", en: "event" },
      description: { vi: "Discord: tạo cả sự kiện của máy chủ", en: "Discord: also keep a scheduled event" },
      choices: { yes: { vi: "có", en: "yes" }, no: { vi: "không", en: "no" } },
    },
  },
  asks: [],
  run: (_, { language }) => notHeld(ONLY_IN_CHAT[language]),
  async act({ action = "list", language, leads, event }, acting) {
    if (action === "list") return listAll(acting);
    allowed(acting);
    const { asker } = acting;
    const channel: Channel = { chat: asker.chat, id: asker.channel };
    if (action === "remove") return remove(channel, acting);
    if (event === "yes" && channel.chat !== "discord") throw new UserError(NO_EVENTS[acting.language]);
    // What is not named stays as it is.
    const before = (await acting.acts.subscriptions.list()).find((one) => writeChannel(one) === writeChannel(channel));
    const destination: Destination = {
      ...channel,
      language: language === "vi" || language === "en" ? language : (before?.language ?? acting.language),
      leads: readLeads(leads, acting.language) ?? before?.leads,
      event: event === undefined ? before?.event : event === "yes" ? true : undefined,
    };
    return add(destination, acting);
  },
});

function allowed({ acts, asker, language }: Acting): void {
  if (!acts.mayManage(asker)) throw new UserError(NOT_ALLOWED[language]);
}

const NO_EVENTS: Both = {
  vi: "Chỉ Discord có sự kiện của máy chủ. Trong Slack, hãy cho phần mềm lịch đăng ký lịch .ics của bot.",
  en: "Only Discord has scheduled events. In Slack, subscribe a calendar to the bot's .ics feed instead.",
};

const NOT_ALLOWED: Both = {
  vi: "Chỉ người quản trị của bot hoặc của nơi này mới đăng ký hay hủy đăng ký cho kênh.",
  en: "Only admins of the bot or of this place can subscribe a channel or end its subscription.",
};

const MOST_LEADS = 10;

/** "30, 7, 1" as days, most first; undefined where nothing was said, so that those of each review hold. */
function readLeads(typed: string | undefined, language: Language): readonly number[] | undefined {
  if (typed === undefined || typed.trim() === "") return undefined;
  const days = typed.split(/[\s,;]+/).filter((part) => part !== "");
  const right = days.length <= MOST_LEADS && days.every((day) => /^\d{1,3}$/.test(day) && Number(day) <= 366);
  if (!right) throw new UserError(WRONG_LEADS[language](typed));
  return [...new Set(days.map(Number))].sort((a, b) => b - a);
}

const WRONG_LEADS = {
  vi: (typed: string) =>
    `“${typed}” không phải là số ngày. Viết như 30,7,1: tối đa ${MOST_LEADS} số, mỗi số từ 0 đến 366.`,
  en: (typed: string) =>
    `“${typed}” is not a number of days. Write it like 30,7,1: at most ${MOST_LEADS} numbers from 0 to 366.`,
} as const;

async function add(destination: Destination, acting: Acting): Promise<Reply> {
  const { acts, asker, language } = acting;
  const inspected = await acts.subscriptions.inspect(destination);
  if ("trouble" in inspected) throw new UserError(inspected.trouble[language]);
  await acts.subscriptions.put(destination, asker);
  return answered(
    language === "vi"
      ? `Kênh này sẽ nhận thông báo họp sơ kết: ${how(destination, "vi")}.`
      : `This channel will hear of review meetings: ${how(destination, "en")}.`,
    { body: [...namedInFiles(destination, acting), ...coming(acting)] },
  );
}

/** What a review's own file says of a channel counts more than what was said in chat. */
function namedInFiles(channel: Channel, { knowledge, language }: Acting): Block[] {
  const names = [...knowledge.reviews.values()]
    .filter(({ announce }) => announce.to.some((one) => writeChannel(one) === writeChannel(channel)))
    .map((review) => review.names[language]);
  if (names.length === 0) return [];
  const all = listOf(names, language);
  return [
    p(
      language === "vi"
        ? `Riêng ${all}: tệp YAML đã ghi kênh này, nên ngôn ngữ và số ngày theo tệp đó.`
        : `For ${all}, the YAML file names this channel: there the language and days of the file count.`,
    ),
  ];
}

async function remove(channel: Channel, { acts, asker, language }: Acting): Promise<Reply> {
  const was = await acts.subscriptions.remove(channel, asker);
  if (was)
    return answered(language === "vi" ? "Kênh này thôi nhận thông báo." : "This channel hears no more announcements.");
  return notHeld(
    language === "vi"
      ? "Kênh này chưa đăng ký. Nếu vẫn nhận thông báo thì kênh được ghi trong tệp YAML của lịch sơ kết."
      : "This channel is not subscribed. If it hears announcements all the same, the YAML file of the review names it.",
  );
}

async function listAll(acting: Acting): Promise<Reply> {
  const { acts, asker, language, knowledge } = acting;
  const subscribed = await acts.subscriptions.list();
  const written = [...knowledge.reviews.values()].flatMap(({ announce }) => announce.to);
  const here = writeChannel({ chat: asker.chat, id: asker.channel });
  const row = (one: Destination | Subscription, from: Both): string =>
    `${writeChannel(one)}${writeChannel(one) === here ? HERE[language] : ""}: ${how(one, language)} (${from[language]})`;
  const rows = [...subscribed.map((one) => row(one, IN_CHAT)), ...written.map((one) => row(one, IN_YAML))];
  if (rows.length === 0)
    return notHeld(
      language === "vi"
        ? "Chưa kênh nào nhận thông báo. Trong kênh cần nhận, chọn việc “đăng ký”."
        : "No channel hears announcements yet. In the one that should, choose the action “add”.",
      { body: coming(acting) },
    );
  return answeredList(language === "vi" ? "Các kênh nhận thông báo:" : "Channels that hear announcements:", rows, {
    body: coming(acting),
  });
}

const HERE: Both = { vi: " (kênh này)", en: " (this channel)" };
const IN_CHAT: Both = { vi: "đăng ký trong chat", en: "subscribed in chat" };
const IN_YAML: Both = { vi: "ghi trong YAML", en: "named in YAML" };

/** "tiếng Việt, trước 30, 7 và 1 ngày" */
function how({ language: of, leads, event }: Destination, language: Language): string {
  const vi = language === "vi";
  const tongue = of === "vi" ? (vi ? "tiếng Việt" : "Vietnamese") : vi ? "tiếng Anh" : "English";
  const days = leads === undefined ? undefined : listOf(leads.map(String), language);
  const when =
    days === undefined
      ? vi
        ? "trước số ngày ghi ở từng lịch sơ kết"
        : "as many days before as each review says"
      : vi
        ? `trước ${days} ngày`
        : `${days} days before`;
  return [tongue, when, ...(event === true ? [vi ? "kèm sự kiện" : "with an event"] : [])].join(", ");
}

const SHOWN = 5;

/** What lies ahead, so that nobody has to ask. */
function coming({ knowledge, ports: { calendar }, now, language }: Acting): Block[] {
  const next = [...knowledge.reviews.values()]
    .flatMap((review) => calendar.occurrences(review, now))
    .filter(({ state }) => state === "confirmed" || state === "expected")
    .sort((a, b) => a.start - b.start)
    .slice(0, SHOWN);
  if (next.length === 0) return [];
  const rows = next.map((one) => {
    const state =
      one.state === "confirmed" ? "" : language === "vi" ? " (dự kiến, chưa xác nhận)" : " (expected, not confirmed)";
    return `${one.review.names[language]}: ${whenText(one, language)}${state}`;
  });
  return [p(language === "vi" ? "Sắp tới:" : "Coming up:"), list(rows)];
}
