import type { Translate } from "#kernel/messages.ts";
import type { MeetingTime } from "#features/circles/attendance/circle-hours.ts";

/** "20 timmar", "3 timmar 30 minuter". */
export function sayLength(t: Translate, minutes: number): string {
  if (minutes === 0) return t("attendance.hours.none");
  return t("attendance.hours.time", { hours: Math.floor(minutes / 60), minutes: minutes % 60 }).trim();
}

/** How long some meetings take, and of how many nobody knows it: "16 timmar, 1 träff har ingen känd tid". */
export function sayMeetingTime(t: Translate, { minutes, unknown }: MeetingTime): string {
  const said = unknown > 0 ? [t("attendance.hours.unknown", { count: unknown })] : [];
  return minutes === 0 && unknown > 0 ? said.join("") : [sayLength(t, minutes), ...said].join(", ");
}
