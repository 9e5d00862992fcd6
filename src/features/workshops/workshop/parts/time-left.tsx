import type { Translate } from "#kernel/messages.ts";
import { secondsLeft } from "#features/workshops/workshop/time-left.ts";

type TimeLeftProps = {
  t: Translate;
  closesAt: Temporal.Instant | null;
  now: Temporal.Instant;
  isPaused: boolean;
};

/** How long there is to answer in. Counted down where there is script; it warns when a minute and ten seconds are left. */
export function TimeLeft({ t, closesAt, now, isPaused }: TimeLeftProps) {
  const left = secondsLeft(closesAt, now);
  if (left === undefined || isPaused) return null;
  const up = t("workshop.time_up");
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return (
    <room-timer data-left={String(left)} data-soon={t("workshop.time_soon")} data-up={up}>
      <span class="sr-only">{t("workshop.time_left")} </span>
      <span data-seen="">{left === 0 ? up : clock}</span>
      <span class="sr-only" role="status"></span>
    </room-timer>
  );
}
