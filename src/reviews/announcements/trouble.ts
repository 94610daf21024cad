import type { Invocation } from "../../core/invocation.ts";
import { line, p, strong } from "../../core/text.ts";
import { adminCard } from "./card.ts";
import type { Kind } from "./kind.ts";

/** To admins: an announcement could not be posted, or nobody knows whether it was. Follows from a failed post, not from a plan. */
export const trouble: Kind = {
  kind: "trouble",
  plan: () => [],
  compose(subject, composing) {
    const { language } = composing;
    const said = subject.trouble?.[language];
    if (said === undefined) return undefined;
    const choices =
      subject.of === undefined
        ? []
        : SETTLE.map(({ action, question }) => ({
            question: question[language],
            invocation: {
              command: "announcements",
              values: { action, id: subject.of ?? "" },
              language,
            } satisfies Invocation,
          }));
    return adminCard(
      [line`${strong(TROUBLE[language])}`, line`${said}`],
      choices.length === 0 ? [] : [p(ASKED[language])],
      composing,
      choices,
    );
  },
};

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
