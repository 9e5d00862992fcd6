import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { sayPeriod } from "#features/organisations/parts/period.tsx";
import { Relations } from "#features/organisations/parts/organisation-relations.tsx";
import { sayKinds } from "#features/organisations/parts/organisation-table.tsx";
import { History } from "#features/organisations/succession/parts/history.tsx";
import { nameOn } from "#features/organisations/succession/succession.ts";
import { Posts } from "#features/organisations/posts/parts/posts.tsx";
import type { PostsShown } from "#features/organisations/posts/queries.ts";
import type { OrganisationPage } from "#features/organisations/register/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Columns } from "#ui/columns.tsx";
import { dot } from "#ui/dot.ts";
import { TextField } from "#ui/fields.tsx";
import { type FactItem, Facts } from "#ui/facts.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

export type OrganisationShown = OrganisationPage;

type ViewProps = {
  t: Translate;
  organisation: OrganisationShown;
  posts: PostsShown | undefined;
  /** The day it is shown as of: its name and relations then. As it is now, with all that has been, without one. */
  day: Temporal.PlainDate | undefined;
  /** The small form that was sent and not accepted. */
  writing?: Filled | undefined;
  domain?: Filled | undefined;
  notice?: Child;
};

/** One organisation: what it is called, where it belongs, how it has stood to others, and its mail domains. */
export function OrganisationView({ t, organisation, posts, day, writing, domain, notice }: ViewProps) {
  const { kinds, slug, below, can, formerNames, validTo } = organisation;
  const { name } = day ? nameOn(day, organisation, formerNames) : organisation;
  const mayGrow = can.manage && validTo === null;
  return (
    <>
      <PageHeading kicker={sayKinds(t, kinds)} heading={name} />
      {notice}
      <Columns
        label={t("organisations.page.facts")}
        beside={
          <>
            <Facts items={factsOf(t, organisation)} />
            <WaysOn t={t} organisation={organisation} mayGrow={mayGrow} />
          </>
        }
        besideLast
      >
        <Relations t={t} organisation={organisation} day={day} />
        <Posts t={t} posts={posts} inviteAt={mayGrow ? `/personer/bjud-in?organisation=${slug}` : undefined} />
        <section>
          <h2>{t("organisations.page.below")}</h2>
          {below.length > 0 ? (
            <ul>
              {below.map((each) => (
                <li>
                  <a href={`/organisationer/${each.slug}`}>{each.name}</a>
                </li>
              ))}
            </ul>
          ) : (
            <p>{t("organisations.page.below_none")}</p>
          )}
          {mayGrow ? (
            <p>
              <LinkButton quiet href={`/organisationer/ny?under=${slug}`}>
                {t("organisations.page.add_below")}
              </LinkButton>
            </p>
          ) : null}
        </section>
        <Writings t={t} organisation={organisation} filled={writing} />
        <Domains t={t} organisation={organisation} filled={domain} />
        <History t={t} organisation={organisation} mayChange={mayGrow} />
      </Columns>
    </>
  );
}

/** What those who look after an organisation may do about it as a whole. */
function WaysOn({ t, organisation, mayGrow }: { t: Translate; organisation: OrganisationShown; mayGrow: boolean }) {
  const { name, slug, can } = organisation;
  const at = `/organisationer/${slug}`;
  const ways = [
    ...(can.manage ? [{ href: `${at}/namn`, says: t("organisations.page.rename") }] : []),
    ...(mayGrow ? [{ href: `${at}/utseende`, says: t("organisations.look.open") }] : []),
    ...(can.seeRetention ? [{ href: `${at}/gallring`, says: t("retention.link") }] : []),
    ...(can.signIn ? [{ href: `${at}/inloggning`, says: t("sign_in.provider.title", { organisation: name }) }] : []),
  ];
  if (ways.length === 0) return null;
  return (
    <nav aria-label={t("organisations.page.ways")}>
      <ul class="ways">
        {ways.map(({ href, says }) => (
          <li>
            <a href={href}>{says}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function factsOf(t: Translate, organisation: OrganisationShown): FactItem[] {
  const { shortName, name, municipalityCode, county, parentName, parentSlug, contactEmail, rounds } = organisation;
  const inOwnName = t("organisations.past.rounds_then", { count: rounds.inOwnName });
  const withTakenOver = t("organisations.past.rounds_now", { count: rounds.now });
  const period = sayPeriod(t, organisation);
  return [
    ...(shortName === name ? [] : [{ term: t("organisations.page.short"), value: shortName }]),
    ...(municipalityCode ? [{ term: t("organisations.list.code"), value: municipalityCode }] : []),
    ...(county ? [{ term: t("organisations.list.county"), value: county }] : []),
    ...(parentName
      ? [{ term: t("organisations.page.parent"), value: <a href={`/organisationer/${parentSlug}`}>{parentName}</a> }]
      : []),
    ...(rounds.inOwnName > 0 || rounds.now > 0
      ? [
          {
            term: t("organisations.past.rounds"),
            value: inOwnName,
            ...(rounds.now > rounds.inOwnName ? { note: withTakenOver } : {}),
          },
        ]
      : []),
    ...(period ? [{ term: t("organisations.page.period"), value: period }] : []),
    ...(contactEmail
      ? [{ term: t("organisations.page.contact"), value: <a href={`mailto:${contactEmail}`}>{contactEmail}</a> }]
      : []),
  ];
}

function Writings({
  t,
  organisation,
  filled,
}: {
  t: Translate;
  organisation: OrganisationShown;
  filled: Filled | undefined;
}) {
  const { name, slug, can } = organisation;
  const writings = organisation.writings.filter((written) => written !== name);
  if (writings.length === 0 && !can.manage) return null;
  return (
    <section>
      <h2>{t("organisations.page.writings")}</h2>
      {writings.length > 0 ? <p>{writings.join(dot)}</p> : null}
      <p class="help">{t("organisations.page.writings_help")}</p>
      {can.manage ? (
        <Form t={t} action={`/organisationer/${slug}/skrivs`} filled={filled}>
          <TextField t={t} filled={filled} name="written" required label={t("organisations.form.writing")} />
          <FormEnd>
            <Button quiet>{t("organisations.form.writing_press")}</Button>
          </FormEnd>
        </Form>
      ) : null}
    </section>
  );
}

function Domains({
  t,
  organisation,
  filled,
}: {
  t: Translate;
  organisation: OrganisationShown;
  filled: Filled | undefined;
}) {
  const { slug, can, domains, validTo } = organisation;
  if (domains.length === 0 && (!can.manage || validTo !== null)) return null;
  return (
    <section>
      <h2>{t("organisations.page.domains")}</h2>
      <p class="help">
        {domains.length > 0 ? t("organisations.page.domains_help") : t("organisations.page.domains_none")}
      </p>
      {domains.length > 0 ? (
        <ul>
          {domains.map((domain) => (
            <li>
              {domain}
              {can.manage ? (
                <Form t={t} tight action={`/organisationer/${slug}/domaner/bort`} hidden={{ domain }}>
                  <Button plain small label={t("organisations.form.domain_remove", { domain })}>
                    {t("organisations.form.domain_remove", { domain })}
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {can.manage && validTo === null ? (
        <Form t={t} action={`/organisationer/${slug}/domaner`} filled={filled}>
          <TextField
            t={t}
            filled={filled}
            name="domain"
            required
            width="medium"
            label={t("organisations.form.domain")}
            help={t("organisations.form.domain_help")}
          />
          <FormEnd>
            <Button quiet>{t("organisations.form.domain_press")}</Button>
          </FormEnd>
        </Form>
      ) : null}
    </section>
  );
}
