import type { Translate } from "#kernel/messages.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { isAssessed, takesTeams } from "#features/circles/round/round.ts";
import { sayDate } from "#ui/swedish-dates.ts";

/** One fact about a round; no value is "not known yet". */
export type RoundFact = {
  readonly term: string;
  readonly value: string | undefined;
  readonly note?: string | undefined;
};

/** What somebody wants to know before they apply: the last day, the time it takes, what it costs. */
export function roundInFacts(t: Translate, { round, extended }: PublicRound, today: Temporal.PlainDate): RoundFact[] {
  const say = (day: Temporal.PlainDate) => sayDate(t.language, day, { today });
  const facts: (RoundFact | null)[] = [
    round.deadline
      ? {
          term: t("public.last_day"),
          value: say(round.deadline),
          note: round.openUntilFull ? t("public.until_full_after") : extended ? t("public.extended") : undefined,
        }
      : round.openUntilFull
        ? { term: t("public.last_day"), value: t("public.until_full") }
        : null,
    isAssessed(round.allocation)
      ? { term: t("public.notice"), value: round.noticeDate ? say(round.noticeDate) : undefined }
      : null,
    { term: t("public.time"), value: round.hours === null ? undefined : t("public.hours", { hours: round.hours }) },
    {
      term: t("public.cost"),
      value:
        round.cost === null
          ? undefined
          : round.cost === 0
            ? t("public.free_of_charge")
            : t("public.kronor", { kronor: round.cost }),
      note: round.funder ? t("public.funder", { funder: round.funder }) : undefined,
    },
    takesTeams(round.allocation)
      ? null
      : { term: t("public.manager"), value: t(`public.manager.${round.managerConsultation}`) },
    round.agreement ? { term: t("public.agreement"), value: round.agreement } : null,
    round.materialByPost ? { term: t("public.material"), value: t("public.by_post") } : null,
    round.writtenOutput ? { term: t("public.writing"), value: t(`public.writing.${round.writtenOutput}`) } : null,
    round.minimumParticipants === null
      ? null
      : {
          term: t("public.minimum"),
          value: t("public.minimum_people", { count: round.minimumParticipants }),
          note: round.goNoGoDate ? t("public.decided_on", { day: say(round.goNoGoDate) }) : undefined,
        },
  ];
  return facts.filter((fact) => fact !== null);
}
