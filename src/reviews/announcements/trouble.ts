import type { Answer } from "../../core/answer.ts";
import type { Invocation } from "../../core/invocation.ts";
import { line, list, p, strong } from "../../core/text.ts";
import { adminCard } from "./card.ts";
import type { Composing, Kind } from "./kind.ts";

/**
 * To admins: an announcement could not be posted, or nobody knows whether it was; without one, something else that needs them.
 * Follows from what happened, not from a plan.
 */
export const trouble: Kind = {
  kind: "trouble",
  plan: () => [],
  compose(subject, composing) {
    const { language } = composing;
    const said = subject.trouble?.[language];
    if (said === undefined) return undefined;
    if (subject.of === undefined) return noticed(said, composing);
    const choices = SETTLE.map(({ action, question }) => ({
      question: question[language],
      invocation: { command: "announcements", values: { action, id: subject.of ?? "" }, language } satisfies Invocation,
    }));
    return adminCard([line`${strong(TROUBLE[language])}`, line`${said}`], [p(ASKED[language])], composing, choices);
  },
};

/** About no announcement: a title, then a line for each thing. */
function noticed(said: string, composing: Composing): Answer {
  const [title = "", ...lines] = said.split("\n");
  return adminCard([line`${strong(title)}`], lines.length === 0 ? [] : [list(lines)], composing);
}

const TROUBLE = { vi: "Thông báo chưa đăng được", en: "An announcement is stuck" } as const;
const ASKED = {
  vi: "Xem lại kênh đó rồi chọn một nút.",
  en: "Look into that channel, then press a button.",
} as const;

const SETTLE = [
  { action: "posted", question: { vi: "Đã đăng rồi", en: "It was posted" } },
  { action: "again", question: { vi: "Đăng lại", en: "Post it again" } },
  { action: "skip", question: { vi: "Bỏ qua", en: "Skip it" } },
] as const;
