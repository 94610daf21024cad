import { ONLY_ADMINS, ONLY_IN_CHAT } from "../src/core/acting.ts";
import { type Announced, type LedgerState, SETTLINGS, type Settling } from "../src/core/announced.ts";
import { answered, answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { type Acting, defineCommand } from "../src/core/command.ts";
import { writeChannel } from "../src/core/destination.ts";
import { UserError } from "../src/core/errors.ts";
import type { Both, Language } from "../src/core/language.ts";
import { whenText } from "../src/core/meeting.ts";
import { nameOf } from "../src/core/naming.ts";

const ACTIONS = {
  coming: { vi: "sắp đăng", en: "coming" },
  history: { vi: "đã qua", en: "history" },
  posted: { vi: "đã đăng rồi", en: "was posted" },
  again: { vi: "đăng lại", en: "post again" },
  skip: { vi: "bỏ qua", en: "skip" },
} as const;

export const announcements = defineCommand({
  name: "announcements",
  names: { vi: "thông-báo", en: "announcements" },
  description: {
    vi: "Thông báo sắp đăng, đã đăng; xử lý thông báo bị kẹt (người quản trị)",
    en: "What will be and was announced; settle what is stuck (admins)",
  },
  options: {
    action: {
      kind: "choice",
      names: { vi: "việc", en: "action" },
      description: { vi: "Làm gì; mặc định là xem những gì sắp đăng", en: "What to do; coming unless told otherwise" },
      choices: ACTIONS,
    },
    id: {
      kind: "text",
      names: { vi: "mã", en: "id" },
      description: { vi: "Mã của thông báo bị kẹt", en: "The id of the one that is stuck" },
    },
  },
  asks: [],
  run: (_, { language }) => notHeld(ONLY_IN_CHAT[language]),
  async act({ action = "coming", id }, acting) {
    const { acts, asker, language } = acting;
    if (!acts.isAdmin(asker)) throw new UserError(ONLY_ADMINS[language]);
    const settling = SETTLINGS.find((one) => one === action);
    if (settling !== undefined) return settle(settling, id, acting);
    return action === "history"
      ? told(await acts.announcements.history(SHOWN), HISTORY, acting)
      : told(await acts.announcements.coming(SHOWN), COMING, acting);
  },
});

const SHOWN = 20;

async function settle(how: Settling, id: string | undefined, { acts, asker, language }: Acting): Promise<Reply> {
  const vi = language === "vi";
  if (id === undefined)
    throw new UserError(
      vi ? "Cần mã của thông báo: xem ở việc “đã qua”." : "The id is needed: see the action “history”.",
    );
  if (!(await acts.announcements.settle(id, how, asker)))
    return notHeld(
      vi
        ? "Không có thông báo nào mang mã này còn chờ xử lý: có thể ai đó đã xử lý rồi."
        : "No announcement of that id waits to be settled: somebody may have done so already.",
    );
  return answered(DONE[how][language]);
}

const DONE: Readonly<Record<Settling, Both>> = {
  posted: { vi: "Đã ghi nhận là đăng rồi; bot không đăng lại.", en: "Noted as posted; it is not posted again." },
  again: { vi: "Bot đăng lại trong ít giây nữa.", en: "It is posted again in a few seconds." },
  skip: { vi: "Đã bỏ qua thông báo này.", en: "It is skipped." },
};

const COMING = {
  some: { vi: "Sắp đăng:", en: "Coming up:" },
  none: { vi: "Chưa có gì sắp đăng.", en: "Nothing is due." },
} as const;
const HISTORY = {
  some: { vi: "Gần đây nhất:", en: "Most recent first:" },
  none: { vi: "Chưa đăng gì.", en: "Nothing has been posted yet." },
} as const;

function told(all: readonly Announced[], texts: { some: Both; none: Both }, acting: Acting): Reply {
  const { language } = acting;
  if (all.length === 0) return notHeld(texts.none[language]);
  return answeredList(
    texts.some[language],
    all.map((one) => row(one, acting)),
  );
}

function row(
  { id, subject, channel, dueAt, state, reason }: Announced,
  { knowledge, language, ports }: Acting,
): string {
  const review = knowledge.reviews.get(subject.review);
  const due =
    review === undefined
      ? new Date(dueAt).toISOString()
      : whenText({ date: ports.calendar.today(review, dueAt), time: ports.calendar.clock(review, dueAt) }, language);
  const lead = subject.lead === undefined ? "" : ` (T-${subject.lead})`;
  const about = subject.review === "" ? "" : `, ${nameOf(knowledge, subject.review, language)}`;
  const what = `${KINDS[subject.kind][language]}${lead}${about}`;
  const stuck = state === "uncertain" || state === "failed" ? ` · ${id}` : "";
  const why = reason === undefined || state === "posted" ? "" : `: ${reason}`;
  return `${due} → ${writeChannel(channel)}: ${what}, ${stateText(state, language)}${why}${stuck}`;
}

const stateText = (state: LedgerState, language: Language): string => STATES[state][language];

const STATES: Readonly<Record<LedgerState, Both>> = {
  pending: { vi: "chờ đến giờ", en: "waiting" },
  sending: { vi: "đang đăng", en: "being posted" },
  posted: { vi: "đã đăng", en: "posted" },
  skipped: { vi: "không đăng", en: "not posted" },
  failed: { vi: "không đăng được", en: "failed" },
  uncertain: { vi: "không rõ đã đăng chưa", en: "uncertain" },
};

const KINDS: Readonly<Record<Announced["subject"]["kind"], Both>> = {
  upcoming: { vi: "sắp họp", en: "coming up" },
  confirmed: { vi: "chốt lịch", en: "confirmed" },
  moved: { vi: "dời lịch", en: "moved" },
  cancelled: { vi: "hủy họp", en: "cancelled" },
  updated: { vi: "cập nhật", en: "updated" },
  overdue: { vi: "quá hạn", en: "overdue" },
  gone: { vi: "mất khỏi tệp", en: "gone from the files" },
  trouble: { vi: "báo sự cố", en: "trouble" },
  event: { vi: "sự kiện Discord", en: "Discord event" },
  edit: { vi: "sửa tin cũ", en: "edit of an earlier post" },
};
