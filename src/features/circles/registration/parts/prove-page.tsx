import type { Translate } from "#kernel/messages.ts";
import type { OwnRegistration } from "#features/circles/registration/own/queries.ts";
import { ContactLine } from "#features/circles/registration/parts/round-in-short.tsx";
import type { Filled } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";

type ProvePageProps = { t: Translate; own: OwnRegistration; address: string; filled: Filled };

/**
 * Behind a link to an address that somebody else wrote down: who did it and to what, and a button that says "it is me".
 * Nothing that was said by or about the applicant, because the address may be another's.
 */
export function ProvePage({ t, own: { seen, addedBy }, address, filled }: ProvePageProps) {
  const { round, organiser } = seen;
  return (
    <FormPage
      t={t}
      filled={filled}
      action={`${address}/jag`}
      heading={t("registration.prove.heading", { round: round.title })}
      lead={t("registration.prove.lead", { who: addedBy ?? organiser.name, organiser: organiser.name })}
      press={t("registration.prove.press")}
      back={`/cirklar/${round.slug}`}
      backSays={t("registration.page.read_more")}
    >
      <p>{t("registration.prove.not_you")}</p>
      <ContactLine t={t} round={round} />
    </FormPage>
  );
}
