import type { Translate } from "#kernel/messages.ts";
import type { AgendaEntry } from "#features/meetings/agenda/agenda.ts";
import { sayDate } from "#ui/swedish-dates.ts";

/** Why an entry stands on the agenda, in plain words; nothing for what somebody put there. */
export function becauseWords(
  t: Translate,
  { because }: Pick<AgendaEntry, "because">,
  today: Temporal.PlainDate,
): string | undefined {
  if (!because) return undefined;
  const say = (day: Temporal.PlainDate) => sayDate(t.language, day, { today, weekday: false });
  switch (because.why) {
    case "parkedUntil":
      return t("agenda.why.parkedUntil", { day: say(because.day) });
    case "eventCame":
      return t("agenda.why.eventCame", { event: because.event });
    case "parkedLong":
      return t("agenda.why.parkedLong");
    case "continued":
      return t("agenda.why.continued", { day: say(because.since) });
    case "commissionDue":
      return t("agenda.why.commissionDue", { day: say(because.day) });
    case "commissionWithoutDay":
      return t("agenda.why.commissionWithoutDay");
    case "commissionReported":
      return t("agenda.why.commissionReported");
    case "commissionDeclined":
      return t("agenda.why.commissionDeclined");
    case "commissionOver":
      return t("agenda.why.commissionOver");
    case "referred":
      return t("agenda.why.referred", { from: because.from, day: say(because.since) });
    case "review":
      return because.day ? t("agenda.why.review", { day: say(because.day) }) : t("agenda.why.reviewNow");
    case "raised":
      return t("agenda.why.raised", { day: say(because.since) });
  }
}
