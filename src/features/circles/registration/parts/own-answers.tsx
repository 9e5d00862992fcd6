import type { Translate } from "#kernel/messages.ts";
import { Paragraphs } from "#ui/paragraphs.tsx";
import type { Sector } from "#features/circles/registration/registration.ts";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { PhoneLink } from "#ui/phone-link.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

/** What somebody has written in their application. */
export type Answers = {
  readonly name: string;
  readonly email: string | null;
  readonly phone?: string | null;
  readonly workplace: string;
  readonly employer: string;
  readonly sector: Sector;
  readonly profession: string;
  readonly ageGroup: string | null;
  readonly motivation: string | null;
  readonly hoursAccepted: number | null;
  readonly diet: string | null;
  readonly adaptation: string | null;
  readonly postalAddress: string | null;
  readonly deleteAfter: Temporal.PlainDate | null;
  readonly themeProposal?: string | null;
};

/** An application's answers, those with a last day with it beside them. Nothing is shown for what was not asked. */
export function OwnAnswers({ t, answers }: { t: Translate; answers: Answers }) {
  const { deleteAfter, hoursAccepted } = answers;
  const erased = deleteAfter
    ? t("registration.page.own.erased", { day: sayDate(t.language, deleteAfter, { weekday: false }) })
    : undefined;
  const text = (term: string, value: string | null, note?: string): FactItem[] =>
    value ? [{ term, value: <Paragraphs text={value} />, note }] : [];
  return (
    <Facts
      wide
      items={[
        { term: t("registration.page.answer.name"), value: answers.name },
        ...(answers.email ? [{ term: t("registration.page.answer.email"), value: answers.email }] : []),
        ...(answers.phone ? [{ term: t("registration.add.phone"), value: <PhoneLink phone={answers.phone} /> }] : []),
        { term: t("registration.page.form.employer"), value: answers.employer },
        { term: t("registration.page.form.workplace"), value: answers.workplace },
        { term: t("registration.page.form.profession"), value: answers.profession },
        { term: t("registration.page.answer.sector"), value: t(`registration.page.sector.${answers.sector}`) },
        ...text(t("registration.page.answer.age_group"), answers.ageGroup),
        ...text(t("registration.page.form.postal_address"), answers.postalAddress, erased),
        ...text(t("registration.page.form.diet"), answers.diet, erased),
        ...text(t("registration.page.answer.adaptation"), answers.adaptation, erased),
        ...(hoursAccepted === null
          ? []
          : [{ term: t("registration.page.time"), value: t("registration.page.hours", { hours: hoursAccepted }) }]),
        ...text(t("registration.team.theme_proposed"), answers.themeProposal ?? null),
        ...text(t("registration.page.answer.motivation"), answers.motivation),
      ]}
    />
  );
}
