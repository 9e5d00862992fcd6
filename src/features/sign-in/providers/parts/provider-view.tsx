import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { type ProviderStanding } from "#features/sign-in/providers/provider-standing.ts";
import type { ProviderShown } from "#features/sign-in/providers/queries.ts";
import { Address } from "#ui/address.tsx";
import { Buttons, Button, LinkButton } from "#ui/button.tsx";
import { Copy } from "#ui/copy.tsx";
import { Details } from "#ui/details.tsx";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate, sayMoment } from "#ui/swedish-dates.ts";
import { Tag, type Tone } from "#ui/tag.tsx";

type ViewProps = {
  t: Translate;
  provider: ProviderShown;
  returnAddress: string;
  today: Temporal.PlainDate;
  release: Filled;
  notice: Child;
};

const tones: Record<ProviderStanding, Tone> = { on: "plain", waiting: "open", off: "quiet", ended: "quiet" };

export function StandingTag({ t, standing }: { t: Translate; standing: ProviderStanding }) {
  return <Tag tone={tones[standing]}>{t(`sign_in.provider.standing.${standing}`)}</Tag>;
}

/** One provider: how it stands, how it is set up, and what can be done about it. */
export function ProviderView({ t, provider, returnAddress, today, release, notice }: ViewProps) {
  const { organisation, slug, standing, issuer, enabled, people } = provider;
  const here = `/organisationer/${slug}/inloggning/${provider.id}`;
  return (
    <>
      <PageHeading
        kicker={<a href={`/organisationer/${slug}/inloggning`}>{t("sign_in.provider.title", { organisation })}</a>}
        heading={<Address of={new URL(issuer).host} />}
      >
        <StandingTag t={t} standing={standing} />
      </PageHeading>
      {notice}
      <Facts items={factsOf(t, provider, today)} />
      {standing === "ended" ? null : (
        <>
          <Copy t={t} label={t("sign_in.provider.return_address")} text={returnAddress} />
          <Buttons>
            <Form t={t} action={`${here}/prova`} tight>
              <Button quiet={!enabled}>{t("sign_in.provider.try")}</Button>
            </Form>
            <Form t={t} action={`${here}/${enabled ? "av" : "pa"}`} tight>
              <Button quiet={enabled}>{t(enabled ? "sign_in.provider.turn_off" : "sign_in.provider.turn_on")}</Button>
            </Form>
            <LinkButton quiet href={`${here}/andra`}>
              {t("sign_in.provider.change")}
            </LinkButton>
            <LinkButton plain href={`${here}/avsluta`}>
              {t("sign_in.provider.end")}
            </LinkButton>
          </Buttons>
          {people > 0 || release.problems.length > 0 ? (
            <Release t={t} action={`${here}/slapp`} filled={release} />
          ) : null}
        </>
      )}
    </>
  );
}

function factsOf(t: Translate, provider: ProviderShown, today: Temporal.PlainDate): FactItem[] {
  const { issuer, clientId, domains, addressClaim, admitsNew, onlyWay, people, refusedAt, refusedFor } = provider;
  const said = (yes: boolean) => t(yes ? "sign_in.provider.yes" : "sign_in.provider.no");
  const day = (date: Temporal.PlainDate) => sayDate(t.language, date, { today, weekday: false });
  const waits = domains.some(({ approved }) => !approved);
  return [
    { term: t("sign_in.provider.issuer"), value: <Address of={issuer} /> },
    { term: t("sign_in.provider.client_id"), value: <span class="breakable">{clientId}</span> },
    {
      term: t("sign_in.provider.domains"),
      value: domains.map(({ domain, approved }) => (
        <div>
          <Address of={domain} /> ({t(approved ? "sign_in.provider.approved" : "sign_in.provider.waits")})
        </div>
      )),
      note: waits ? t("sign_in.provider.waits_text") : undefined,
    },
    { term: t("sign_in.provider.claim"), value: addressClaim },
    { term: t("sign_in.provider.admits_new"), value: said(admitsNew) },
    { term: t("sign_in.provider.only_way"), value: said(onlyWay) },
    { term: t("sign_in.provider.people"), value: t("sign_in.provider.people_count", { count: people }) },
    { term: t("sign_in.provider.since"), value: day(dateIn(provider.createdAt)) },
    ...(provider.validTo ? [{ term: t("sign_in.provider.last_day"), value: day(provider.validTo) }] : []),
    ...(refusedAt && refusedFor
      ? [
          {
            term: t("sign_in.provider.refused"),
            value: t("sign_in.provider.refused_text", {
              when: sayMoment(t.language, refusedAt, { today, weekday: false }),
              problem: t(`sign_in.problem.${refusedFor}`),
            }),
          },
        ]
      : []),
  ];
}

function Release({ t, action, filled }: { t: Translate; action: string; filled: Filled }) {
  return (
    <Details summary={t("sign_in.provider.release")} open={filled.problems.length > 0}>
      <p>{t("sign_in.provider.release_text")}</p>
      <Form t={t} action={action} filled={filled}>
        <TextField
          t={t}
          filled={filled}
          name="email"
          type="email"
          required
          autocomplete="off"
          label={t("sign_in.provider.release_email")}
        />
        <FormEnd>
          <Button quiet>{t("sign_in.provider.release_press")}</Button>
        </FormEnd>
      </Form>
    </Details>
  );
}
