import type { Translate } from "#kernel/messages.ts";
import type { OwnRegistration } from "#features/circles/registration/own/queries.ts";
import { isSeated } from "#features/circles/registration/seat-claims.ts";
import type { Filled } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";

type WithdrawProps = { t: Translate; own: OwnRegistration; /** The way back. */ address: string; filled: Filled };

/** Says what withdrawing means before it is done: it cannot be taken back. */
export function WithdrawPage({ t, own, address, filled }: WithdrawProps) {
  const seated = isSeated(own.state);
  const holdsExtras = own.diet ?? own.adaptation ?? own.postalAddress;
  return (
    <FormPage
      t={t}
      filled={filled}
      kicker={own.seen.round.title}
      heading={t("registration.page.withdraw.heading")}
      lead={t(seated ? "registration.page.withdraw.seated" : "registration.page.withdraw.unseated")}
      before={
        <>
          <p>{t("registration.page.withdraw.means")}</p>
          {holdsExtras ? <p>{t("registration.page.withdraw.erased")}</p> : null}
        </>
      }
      press={t("registration.page.withdraw.press")}
      danger
      back={address}
      backSays={t(seated ? "registration.page.withdraw.keep" : "registration.page.withdraw.keep_application")}
    />
  );
}
