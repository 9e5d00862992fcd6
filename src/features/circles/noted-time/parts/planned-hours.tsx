import type { Translate } from "#kernel/messages.ts";
import { leftOfCommitment, type PlannedTime } from "#features/circles/attendance/circle-hours.ts";
import { sayLength } from "#features/circles/attendance/parts/time-words.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";

/** What the circle asks for in hours, part by part against the commitment: drawn, with the figures beside it. */
export function PlannedHours({ t, planned }: { t: Translate; planned: PlannedTime }) {
  const { meetings, assignments, reading, commitment, minutes } = planned;
  const left = leftOfCommitment(planned);
  const bars = [
    { label: t("noted_time.meetings"), count: meetings.minutes },
    { label: t("noted_time.assignments"), count: assignments.minutes },
    { label: t("noted_time.reading"), count: reading.minutes },
    ...(left === undefined || left === 0
      ? []
      : [{ label: t(left < 0 ? "noted_time.over" : "noted_time.left"), count: Math.abs(left) }]),
  ];
  const said = sayLength(t, minutes);
  // In one figure, so that they stand under each other.
  const hours = new Intl.NumberFormat(t.language, { maximumFractionDigits: 2 });
  return (
    <section class="stack">
      <p>
        {commitment === null
          ? t("noted_time.sum_only", { planned: said })
          : t("noted_time.sum", { planned: said, commitment: sayLength(t, commitment) })}
      </p>
      <BalanceBars
        t={t}
        caption={t("noted_time.picture")}
        groups={t("noted_time.part")}
        counted={t("noted_time.title")}
        bars={bars}
        say={(figure) => hours.format(figure / 60)}
      />
      {meetings.unknown > 0 ? (
        <p class="muted">{t("noted_time.unknown_meetings", { count: meetings.unknown })}</p>
      ) : null}
      {assignments.unknown > 0 ? (
        <p class="muted">{t("noted_time.unknown_assignments", { count: assignments.unknown })}</p>
      ) : null}
      {reading.unknown > 0 ? <p class="muted">{t("noted_time.unknown_reading", { count: reading.unknown })}</p> : null}
    </section>
  );
}
