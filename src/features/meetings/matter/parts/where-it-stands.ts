import type { Translate } from "#kernel/messages.ts";
import { asDayOfSomeYear } from "#features/meetings/matter/decided-day.ts";
import type { MatterFacts, MatterInside } from "#features/meetings/matter/queries.ts";
import type { NextMeeting } from "#features/meetings/matter/timeline/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type Said = { readonly t: Translate; readonly today: Temporal.PlainDate };

const day = ({ t, today }: Said, date: Temporal.PlainDate) => sayDate(t.language, date, { today });

/** When something was decided, as far as anybody has written: "3 mars, året okänt". (R214) */
export function decidedWhen(
  said: Said,
  { decidedOn, decidedDay }: Pick<MatterFacts, "decidedOn" | "decidedDay">,
): string {
  const { t } = said;
  if (decidedOn) return day(said, decidedOn);
  if (!decidedDay) return t("matter.day_unknown");
  const some = asDayOfSomeYear(decidedDay);
  // Said from a day of the same year, so that no year is said, and without the weekday nobody knows.
  return t("matter.year_unknown", { day: sayDate(t.language, some, { today: some, weekday: false }) });
}

/** Where a matter stands, in one sentence. */
export function whereItStands(said: Said, { matter, bodies }: MatterInside, openCommissions: number): string {
  const { t } = said;
  const since = { day: day(said, matter.since) };
  const nameOf = (id: string | null) => bodies.find((body) => body.id === id)?.name ?? "";
  switch (matter.state) {
    case "parked":
      if (matter.eventCameOn) return t("matter.stands.parked_came", { day: day(said, matter.eventCameOn) });
      if (matter.parkedUntil) return t("matter.stands.parked_until", { day: day(said, matter.parkedUntil) });
      return matter.parkedEvent
        ? t("matter.stands.parked_event", { event: matter.parkedEvent })
        : t("matter.stands.parked_open");
    case "commissioned":
      return t("matter.stands.commissioned", { open: openCommissions });
    case "referred":
      return t("matter.stands.referred", { ...since, body: nameOf(matter.referredTo) });
    case "decided":
    case "decidedElsewhere": {
      const words = { body: matter.decidedBy ?? nameOf(matter.bodyId), day: decidedWhen(said, matter) };
      if (matter.state === "decidedElsewhere") return t("matter.stands.decidedElsewhere", words);
      return t(matter.isPosition ? "matter.stands.position" : "matter.stands.decided", words);
    }
    default:
      return t(`matter.stands.${matter.state}`, since);
  }
}

/** What happens next, and when a matter comes back. */
export function whatHappensNext(said: Said, matter: MatterFacts, next: NextMeeting | undefined): readonly string[] {
  const { t } = said;
  if (matter.isClosed) return [t("matter.next_closed")];
  const sentences: string[] = [];
  if (next) sentences.push(t("matter.next_meeting", { day: day(said, next.day) }));
  if (matter.state === "parked" && !matter.eventCameOn) {
    if (matter.parkedUntil && !next) sentences.push(t("matter.next_wait", { day: day(said, matter.parkedUntil) }));
    if (matter.parkedEvent) sentences.push(t("matter.next_event"));
    if (matter.remindOn) sentences.push(t("matter.next_remind", { day: day(said, matter.remindOn) }));
  }
  if (matter.reviewOn) sentences.push(t("matter.next_review", { day: day(said, matter.reviewOn) }));
  return sentences.length > 0 ? sentences : [t("matter.next_meeting_none")];
}
