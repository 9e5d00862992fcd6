import type { Translate } from "#kernel/messages.ts";
import { hindranceWords } from "#features/circles/registration/parts/selection-balance.tsx";
import type { Selection } from "#features/circles/registration/selection/queries.ts";
import { outcomes } from "#features/circles/registration/selection/selection-balance.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow, Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type NoticesProps = { t: Translate; found: Selection; filled: Filled };

const mailOf = { place: "placed", wait: "waitlisted", decline: "declined" } as const;

/** Before everyone gets their answer: how many get which, and what they will read. */
export function NoticesPage({ t, found, filled }: NoticesProps) {
  const { round, candidates, hindrance } = found;
  const mails = `/planera/${round.slug}/utskick`;
  return (
    <>
      <PageHeading
        kicker={<a href={`/planera/${round.slug}/urval`}>{t("registration.page.selection.heading")}</a>}
        heading={t("registration.page.notices.heading")}
        lead={t("registration.page.notices.lead")}
      />
      <Narrow>
        <Sheet>
          <Facts
            wide
            items={outcomes.map((outcome) => ({
              term: t(`registration.page.outcome.${outcome}`),
              value: t("registration.page.notices.people", {
                count: candidates.filter((candidate) => candidate.outcome === outcome).length,
              }),
              note: <a href={`${mails}/applicant-${mailOf[outcome]}`}>{t("registration.page.notices.read")}</a>,
            }))}
          />
        </Sheet>
        {hindrance ? (
          <Notice t={t} tone="warn" heading={hindranceWords(t, hindrance)} />
        ) : (
          <>
            <p>{t("registration.page.notices.means")}</p>
            <Form t={t} filled={filled}>
              <FormEnd>
                <Button>{t("registration.page.notices.send", { count: candidates.length })}</Button>
                <LinkButton href={`/planera/${round.slug}/urval`} plain>
                  {t("registration.page.notices.wait")}
                </LinkButton>
              </FormEnd>
            </Form>
          </>
        )}
      </Narrow>
    </>
  );
}
