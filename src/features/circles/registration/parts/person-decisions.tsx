import type { Translate } from "#kernel/messages.ts";
import type { RosterPerson } from "#features/circles/registration/queries.ts";
import { isSeated } from "#features/circles/registration/seat-claims.ts";
import { TextArea } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";

type DecisionProps = { t: Translate; found: RosterPerson; filled: Filled };

/** Finding somebody not eligible: what happens, and the reason they will read. */
export function DenyPage({ t, found: { round, row }, filled }: DecisionProps) {
  const person = `/planera/${round.slug}/anmalningar/${row.id}`;
  return (
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={person}>{row.name}</a>}
      heading={t("registration.page.deny.heading", { name: row.name })}
      lead={t(isSeated(row.state) ? "registration.page.deny.lead_seated" : "registration.page.deny.lead")}
      press={t("registration.page.deny.press")}
      danger
      back={person}
    >
      <TextArea
        t={t}
        filled={filled}
        name="reason"
        label={t("registration.page.deny.reason")}
        help={t("registration.page.deny.reason_help", { name: row.name })}
        limit={1_000}
        rows={4}
        required
      />
    </FormPage>
  );
}

/** Withdrawing for somebody who has told us: what happens with the place. */
export function WithdrawForPage({ t, found: { round, row }, filled }: DecisionProps) {
  const person = `/planera/${round.slug}/anmalningar/${row.id}`;
  return (
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={person}>{row.name}</a>}
      heading={t("registration.page.withdraw_for.heading", { name: row.name })}
      lead={t(
        isSeated(row.state) ? "registration.page.withdraw_for.lead_seated" : "registration.page.withdraw_for.lead",
      )}
      before={<p>{t("registration.page.withdraw_for.means", { name: row.name })}</p>}
      press={t("registration.page.withdraw_for.press")}
      danger
      back={person}
    />
  );
}
