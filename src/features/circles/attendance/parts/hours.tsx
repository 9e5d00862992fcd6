import type { MessageKey, Translate } from "#kernel/messages.ts";
import { leftOfCommitment, type MeetingTime, type PlannedTime } from "#features/circles/attendance/circle-hours.ts";
import { sayLength, sayMeetingTime } from "#features/circles/attendance/parts/time-words.ts";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { Unknown } from "#ui/unknown.tsx";

type HoursProps = {
  t: Translate;
  /** What the circle asks for. */
  planned: PlannedTime;
  /** What whoever looks has been at, if they have a seat. */
  own: MeetingTime | undefined;
};

/** What the circle asks of its participants in hours, and how much of it they have been at. */
export function Hours({ t, planned, own }: HoursProps) {
  const { meetings, assignments, reading, commitment } = planned;
  const left = leftOfCommitment(planned);
  const work = [
    { term: t("attendance.hours.assignments"), minutes: assignments.minutes },
    { term: t("attendance.hours.reading"), minutes: reading.minutes },
  ].filter(({ minutes }) => minutes > 0);
  const items: FactItem[] = [
    { term: t("attendance.hours.planned"), value: sayMeetingTime(t, meetings) },
    ...work.map(({ term, minutes }) => ({ term, value: sayLength(t, minutes) })),
    {
      term: t("attendance.hours.commitment"),
      value:
        commitment === null ? <Unknown>{t("attendance.hours.unknown_commitment")}</Unknown> : sayLength(t, commitment),
    },
    ...(left === undefined
      ? [
          {
            term: t("attendance.hours.left"),
            value: <Unknown>{t("attendance.hours.unknown_left")}</Unknown>,
          },
        ]
      : [
          {
            term: t(leftSays(left, work.length > 0)),
            value: sayLength(t, Math.abs(left)),
          },
        ]),
    ...(own
      ? [
          {
            term: t("attendance.hours.own"),
            value: t("attendance.hours.meetings", { attended: own.meetings, meetings: meetings.meetings }),
            note: sayMeetingTime(t, own),
          },
        ]
      : []),
  ];
  return <Facts items={items} />;
}

/** As long as nothing else has a time, all that the meetings leave is for assignments and reading. */
function leftSays(left: number, hasWork: boolean): MessageKey {
  if (left < 0) return hasWork ? "attendance.hours.over_all" : "attendance.hours.over";
  return hasWork ? "attendance.hours.left_all" : "attendance.hours.left";
}
