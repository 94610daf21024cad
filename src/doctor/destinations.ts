import { commands } from "../../commands/index.ts";
import { readAdmins } from "../config.ts";
import { type Channel, writeChannel } from "../core/destination.ts";
import type { Both } from "../core/language.ts";
import type { Poster } from "../core/poster.ts";
import { openPosters } from "../posters.ts";
import { type Check, type Finding, ok, type Patient, warning, wrong } from "./check.ts";

/** Whether the bot can post wherever something is to be announced. */
export const destinations: Check = {
  name: "destinations",
  async run(patient) {
    const { knowledge } = await patient.knowledge();
    const named = await channelsOf(patient);
    if (named.size === 0 || knowledge === undefined) return named.size === 0 ? [NOWHERE] : [];
    const posters = await openPosters({ knowledge, commands }, () => {});
    const findings: Finding[] = [];
    // One after the other: what is looked up counts towards the limits of the chats.
    for (const { channel, why } of named.values()) findings.push(await inspected(channel, why, posters));
    return findings;
  },
};

interface Named {
  readonly channel: Channel;
  /** Where it is written. */
  readonly why: Both;
}

async function channelsOf({ knowledge: load, state }: Patient): Promise<ReadonlyMap<string, Named>> {
  const { knowledge } = await load();
  const { held } = await state().catch(() => ({ held: undefined }));
  const inReviews = [...(knowledge?.reviews.values() ?? [])].flatMap(({ announce }) => announce.to);
  const all: readonly (readonly [readonly Channel[], Both])[] = [
    [inReviews, { vi: "trong kho tri thức", en: "in the knowledge" }],
    [held?.subscriptions ?? [], { vi: "đăng ký trong chat", en: "subscribed in chat" }],
    [adminChannels(), { vi: "ADMIN_CHANNEL", en: "ADMIN_CHANNEL" }],
  ];
  return new Map(
    all.flatMap(([channels, why]) => channels.map((channel) => [writeChannel(channel), { channel, why }] as const)),
  );
}

/** That they are wrong is told by the check of the settings. */
function adminChannels(): readonly Channel[] {
  try {
    return readAdmins().channels;
  } catch {
    return [];
  }
}

async function inspected(channel: Channel, why: Both, posters: readonly Poster[]): Promise<Finding> {
  const name = writeChannel(channel);
  const poster = posters.find(({ chat }) => chat === channel.chat);
  if (poster === undefined)
    return wrong({
      vi: `${name} (${why.vi}): ${channel.chat} chưa được thiết lập`,
      en: `${name} (${why.en}): ${channel.chat} is not set up`,
    });
  const found = await poster.inspect(channel.id);
  if ("name" in found) return ok(`${name} (${why.vi}): ${found.name}`, `${name} (${why.en}): ${found.name}`);
  return wrong({ vi: `${name} (${why.vi})`, en: `${name} (${why.en})` }, found.trouble);
}

const NOWHERE = warning(
  { vi: "Chưa có kênh nào nhận thông báo", en: "No channel gets announcements" },
  {
    vi: "Gõ /subscriptions trong kênh, hoặc ghi announce trong knowledge/reviews.",
    en: "Type /subscriptions in a channel, or write announce in knowledge/reviews.",
  },
);
