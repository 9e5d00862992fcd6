import type { Translate } from "#kernel/messages.ts";
import { leftOf, type MeetingTime } from "#features/circles/attendance/circle-hours.ts";
import { sayLength, sayMeetingTime } from "#features/circles/attendance/parts/time-words.ts";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { Unknown } from "#ui/unknown.tsx";

type HoursProps = {
  t: Translate;
  /** What the meetings of the circle come to. */
  planned: MeetingTime;
  /** The hours that participants have said yes to. */
  commitment: number | null;
  /** What whoever looks has been at, if they have a seat. */
  own: MeetingTime | undefined;
};

/** What the circle asks of its participants in hours, and how much of it they have been at. */
export function Hours({ t, planned, commitment, own }: HoursProps) {
  const left = leftOf(commitment, planned);
  const items: FactItem[] = [
    { term: t("attendance.hours.planned"), value: sayMeetingTime(t, planned) },
    {
      term: t("attendance.hours.commitment"),
      value:
        commitment === null ? (
          <Unknown>{t("attendance.hours.unknown_commitment")}</Unknown>
        ) : (
          sayLength(t, commitment * 60)
        ),
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
            term: t(left < 0 ? "attendance.hours.over" : "attendance.hours.left"),
            value: sayLength(t, Math.abs(left)),
          },
        ]),
    ...(own
      ? [
          {
            term: t("attendance.hours.own"),
            value: t("attendance.hours.meetings", { attended: own.meetings, meetings: planned.meetings }),
            note: sayMeetingTime(t, own),
          },
        ]
      : []),
  ];
  return <Facts items={items} />;
}
