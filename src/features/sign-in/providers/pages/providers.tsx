import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import {
  changeProvider,
  endProvider,
  registerProvider,
  releaseIdentity,
  turnOffProvider,
  turnOnProvider,
} from "#features/sign-in/providers/commands.ts";
import { connectionProblem, returnAddress } from "#features/sign-in/providers/pages/asking.ts";
import { ProviderForm } from "#features/sign-in/providers/parts/provider-form.tsx";
import { ProviderView, StandingTag } from "#features/sign-in/providers/parts/provider-view.tsx";
import { NewProvider, ProviderChange, ProviderEnd, ProviderId, Release } from "#features/sign-in/providers/provider.ts";
import { managedOrganisation, providerPage, providersOf } from "#features/sign-in/providers/queries.ts";
import { connectionTries } from "#features/sign-in/sign-in-limits.ts";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { EntryList } from "#ui/entry-list.tsx";
import { DateField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const done = ["registrerad", "sparad", "pa", "av", "avslutad", "slappt"] as const;

/** How an organisation's people sign in through it, for whoever administers the organisation. */
export const providerPages = pages("signedIn")
  .get("/organisationer/:slug/inloggning", async (c) => {
    const { t, db } = c.var;
    const organisation = await organisationIn(c);
    const { name, slug } = organisation;
    const all = await providersOf(db, organisation.id, todayIn(c));
    const add = (
      <LinkButton quiet={all.length > 0} href={`/organisationer/${slug}/inloggning/ny`}>
        {t("sign_in.provider.add")}
      </LinkButton>
    );
    return c.render(
      <>
        <PageHeading
          kicker={<a href={`/organisationer/${slug}`}>{name}</a>}
          heading={t("sign_in.provider.title", { organisation: name })}
          lead={t("sign_in.provider.lead")}
        />
        {all.length > 0 ? (
          <>
            <EntryList
              label={t("sign_in.provider.list")}
              entries={all.map(({ id, issuer, standing, domains }) => ({
                href: `/organisationer/${slug}/inloggning/${id}`,
                title: new URL(issuer).host,
                detail: domains.map(({ domain }) => domain).join(", "),
                tags: <StandingTag t={t} standing={standing} />,
              }))}
            />
            <p>{add}</p>
          </>
        ) : (
          <EmptyState heading={t("sign_in.provider.none")} action={add}>
            {t("sign_in.provider.none_text")}
          </EmptyState>
        )}
      </>,
      { title: t("sign_in.provider.title", { organisation: name }) },
    );
  })
  .form("/organisationer/:slug/inloggning/ny", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const { name, slug, domains } = await organisationIn(c);
      const back = `/organisationer/${slug}/inloggning`;
      return c.render(
        <>
          <PageHeading
            kicker={<a href={back}>{t("sign_in.provider.title", { organisation: name })}</a>}
            heading={t("sign_in.provider.add")}
            lead={t("sign_in.provider.lead")}
          />
          {domains.length > 0 ? (
            <ProviderForm t={t} filled={filled} action={`${back}/ny`} back={back} domains={domains} />
          ) : (
            <EmptyState
              heading={t("sign_in.provider.no_domains")}
              action={<LinkButton href={`/organisationer/${slug}`}>{t("sign_in.provider.no_domains_do")}</LinkButton>}
            >
              {t("sign_in.provider.no_domains_text")}
            </EmptyState>
          )}
        </>,
        { title: t("sign_in.provider.add"), secret: true },
      );
    },
    send: async (c, filled) => {
      const { db, actor } = c.var;
      const { id: organisationId } = await organisationIn(c);
      const wish = checkedForm(NewProvider, filled);
      const by = { key: c.var.secret, today: todayIn(c) };
      const { id } = await registerProvider(db, actor, organisationId, wish, by);
      return back(c, id, "registrerad");
    },
  })
  .get("/organisationer/:slug/inloggning/:providerId", (c) => drawProvider(c, {}))
  .post("/organisationer/:slug/inloggning/:providerId/prova", async (c) => {
    const { t } = c.var;
    const { id } = await providerIn(c);
    await c.var.limits.count(connectionTries, { address: networkAddress(c), target: id });
    const problem = await connectionProblem(c, id);
    const notice = problem ? (
      <Notice t={t} tone="warn" heading={t("sign_in.provider.try_bad")}>
        <p>{t(`sign_in.problem.${problem}`)}.</p>
      </Notice>
    ) : (
      <Notice t={t} tone="done" heading={t("sign_in.provider.try_well")}>
        <p>{t("sign_in.provider.try_well_text")}</p>
      </Notice>
    );
    return drawProvider(c, { notice });
  })
  .post("/organisationer/:slug/inloggning/:providerId/pa", async (c) => {
    const { t, db, actor } = c.var;
    const { id } = await providerIn(c);
    await c.var.limits.count(connectionTries, { address: networkAddress(c), target: id });
    const problem = await connectionProblem(c, id);
    if (problem) {
      c.status(409);
      const notice = (
        <Notice t={t} tone="warn" heading={t("sign_in.provider.try_bad")}>
          <p>{t(`sign_in.problem.${problem}`)}.</p>
        </Notice>
      );
      return drawProvider(c, { notice });
    }
    await turnOnProvider(db, actor, id, { problem, today: todayIn(c) });
    return back(c, id, "pa");
  })
  .post("/organisationer/:slug/inloggning/:providerId/av", async (c) => {
    const { id } = await providerIn(c);
    await turnOffProvider(c.var.db, c.var.actor, id, { today: todayIn(c) });
    return back(c, id, "av");
  })
  .form("/organisationer/:slug/inloggning/:providerId/andra", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const { slug, name, domains } = await organisationIn(c);
      const provider = await providerIn(c);
      const back = `/organisationer/${slug}/inloggning/${provider.id}`;
      return c.render(
        <>
          <PageHeading
            kicker={<a href={back}>{t("sign_in.provider.title", { organisation: name })}</a>}
            heading={t("sign_in.provider.change_title")}
          />
          {provider.enabled ? <Notice t={t} heading={t("sign_in.provider.turn_off_first")} /> : null}
          <ProviderForm
            t={t}
            filled={filled}
            action={`${back}/andra`}
            back={back}
            domains={domains}
            provider={provider}
          />
        </>,
        { title: t("sign_in.provider.change_title"), secret: true },
      );
    },
    send: async (c, filled) => {
      const { db, actor } = c.var;
      const { id } = await providerIn(c);
      const by = { key: c.var.secret, today: todayIn(c) };
      await changeProvider(db, actor, id, checkedForm(ProviderChange, filled), by);
      return back(c, id, "sparad");
    },
  })
  .form("/organisationer/:slug/inloggning/:providerId/avsluta", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const { id, slug, organisation } = await providerIn(c);
      const back = `/organisationer/${slug}/inloggning/${id}`;
      return c.render(
        <>
          <PageHeading
            kicker={<a href={back}>{t("sign_in.provider.title", { organisation })}</a>}
            heading={t("sign_in.provider.end_title")}
            lead={t("sign_in.provider.end_lead")}
          />
          <Form t={t} action={`${back}/avsluta`} filled={filled}>
            <DateField
              t={t}
              filled={filled}
              name="lastDay"
              required
              label={t("sign_in.provider.last_day")}
              help={t("sign_in.provider.end_help")}
              value={todayIn(c).toString()}
            />
            <FormEnd>
              <Button danger>{t("sign_in.provider.end")}</Button>
              <a href={back}>{t("ui.cancel")}</a>
            </FormEnd>
          </Form>
        </>,
        { title: t("sign_in.provider.end_title") },
      );
    },
    send: async (c, filled) => {
      const { id } = await providerIn(c);
      const { lastDay } = checkedForm(ProviderEnd, filled);
      await endProvider(c.var.db, c.var.actor, id, { lastDay, today: todayIn(c) });
      return back(c, id, "avslutad");
    },
  })
  .form("/organisationer/:slug/inloggning/:providerId/slapp", {
    draw: (c, filled) => drawProvider(c, { release: filled }),
    send: async (c, filled) => {
      const { id } = await providerIn(c);
      const { email } = checkedForm(Release, filled);
      await releaseIdentity(c.var.db, c.var.actor, id, { email, today: todayIn(c) });
      return back(c, id, "slappt");
    },
  });

