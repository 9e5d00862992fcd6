import type { Translate } from "#kernel/messages.ts";
import { answerDays } from "#features/site/accessibility/accessibility-report.ts";
import { knownFaults, lastReviewed } from "#features/site/accessibility/accessibility-statement.ts";
import { LinkButton } from "#ui/button.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type StatementProps = {
  t: Translate;
  /** The organisation whose statement it is; none for the installation's own. */
  organisation: string | undefined;
  contact: string | undefined;
  /** Where the form is, with what it knows already. */
  report: string;
};

/** The accessibility statement, in the parts and the order that Digg's template has. */
export function Statement({ t, organisation, contact, report }: StatementProps) {
  return (
    <>
      <PageHeading
        kicker={organisation}
        heading={t("accessibility.title")}
        lead={organisation ? t("accessibility.lead_of", { organisation }) : t("accessibility.lead")}
      />
      <section class="stack">
        <h2>{t("accessibility.standard")}</h2>
        <p>{t("accessibility.standard_text")}</p>
        <p>{t("accessibility.standard_built")}</p>
      </section>
      <section class="stack">
        <h2>{t("accessibility.instead")}</h2>
        <p>{t("accessibility.instead_text")}</p>
        <p>
          {contact ? (
            <>
              {t("accessibility.contact")} <a href={`mailto:${contact}`}>{contact}</a>
            </>
          ) : (
            t("accessibility.no_contact")
          )}
        </p>
      </section>
      <section class="stack">
        <h2>{t("accessibility.report")}</h2>
        <p>{t("accessibility.report_text", { days: answerDays })}</p>
        <p>
          <LinkButton href={report}>{t("accessibility.report_go")}</LinkButton>
        </p>
      </section>
      <section class="stack">
        <h2>{t("accessibility.supervision")}</h2>
        <p>{t("accessibility.supervision_text")}</p>
        <p>
          <a href="https://www.digg.se/tdosanmalan">{t("accessibility.supervision_go")}</a>
        </p>
      </section>
      <section class="stack">
        <h2>{t("accessibility.technical")}</h2>
        <p>{t("accessibility.technical_text")}</p>
        <h3>{t("accessibility.known")}</h3>
        <ul>
          {knownFaults.map((fault) => (
            <li>
              <strong>{t(`accessibility.fault.${fault}.what`)}</strong> {t(`accessibility.fault.${fault}.plan`)}
            </li>
          ))}
        </ul>
      </section>
      <section class="stack">
        <h2>{t("accessibility.tested")}</h2>
        <p>{t("accessibility.tested_text")}</p>
        <p>{t("accessibility.tested_when", { day: sayDate(t.language, lastReviewed, { weekday: false }) })}</p>
      </section>
    </>
  );
}
