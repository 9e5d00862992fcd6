import type { Translate } from "#kernel/messages.ts";
import type { addressList } from "#features/circles/reaching/lists/queries.ts";
import { type Group, groups } from "#features/circles/reaching/mailing/mailing.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { CopyArea } from "#ui/copy.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Tabs } from "#ui/tabs.tsx";

type AddressesPageProps = {
  t: Translate;
  found: NonNullable<Awaited<ReturnType<typeof addressList>>>;
  group: Group;
};

/** The addresses of a group with semicolons between, as Outlook takes them. */
export function AddressesPage({ t, found: { round, addresses, withoutAddress, can }, group }: AddressesPageProps) {
  const at = (path: string) => `/planera/${round.slug}${path}`;
  return (
    <>
      <PageHeading
        kicker={<a href={at("/anmalningar")}>{round.title}</a>}
        heading={t("reaching.lists.title")}
        lead={t("reaching.lists.lead")}
      />
      <Tabs
        label={t("reaching.lists.whom")}
        tabs={groups.map((each) => ({ href: at(`/listor?vilka=${each}`), label: t(`reaching.audience.${each}`) }))}
        current={at(`/listor?vilka=${group}`)}
      />
      {addresses.length === 0 ? (
        <EmptyState heading={t("reaching.lists.none")}>{t("reaching.lists.none_text")}</EmptyState>
      ) : (
        <section class="stack">
          <CopyArea
            t={t}
            name="adresser"
            label={t("reaching.lists.addresses", { count: addresses.length })}
            help={t("reaching.lists.hidden_copy")}
            text={addresses.join("; ")}
          />
          {withoutAddress > 0 ? <p>{t("reaching.lists.without", { count: withoutAddress })}</p> : null}
          {can.write ? (
            <p>
              <a href={at(`/meddelanden/nytt?till=${group}`)}>{t("reaching.lists.message")}</a>
            </p>
          ) : null}
        </section>
      )}
      <section class="stack">
        <h2>{t("reaching.lists.catering")}</h2>
        <p>{t("reaching.lists.catering_lead")}</p>
        <Buttons>
          <LinkButton href={at("/listor/mat")} quiet>
            {t("reaching.catering.title")}
          </LinkButton>
        </Buttons>
      </section>
      <section class="stack">
        <h2>{t("post.to")}</h2>
        <p>{t("post.to_lead")}</p>
        <Buttons>
          <LinkButton href={at("/listor/post")} quiet>
            {t("post.title")}
          </LinkButton>
        </Buttons>
      </section>
    </>
  );
}