function todayIn(c: Page): Temporal.PlainDate {
  return dateIn(c.var.now());
}

function organisationIn(c: Page) {
  return managedOrganisation(c.var.db, c.var.actor, { slug: c.req.param("slug") ?? "" });
}

async function providerIn(c: Page) {
  const { id: organisationId } = await organisationIn(c);
  const providerId = ProviderId.safeParse(c.req.param("providerId")).data;
  const provider = providerId && (await providerPage(c.var.db, organisationId, providerId, todayIn(c)));
  if (!provider) throw new Refusal("not_found", "sign_in.provider.no_such");
  return provider;
}

function back(c: Page, id: ProviderId, what: (typeof done)[number]): Response {
  return c.redirect(`/organisationer/${c.req.param("slug")}/inloggning/${id}?klart=${what}`, 303);
}

async function drawProvider(c: Page, { notice, release = emptyForm }: { notice?: Child; release?: Filled }) {
  const { t } = c.var;
  const provider = await providerIn(c);
  const just = done.find((one) => one === c.req.query("klart"));
  const told = just ? <Notice t={t} tone="done" heading={t(`sign_in.provider.done.${just}`)} /> : null;
  return c.render(
    <ProviderView
      t={t}
      provider={provider}
      returnAddress={returnAddress(c)}
      today={todayIn(c)}
      release={release}
      notice={notice ?? told}
    />,
    { title: t("sign_in.provider.title", { organisation: provider.organisation }) },
  );
}
