import type { Translate } from "#kernel/messages.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { serviceOf } from "#features/circles/registration/application/external-form.ts";
import { consultationOf } from "#features/circles/registration/application-questions.ts";
import { spanOf } from "#features/circles/public/round-filter.ts";
import { isAssessed, takesTeams } from "#features/circles/round/round.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type WhatHappensProps = { t: Translate; seen: PublicRound; today: Temporal.PlainDate };

/** What happens when somebody applies, step by step. Nothing for a round that takes no applications. */
export function WhatHappens({ t, seen, today }: WhatHappensProps) {
  const steps = stepsToTake(t, seen, today, t("public.happens.apply"));
  if (steps.length === 0) return null;
  return (
    <section>
      <h2>{t("public.happens")}</h2>
      <ol>
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </section>
  );
}

/** What happens when somebody applies, in their order; `applying` says where one does it. */
export function stepsToTake(
  t: Translate,
  { round, availability }: PublicRound,
  today: Temporal.PlainDate,
  applying: string,
): string[] {
  if (availability.way === "closed" || availability.way === "over" || availability.way === "cancelled") return [];
  const say = (day: Temporal.PlainDate) => sayDate(t.language, day, { today });
  const { first } = spanOf(round.sessions);
  const consults = consultationOf(round);
  const way = round.externalForm
    ? [t("public.happens.elsewhere", { service: serviceOf(round.externalForm) })]
    : takesTeams(round.allocation)
      ? [t("public.happens.team"), t("public.happens.confirm_team")]
      : [applying, t("public.happens.confirm")];
  return [
    consults === "declared" ? t("public.happens.manager_first") : null,
    ...way,
    consults === "confirmed" ? t("public.happens.manager_asked") : null,
    isAssessed(round.allocation)
      ? round.noticeDate
        ? t("public.happens.notice", { day: say(round.noticeDate) })
        : t("public.happens.notice_unknown")
      : t("public.happens.place", { days: round.answerDays }),
    first ? t("public.happens.first", { day: say(first) }) : null,
  ].filter((step) => step !== null);
}
