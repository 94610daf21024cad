import { commands } from "../../commands/index.ts";
import { readPrefix } from "../config.ts";
import { CHATS, writeChannel } from "../core/destination.ts";
import { UserError } from "../core/errors.ts";
import type { SeenMeeting } from "../core/ledger.ts";
import { plain } from "../core/text.ts";
import { bodiesFor } from "../posters.ts";
import { goneAhead, goneText } from "../reviews/announcements/gone.ts";
import { type Foreseen, foresee, type Held, type Remembered, seenWith } from "./foresee.ts";
import type { AnnounceOptions } from "./index.ts";
import { adminDestinations, openHeld, remembered } from "./open.ts";
import { clockText } from "./when.ts";

const DAY_MS = 86_400_000;
const DAYS = 400;

/** What will be posted, where, when and how it reads. Nothing is posted and nothing written. */
export async function preview(options: AnnounceOptions): Promise<void> {
  const { knowledge: folder, language, platform, say, json } = options;
  const held = await openHeld(folder, language);
  const { posts, gone } = await foreseen(held, options, await remembered(options.language));
  const body = await bodyOf(platform, held, language);
  const shown = posts.filter(({ planned }) => platform === undefined || planned.destination.chat === platform);
  // A scheduled event is no message.
  const bodyAsData = (one: Foreseen): { readonly body?: object } =>
    body === undefined || one.planned.subject.kind === "event" ? {} : { body: body(one) };
  if (json) return say(JSON.stringify(shown.map((one) => ({ ...asData(one), ...bodyAsData(one) }))));
  for (const one of gone) say(`! ${goneText(one)[language]}\n`);
  if (shown.length === 0) return say(NOTHING[language]);
  for (const one of shown) {
    say(`${clockText(one.planned, held)} → ${writeChannel(one.planned.destination)}`);
    const wire = bodyAsData(one).body;
    const text =
      wire === undefined ? plain([...one.answer.headline, ...one.answer.body]) : JSON.stringify(wire, null, 2);
    say(`${text.replace(/^/gm, "    ")}\n`);
  }
}

/** What lies ahead, and which confirmed meetings are gone from the files. */
export interface Ahead {
  readonly posts: readonly Foreseen[];
  readonly gone: readonly SeenMeeting[];
}

/** What lies ahead of a knowledge, by what the state remembers; meetings of `known` count as announced long ago. */
export async function foreseen(
  held: Held,
  { at = Date.now(), days = DAYS, language }: AnnounceOptions,
  kept: Remembered,
  known?: Held,
): Promise<Ahead> {
  const told = known === undefined ? kept.seen : seenWith(known, kept, at - LONG_AGO_MS);
  const remembered = { ...kept, seen: told, isNew: kept.isNew && known === undefined };
  const aheadMs = days * DAY_MS;
  return {
    posts: foresee(held, remembered, { admins: adminDestinations(language), now: at, aheadMs }),
    gone: goneAhead(seenWith(held, remembered, at)),
  };
}

/** Longer than anything is news. */
const LONG_AGO_MS = 30 * DAY_MS;

export const asData = ({ planned, answer }: Foreseen) => ({
  due: new Date(planned.dueAt).toISOString(),
  channel: writeChannel(planned.destination),
  language: planned.destination.language,
  kind: planned.subject.kind,
  review: planned.subject.review,
  occurrence: planned.subject.occurrence,
  lead: planned.subject.lead ?? null,
  text: plain([...answer.headline, ...answer.body]),
});

async function bodyOf(platform: string | undefined, { knowledge }: Held, language: "vi" | "en") {
  if (platform === undefined) return undefined;
  const chat = CHATS.find((one) => one === platform);
  if (chat === undefined)
    throw new UserError(
      language === "vi"
        ? `--platform là ${CHATS.join(" hoặc ")}, không phải “${platform}”.`
        : `--platform is ${CHATS.join(" or ")}, not “${platform}”.`,
    );
  const body = await bodiesFor(chat, { knowledge, commands }, readPrefix());
  return ({ answer }: Foreseen) => body(answer);
}

const NOTHING = {
  vi: "Không có gì để đăng: chưa lịch sơ kết nào ghi kênh nhận (announce: to), chưa kênh nào đăng ký, hoặc không có kỳ nào trong thời gian này.",
  en: "Nothing will be posted: no review names a channel (announce: to), no channel is subscribed, or nothing falls into this time.",
} as const;
