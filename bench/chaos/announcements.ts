import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Channel, type Chat, writeChannel } from "../../src/core/destination.ts";
import { VALID } from "../../test/knowledge-loader/folder.ts";

/** "R1M30 in slack:C0CHAOS7": an announcement by a word that only it has, and where people read it. */
export const nameOf = (code: string, channel: Channel): string => `${code} in ${writeChannel(channel)}`;

/** A knowledge base that makes so many announcements. */
export interface Program {
  /** What people should read, each once. */
  readonly expected: readonly string[];
  readonly channels: readonly Channel[];
  /** Of those, so many are due at once; the others are news of meetings that `edit` writes down. */
  readonly dueAtOnce: number;
  write(folder: string): Promise<void>;
  /** Somebody saves the file with more meetings in it. */
  edit(folder: string): Promise<void>;
}

/** Of each review one meeting is reminded of today, so many days ahead; another one is news. */
const LEADS = [30, 7, 1];
const NEWS = 60;
const EACH = 2;
const MOST_CHANNELS = 50;
const FILE = "reviews/so-ket.yaml";
const TIME_ZONE_MS = 7 * 3_600_000;

/**
 * All reminders are due at the full minute before `start`, in epoch milliseconds. Throws a RangeError where so many
 * announcements can't be made.
 */
export function programOf(count: number, chats: readonly Chat[], start: number): Program {
  const pairs = count / EACH;
  if (!Number.isInteger(pairs) || pairs < 1)
    throw new RangeError(`The number of announcements is a multiple of ${EACH}.`);
  const channels = Array.from({ length: Math.min(MOST_CHANNELS, pairs) }, (_, i) =>
    channelOf(chats[i % chats.length] ?? "slack", i),
  );
  const reviews = Array.from({ length: Math.ceil(pairs / channels.length) }, (_, i) => ({
    number: i + 1,
    to: channels.slice(0, pairs - i * channels.length),
  }));
  const local = (days: number): string => new Date(start + TIME_ZONE_MS + days * 86_400_000).toISOString();
  const text = (isEdited: boolean): string =>
    reviews.map(({ number, to }) => reviewText(number, to, local, isEdited)).join("");

  return {
    expected: reviews.flatMap(({ number, to }) =>
      to.flatMap((channel) => [leadOf(number), NEWS].map((days) => nameOf(codeOf(number, days), channel))),
    ),
    channels,
    dueAtOnce: pairs,
    async write(folder) {
      for (const [name, content] of Object.entries({ ...VALID, [FILE]: text(false) })) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), content);
      }
    },
    async edit(folder) {
      // At once, as editors do: a process that starts right now reads the old file or the new one.
      await writeFile(`${folder}.new`, text(true));
      await rename(`${folder}.new`, join(folder, FILE));
    },
  };
}

const channelOf = (chat: Chat, index: number): Channel => ({
  chat,
  id: chat === "slack" ? `C0CHAOS${index}` : String(1_200_000_000_000_000_000n + BigInt(index)),
});

const leadOf = (review: number): number => LEADS[review % LEADS.length] ?? 1;

/** No part of it is changed by any markup. */
const codeOf = (review: number, days: number): string => `R${review}M${days}`;
const CODE = /R\d+M\d+/;

/** What is announced there by a message. */
export const announcedBy = (message: string, channel: Channel): string =>
  nameOf(CODE.exec(message)?.[0] ?? message, channel);

/** What a row of the ledger is about, by its key. */
export function announcedAs(key: string): string {
  const [, review, days, channel] = /:ky-0*(\d+)\/hop-(\d+)@.*>(.+)$/.exec(key) ?? [];
  return `${codeOf(Number(review), Number(days))} in ${channel}`;
}

const two = (number: number): string => String(number).padStart(2, "0");

function reviewText(
  number: number,
  to: readonly Channel[],
  local: (days: number) => string,
  isEdited: boolean,
): string {
  const meetings = isEdited ? [leadOf(number), NEWS] : [leadOf(number)];
  const destinations = to.map(({ chat, id }, i) => `{${chat}: "${id}", language: ${i % 4 < 2 ? "vi" : "en"}}`);
  return `- id: ky-${two(number)}
  names: {vi: "Sơ kết số ${number}", en: "Review No. ${number}"}
  memorandum: bien-ban
  everyMonths: 120
  cadence: {vi: "Mười năm một lần", en: "Every ten years"}
  announce: {leads: [${LEADS.join(", ")}], at: "${local(0).slice(11, 16)}", to: [${destinations.join(", ")}]}
  meetings:
${meetings
  .map(
    (days) =>
      `    - {id: hop-${days}, state: confirmed, date: ${local(days).slice(0, 10)}, time: "23:59", agenda: {vi: "Mã ${codeOf(number, days)}", en: "Code ${codeOf(number, days)}"}, source: {id: bao-mau}}`,
  )
  .join("\n")}
  source: {id: bao-mau, paragraph: 1}
`;
}
