import { type AuditEntry, ONLY_ADMINS, ONLY_IN_CHAT } from "../src/core/acting.ts";
import { answered, answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { type Acting, defineCommand } from "../src/core/command.ts";
import { writeChannel } from "../src/core/destination.ts";
import { UserError } from "../src/core/errors.ts";
import type { Choice } from "../src/core/invocation.ts";
import type { Both, Language } from "../src/core/language.ts";
import type { KnowledgeStatus } from "../src/core/living.ts";
import { nameOf } from "../src/core/naming.ts";
import { dateLabel } from "../src/core/period.ts";
import type { Problem } from "../src/core/problem.ts";
import type { Feedback, Gap } from "../src/core/questions.ts";
import { type Block, code, type Line, line, list, moment, p, strong } from "../src/core/text.ts";
import { understoodAs } from "../src/core/understood.ts";
import { staleItems } from "../src/core/upkeep.ts";

const ACTIONS = {
  status: { vi: "tình trạng", en: "status" },
  reload: { vi: "đọc lại tệp", en: "reload" },
  gaps: { vi: "chưa trả lời được", en: "gaps" },
  feedback: { vi: "góp ý", en: "feedback" },
  stale: { vi: "quá hạn kiểm tra", en: "stale" },
  audit: { vi: "nhật ký", en: "audit" },
} as const;

type Action = keyof typeof ACTIONS;

export const admin = defineCommand({
  name: "admin",
  names: { vi: "quản-trị", en: "admin" },
  description: {
    vi: "Cho người quản trị: tình trạng bot, câu chưa trả lời được, góp ý, việc quá hạn",
    en: "For admins: how the bot is, what could not be answered, feedback, what is overdue",
  },
  options: {
    action: {
      kind: "choice",
      names: { vi: "việc", en: "action" },
      description: { vi: "Làm gì; mặc định là xem tình trạng", en: "What to do; status unless told otherwise" },
      choices: ACTIONS,
    },
    gap: {
      kind: "text",
      names: { vi: "mã", en: "gap" },
      description: { vi: "Xem kỹ một câu chưa trả lời được: mã của nó", en: "One gap in full: its id" },
    },
  },
  asks: [],
  discreet: true,
  run: (_, { language }) => notHeld(ONLY_IN_CHAT[language]),
  async act({ action, gap }, acting) {
    const { acts, asker, language } = acting;
    if (!acts.isAdmin(asker)) throw new UserError(ONLY_ADMINS[language]);
    const wanted = (action as Action | undefined) ?? (gap === undefined ? "status" : "gaps");
    // First, so that nobody looks at what others asked without a trace.
    await acts.audit.add(`admin ${wanted}`, gap ?? "", asker);
    return await DO[wanted](acting, gap);
  },
});

const DO: Readonly<Record<Action, (acting: Acting, gap?: string) => Promise<Reply>>> = {
  status: statusReply,
  async reload(acting) {
    await acting.acts.living.reload();
    return statusReply(acting);
  },
  async gaps(acting, id) {
    const gaps = await acting.acts.questions.gaps(id === undefined ? SHOWN : SEARCHED);
    const one = gaps.find((gap) => gap.id === id?.trim());
    if (one !== undefined) return gapReply(one, acting);
    return id === undefined ? gapsReply(gaps, acting) : notHeld(GONE[acting.language]);
  },
  feedback: async (acting) => feedbackReply(await acting.acts.questions.feedback(SHOWN), acting),
  stale: async (acting) => staleReply(acting),
  audit: async (acting) => auditReply(await acting.acts.audit.list(SHOWN), acting),
};

const SHOWN = 10;
/** An id that somebody has found in a list is looked for among more than the list showed. */
const SEARCHED = 50;
const SHOWN_PROBLEMS = 5;

async function statusReply(acting: Acting): Promise<Reply> {
  const { acts, language } = acting;
  const vi = language === "vi";
  const status = acts.living.status();
  const { version, platforms } = acts.about();
  const where = platforms.map(
    ({ name, isConnected }) =>
      `${name}: ${isConnected ? (vi ? "đang kết nối" : "connected") : vi ? "MẤT KẾT NỐI" : "NOT CONNECTED"}`,
  );
  const rows: (string | Line)[] = [
    line`${sizeText(status, language)}${moment(status.since, vi ? "từ lúc" : "since")}`,
    ...reloadedRow(status, language),
    ...where,
    ...(await comingRows(acting)),
  ];
  return answeredList(stateText(status, version, language), rows, { body: problemBlocks(status, language) });
}

function stateText({ staleSince, fromSnapshot }: KnowledgeStatus, version: string, language: Language): Line {
  const vi = language === "vi";
  const well = vi
    ? "Liên Thành %, tri thức đang dùng là bản mới nhất."
    : "Liên Thành %, answering from the files as they are.";
  const broken = vi
    ? "Liên Thành %: TỆP TRI THỨC ĐANG LỖI, bot trả lời từ bản tốt gần nhất"
    : "Liên Thành %: THE KNOWLEDGE FILES ARE BROKEN, answering from their last good state";
  const kept = vi ? ", đã lưu từ lần chạy trước" : ", which was kept before the start";
  if (staleSince === undefined) return line`${well.replace("%", version)}`;
  const text = `${broken.replace("%", version)}${fromSnapshot ? kept : ""}.`;
  return line`${strong(text)}${moment(staleSince, vi ? "lỗi từ lúc" : "broken since")}`;
}

const sizeText = ({ files, facts }: KnowledgeStatus, language: Language): string =>
  language === "vi" ? `Tri thức: ${files} tệp, ${facts} dữ kiện` : `Knowledge: ${files} files, ${facts} facts`;

function reloadedRow({ last }: KnowledgeStatus, language: Language): Line[] {
  if (last === undefined) return [];
  const { files, facts, at, ms } = last;
  const touched = [...files.added, ...files.changed, ...files.removed];
  const named = touched.slice(0, 3).join(", ") + (touched.length > 3 ? " …" : "");
  const text =
    language === "vi"
      ? `Lần đọc lại gần nhất: ${touched.length} tệp (${named}); dữ kiện: ${facts.added} thêm, ${facts.changed} đổi, ${facts.removed} bớt; ${ms} ms`
      : `Last reload: ${touched.length} ${touched.length === 1 ? "file" : "files"} (${named}); facts: ${facts.added} added, ${facts.changed} changed, ${facts.removed} removed; ${ms} ms`;
  return [line`${text}${moment(at, language === "vi" ? "lúc" : "at")}`];
}

/** What is posted next; where the state is away, that it is. */
async function comingRows({ acts, knowledge, language }: Acting): Promise<Line[]> {
  const vi = language === "vi";
  try {
    const coming = await acts.announcements.coming(3);
    if (coming.length === 0) return [line`${vi ? "Chưa có thông báo nào sắp đăng" : "No announcement is due"}`];
    return coming.map(({ subject, channel, dueAt }) => {
      const about = subject.review === "" ? "" : ` ${nameOf(knowledge, subject.review, language)}`;
      return line`${vi ? "Sắp đăng" : "Due next"}:${about} → ${writeChannel(channel)}${moment(dueAt, vi ? "lúc" : "at")}`;
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [line`${vi ? "Kho trạng thái đang không dùng được." : "The durable state can't be used right now."}`];
  }
}

function problemBlocks({ problems }: KnowledgeStatus, language: Language): Block[] {
  if (problems.length === 0) return [];
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const vi = language === "vi";
  const count = [
    ...(errors > 0 ? [vi ? `${errors} lỗi` : `${errors} ${errors === 1 ? "error" : "errors"}`] : []),
    ...(warnings > 0 ? [vi ? `${warnings} cảnh báo` : `${warnings} ${warnings === 1 ? "warning" : "warnings"}`] : []),
  ].join(", ");
  const left = problems.length - SHOWN_PROBLEMS;
  return [
    p(`${count}:`),
    list([
      ...problems.slice(0, SHOWN_PROBLEMS).map((problem) => problemLine(problem, language)),
      ...(left > 0 ? [vi ? `… và ${left} mục khác: npm run check` : `… and ${left} more: npm run check`] : []),
    ]),
  ];
}

function problemLine({ file, line: at, column, message, hint }: Problem, language: Language): Line {
  const advice = hint === undefined ? "" : ` → ${hint[language]}`;
  return line`${code(`${file}:${at}:${column}`)} ${message[language]}${advice}`;
}

const BECAUSE: Readonly<Record<Gap["because"], Both>> = {
  unknown: { vi: "kho không có", en: "not held" },
  ambiguous: { vi: "phải hỏi lại", en: "asked back" },
  rated: { vi: "bị đánh giá chưa đúng", en: "rated not right" },
};

const countText = ({ count, people }: Pick<Gap, "count" | "people">, language: Language): string =>
  language === "vi"
    ? `${count} lần, ${people} người`
    : `${count === 1 ? "once" : `${count} times`} by ${people} ${people === 1 ? "person" : "people"}`;

const questionOf = ({ questions, id }: Gap): string => questions[0]?.question ?? id;

function gapsReply(gaps: readonly Gap[], { language }: Acting): Reply {
  const vi = language === "vi";
  if (gaps.length === 0) return answered(vi ? "Không có câu hỏi nào bị bỏ lỡ." : "No question has gone unanswered.");
  const rows = gaps.map((gap) => {
    const others = gap.questions.length - 1;
    const more = others === 0 ? "" : vi ? `, ${others} cách hỏi khác` : `, ${others} other wordings`;
    const ready = gap.patches.some(({ kind }) => kind !== "question")
      ? vi
        ? ", có đề xuất"
        : ", with a proposal"
      : "";
    const text = `${countText(gap, language)}${more}; ${BECAUSE[gap.because][language]}${ready}`;
    return line`${strong(questionOf(gap))} (${text}) ${code(gap.id)}${moment(gap.last, vi ? "gần nhất" : "last")}`;
  });
  const choices = gaps.map((gap): Choice => ({ question: questionOf(gap), invocation: opening(gap, language) }));
  const headline = vi ? "Hỏi nhiều nhất mà chưa trả lời được:" : "Asked most and not answered:";
  return answeredList(headline, rows, { choices });
}

const opening = ({ id }: Gap, language: Language): Choice["invocation"] => ({
  command: "admin",
  values: { action: "gaps", gap: id },
  language,
});

const SHOWN_WORDINGS = 5;

/** One gap in full; its patches as code, to be copied. */
function gapReply(gap: Gap, { language }: Acting): Reply {
  const vi = language === "vi";
  const wordings = gap.questions.slice(1, 1 + SHOWN_WORDINGS);
  const facts = `${countText(gap, language)} (${gap.platforms.join(", ")}); ${BECAUSE[gap.because][language]}`;
  const body: Block[] = [
    p(line`${facts}${moment(gap.last, vi ? "gần nhất" : "last")}`),
    ...(wordings.length === 0 ? [] : [list(wordings.map(({ question, count }) => `${question} × ${count}`))]),
    ...gap.patches.flatMap(({ file, yaml, why }) => [
      p(line`${why[language]} ${code(file)}`),
      p([code(yaml.trimEnd())]),
    ]),
  ];
  return answered(line`${strong(questionOf(gap))}`, { body, choices: gap.nearest });
}

const GONE: Both = {
  vi: "Không còn câu nào mang mã này: có thể nay đã trả lời được. Xem lại danh sách bằng việc “chưa trả lời được”.",
  en: "There is no gap of that id any more: it may be answered by now. The action “gaps” lists them.",
};

function feedbackReply(all: readonly Feedback[], { commands, knowledge, language }: Acting): Reply {
  const vi = language === "vi";
  if (all.length === 0) return answered(vi ? "Chưa có góp ý nào." : "There is no feedback yet.");
  const rows = all.map(({ question, invocation, up, down, reasons, owner, last }) => {
    const understood = understoodAs(invocation, commands, knowledge);
    const parts = [
      `👎 ${down} 👍 ${up}`,
      ...(owner === undefined ? [] : [`${vi ? "phụ trách" : "owner"}: ${owner}`]),
      ...reasons.slice(0, 3).map((reason) => `“${reason}”`),
      ...(understood === undefined ? [] : [understood]),
    ];
    return line`${strong(question)}: ${parts.join(" · ")}${moment(last, vi ? "gần nhất" : "last")}`;
  });
  return answeredList(vi ? "Góp ý về những câu trả lời hiện nay:" : "Feedback on what is answered now:", rows);
}

function staleReply({ knowledge, now, language }: Acting): Reply {
  const vi = language === "vi";
  const all = staleItems(knowledge, new Date(now).toISOString().slice(0, 10));
  if (all.length === 0)
    return answered(vi ? "Không có mục nào quá hạn kiểm tra lại." : "Nothing is overdue to be verified.");
  const rows = all.map(({ owner, what, verifyBy, place }) => {
    const who = owner ?? (vi ? "chưa ai phụ trách" : "nobody in charge");
    return line`${dateLabel(verifyBy, language)}: ${what[language]} (${who}) ${code(place)}`;
  });
  const headline = vi ? `${all.length} mục quá hạn kiểm tra lại:` : `${all.length} overdue to be verified:`;
  return answeredList(headline, rows);
}

function auditReply(entries: readonly AuditEntry[], { language }: Acting): Reply {
  const vi = language === "vi";
  const rows = entries.map(({ who, act, about, at }) => {
    const what = about === "" ? act : `${act}: ${about}`;
    return line`${who} · ${what}${moment(at, vi ? "lúc" : "at")}`;
  });
  if (rows.length === 0) return answered(vi ? "Nhật ký còn trống." : "The audit log is empty.");
  return answeredList(vi ? "Ai đã làm gì, gần nhất trước:" : "Who did what, most recent first:", rows);
}
