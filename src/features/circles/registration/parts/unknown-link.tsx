import type { Translate } from "#kernel/messages.ts";
import { LinkPage } from "#ui/link-page.tsx";

/** A link that we never sent, or that was broken on its way. */
export function UnknownLink({ t }: { t: Translate }) {
  return (
    <LinkPage
      heading={t("registration.page.link.unknown")}
      lead={t("registration.page.link.unknown_lead")}
      href="/cirklar"
      way={t("registration.page.open_rounds")}
    >
      <p>
        <a href="/anmalan/min">{t("registration.ask.lost")}</a>
      </p>
    </LinkPage>
  );
}
