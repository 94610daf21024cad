import type { Destination } from "../core/destination.ts";
import { writeChannel } from "../core/destination.ts";
import type { Meeting, Review } from "../core/knowledge.ts";
import type { Both } from "../core/language.ts";
import type { Lint } from "./lints.ts";
import type { Path } from "./locate.ts";

const error = (path: Path, code: string, message: Both, hint: Both): Lint => ({
  path,
  severity: "error",
  code,
  message,
  hint,
});

/** Meetings of a review that can't both be meant, and announcements that would come too late. */
export const meetingLints = (review: Review): readonly Lint[] => [
  ...overlaps(review.meetings),
  ...review.meetings.flatMap(notMoved),
  ...lateLeads(review),
  ...longLeads(review),
  ...repeatedChannels(review.announce.to),
];

/** Minutes since the first day of all, on the review's own clock: good for comparing two meetings of one review. */
function spanOf({ date, time = "00:00", minutes }: Meeting, isWholeDay: boolean): readonly [number, number] {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const start = Date.parse(date) / 60_000 + hour * 60 + minute;
  return [start, start + (isWholeDay ? 24 * 60 : (minutes ?? 120))];
}

function overlaps(meetings: readonly Meeting[]): readonly Lint[] {
  return meetings.flatMap((meeting, index) => {
    const [start, end] = spanOf(meeting, meeting.time === undefined);
    const other = meetings.slice(0, index).find((one) => {
      const [from, to] = spanOf(one, one.time === undefined);
      return one.state !== "cancelled" && meeting.state !== "cancelled" && from < end && start < to;
    });
    if (other === undefined) return [];
    return [
      error(
        ["meetings", index, "date"],
        "overlapping-meetings",
        {
          vi: `Cuộc họp “${meeting.id}” trùng giờ với “${other.id}”.`,
          en: `The meeting “${meeting.id}” overlaps with “${other.id}”.`,
        },
        {
          vi: "Sửa ngày, giờ hoặc minutes; lịch cũ của một cuộc họp đã dời thì ghi vào movedFrom.",
          en: "Correct the date, time or minutes; where a meeting was before it was moved goes to movedFrom.",
        },
      ),
    ];
  });
}

function notMoved(meeting: Meeting, index: number): readonly Lint[] {
  const { movedFrom } = meeting;
  if (movedFrom === undefined || movedFrom.date !== meeting.date || movedFrom.time !== meeting.time) return [];
  return [
    error(
      ["meetings", index, "movedFrom"],
      "not-moved",
      { vi: "Lịch cũ trùng với lịch mới.", en: "The meeting was moved from the time that it has now." },
      {
        vi: "Ghi lịch cũ vào movedFrom, lịch mới vào date và time.",
        en: "movedFrom is the old time, date and time the new one.",
      },
    ),
  ];
}

/** On the day itself, at an hour when the meeting has begun. */
function lateLeads({ announce, meetings }: Review): readonly Lint[] {
  const hasLeadZero = announce.leads.includes(0) || announce.to.some(({ leads }) => leads?.includes(0));
  const early = meetings.find(({ state, time }) => state === "confirmed" && time !== undefined && time <= announce.at);
  if (!hasLeadZero || early === undefined) return [];
  return [
    error(
      ["announce", "at"],
      "lead-after-meeting",
      {
        vi: `Thông báo trong ngày họp lúc ${announce.at} thì cuộc họp “${early.id}” lúc ${early.time} đã bắt đầu.`,
        en: `An announcement on the day at ${announce.at} comes after the meeting “${early.id}” began at ${early.time}.`,
      },
      { vi: "Đặt at sớm hơn, hoặc bỏ 0 khỏi leads.", en: "Make “at” earlier, or take 0 out of the leads." },
    ),
  ];
}

const SHORTEST_MONTH = 28;

/** Only the next date is expected: one that lies further ahead than the cadence is long is announced when the one before is over. */
function longLeads({ announce, everyMonths }: Review): readonly Lint[] {
  if (everyMonths === undefined) return [];
  const leads = [announce.leads, ...announce.to.map(({ leads = [] }) => leads)].flat();
  const long = leads.find((lead) => lead >= everyMonths * SHORTEST_MONTH);
  if (long === undefined) return [];
  return [
    {
      path: ["everyMonths"],
      severity: "warning",
      code: "lead-longer-than-cadence",
      message: {
        vi: `Thông báo trước ${long} ngày, mà cứ ${everyMonths} tháng lại có một kỳ: kỳ dự kiến chỉ được báo khi kỳ trước đã qua, nên lần báo này sẽ bị bỏ qua.`,
        en: `Announced ${long} days before, though there is a date every ${everyMonths === 1 ? "month" : `${everyMonths} months`}: an expected date is announced only once the one before is over, so that this announcement is skipped.`,
      },
      hint: {
        vi: "Ghi leads ngắn hơn định kỳ vào announce, như leads: [7, 1]; cuộc họp đã chốt thì vẫn được báo.",
        en: "Write leads shorter than the cadence in announce, such as leads: [7, 1]; confirmed meetings are announced all the same.",
      },
    },
  ];
}

function repeatedChannels(to: readonly Destination[]): readonly Lint[] {
  const channels = to.map(writeChannel);
  return channels.flatMap((channel, index) =>
    channels.indexOf(channel) === index
      ? []
      : [
          error(
            ["announce", "to", index],
            "repeated-channel",
            { vi: `Kênh ${channel} đã có ở trên.`, en: `The channel ${channel} stands above already.` },
            { vi: "Xóa một trong hai dòng.", en: "Delete one of the two lines." },
          ),
        ],
  );
}
