import type { Translate } from "#kernel/messages.ts";
import type { RosterPerson } from "#features/circles/registration/queries.ts";
import { isSeated } from "#features/circles/registration/seat-claims.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { TextArea } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type DecisionProps = { t: Translate; found: RosterPerson; filled: Filled };

/** Finding somebody not eligible: what happens, and the reason they will read. */
export function DenyPage({ t, found: { round, row }, filled }: DecisionProps) {
  return (
    <>
      <PageHeading
        kicker={<a href={`/planera/${round.slug}/anmalningar/${row.id}`}>{row.name}</a>}
        heading={t("registration.page.deny.heading", { name: row.name })}
        lead={t(isSeated(row.state) ? "registration.page.deny.lead_seated" : "registration.page.deny.lead")}
      />
      <Narrow>
        <Form t={t} filled={filled}>
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
          <FormEnd>
            <Button danger>{t("registration.page.deny.press")}</Button>
            <LinkButton href={`/planera/${round.slug}/anmalningar/${row.id}`} plain>
              {t("ui.cancel")}
            </LinkButton>
          </FormEnd>
        </Form>
      </Narrow>
    </>
  );
}

/** Withdrawing for somebody who has told us: what happens with the place. */
export function WithdrawForPage({ t, found: { round, row }, filled }: DecisionProps) {
  return (
    <>
      <PageHeading
        kicker={<a href={`/planera/${round.slug}/anmalningar/${row.id}`}>{row.name}</a>}
        heading={t("registration.page.withdraw_for.heading", { name: row.name })}
        lead={t(
          isSeated(row.state) ? "registration.page.withdraw_for.lead_seated" : "registration.page.withdraw_for.lead",
        )}
      />
      <Narrow>
        <p>{t("registration.page.withdraw_for.means", { name: row.name })}</p>
        <Form t={t} filled={filled}>
          <FormEnd>
            <Button danger>{t("registration.page.withdraw_for.press")}</Button>
            <LinkButton href={`/planera/${round.slug}/anmalningar/${row.id}`} plain>
              {t("ui.cancel")}
            </LinkButton>
          </FormEnd>
        </Form>
      </Narrow>
    </>
  );
}
