import type { Translate } from "#kernel/messages.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { spanOf } from "#features/circles/public/round-filter.ts";
import { isAssessed } from "#features/circles/round/round.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type WhatHappensProps = { t: Translate; seen: PublicRound; today: Temporal.PlainDate };

/** What happens when somebody applies, step by step. Nothing for a round that takes no applications. */
export function WhatHappens({ t, seen: { round, availability }, today }: WhatHappensProps) {
  if (availability.way === "closed" || availability.way === "over" || availability.way === "cancelled") return null;
  const say = (day: Temporal.PlainDate) => sayDate(t.language, day, { today });
  const { first } = spanOf(round.sessions);
  const steps = [
    round.managerConsultation === "declared" ? t("public.happens.manager_first") : null,
    t("public.happens.apply"),
    t("public.happens.confirm"),
    round.managerConsultation === "confirmed" ? t("public.happens.manager_asked") : null,
    isAssessed(round.allocation)
      ? round.noticeDate
        ? t("public.happens.notice", { day: say(round.noticeDate) })
        : t("public.happens.notice_unknown")
      : t("public.happens.place", { days: round.answerDays }),
    first ? t("public.happens.first", { day: say(first) }) : null,
  ].filter((step) => step !== null);
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
