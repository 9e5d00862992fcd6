import type { Translate } from "#kernel/messages.ts";
import type { OwnRegistration } from "#features/circles/registration/own/queries.ts";
import { isSeated } from "#features/circles/registration/seat-claims.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type WithdrawProps = { t: Translate; own: OwnRegistration; /** The way back. */ address: string; filled: Filled };

/** Says what withdrawing means before it is done: it cannot be taken back. */
export function WithdrawPage({ t, own, address, filled }: WithdrawProps) {
  const seated = isSeated(own.state);
  const holdsExtras = own.diet ?? own.adaptation ?? own.postalAddress;
  return (
    <>
      <PageHeading
        kicker={own.seen.round.title}
        heading={t("registration.page.withdraw.heading")}
        lead={t(seated ? "registration.page.withdraw.seated" : "registration.page.withdraw.unseated")}
      />
      <Narrow>
        <p>{t("registration.page.withdraw.means")}</p>
        {holdsExtras ? <p>{t("registration.page.withdraw.erased")}</p> : null}
        <Form t={t} filled={filled}>
          <FormEnd>
            <Button danger>{t("registration.page.withdraw.press")}</Button>
            <LinkButton href={address} plain>
              {t(seated ? "registration.page.withdraw.keep" : "registration.page.withdraw.keep_application")}
            </LinkButton>
          </FormEnd>
        </Form>
      </Narrow>
    </>
  );
}
