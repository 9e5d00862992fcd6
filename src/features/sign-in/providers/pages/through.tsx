import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { goOn } from "#features/sign-in/pages/onward.ts";
import { beginFlow, noteRefusal, personThrough, takeFlow } from "#features/sign-in/providers/flow/commands.ts";
import { clientOf, reachIn, returnPath } from "#features/sign-in/providers/pages/asking.ts";
import { type ActiveProvider, activeProvider } from "#features/sign-in/providers/queries.ts";
import { providerReturns } from "#features/sign-in/sign-in-limits.ts";
import { dateIn } from "#kernel/clock.ts";
import { discover } from "#platform/openid/discovery.ts";
import { ProviderProblem, type ProviderProblemCode } from "#platform/openid/provider-problem.ts";
import type { Claims } from "#platform/openid/way-back.ts";
import type { Ties } from "#platform/openid/way-out.ts";
import { pass } from "#platform/sign-in/session.ts";
import { newSecret } from "#platform/tokens/secret-token.ts";
import type { Environment } from "#platform/web/environment.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;
type Wish = { readonly email: string; readonly till: string };

/** The browser's own secret while somebody is at their provider: an answer that comes to another browser is nobody's. */
const browserCookie = "sammanvagt.provider";
const cookieLasts = 15 * 60;

/** Where providers send people back. What the provider says is asked for by us, never read from the address. */
export const providerReturnPages = pages("open").get(returnPath, async (c) => {
  const { db, now, limits, authentication } = c.var;
  await limits.count(providerReturns, { address: networkAddress(c) });
  const { state = "" } = c.req.query();
  const browser = getCookie(c, browserCookie) ?? "";
  const flow = await takeFlow(db, { state, browser }, now());
  const provider = flow && (await activeProvider(db, flow.providerId, dateIn(now())));
  if (!flow || !provider) return drawSpent(c);
  try {
    const claims = await answerOf(c, provider, { state, browser });
    const personId = await personThrough(db, provider, claims);
    const { headers } = c.req.raw;
    const session = await authentication.api.signInVouchedFor({ body: { personId }, headers, asResponse: true });
    const outcome = await pass(c, session);
    return outcome === "in" || outcome === "second" ? goOn(c, outcome, flow.till) : await drawSpent(c);
  } catch (problem) {
    if (!(problem instanceof ProviderProblem)) throw problem;
    await noteRefusal(db, provider.id, problem.code, now());
    return drawFailed(c, provider, problem.code, flow.till);
  }
});

/** What the provider says about whoever came back, if it is to be believed. */
async function answerOf(c: Page, provider: ActiveProvider, ties: Ties): Promise<Claims> {
  const { iss } = c.req.query();
  if (iss !== undefined && iss !== provider.issuer) throw new ProviderProblem("other_issuer");
  const reach = reachIn(c);
  const discovered = await discover(provider.issuer, reach);
  if (iss === undefined && discovered.authorization_response_iss_parameter_supported === true)
    throw new ProviderProblem("other_issuer");
  const { claimsIn } = await import("#platform/openid/way-back.ts");
  return claimsIn(discovered, clientOf(c, provider), { ties, answered: new URL(c.req.url) }, reach);
}

/**
 * Shows somebody the way to their organisation's sign-in. The same for every address in the domain, whether anybody
 * has it here or not.
 */
export async function leadThrough(c: Page, provider: ActiveProvider, { email, till }: Wish) {
  const { db, now, t } = c.var;
  const { organisation, onlyWay } = provider;
  const kept = getCookie(c, browserCookie);
  const browser = kept && /^[\w-]{43}$/.test(kept) ? kept : newSecret();
  const state = newSecret();
  let address: string;
  try {
    const reach = reachIn(c);
    const discovered = await discover(provider.issuer, reach);
    const { wayOut } = await import("#platform/openid/way-out.ts");
    address = await wayOut(discovered, clientOf(c, provider), { ties: { state, browser }, address: email }, reach);
  } catch (problem) {
    if (!(problem instanceof ProviderProblem)) throw problem;
    await noteRefusal(db, provider.id, problem.code, now());
    return drawFailed(c, provider, problem.code, till, email);
  }
  await beginFlow(db, { state, browser }, { providerId: provider.id, till }, now());
  setCookie(c, browserCookie, browser, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/logga-in",
    secure: c.var.config.baseUrl.startsWith("https:"),
    maxAge: cookieLasts,
  });
  return c.render(
    <>
      <PageHeading
        heading={t("sign_in.through.title", { organisation })}
        lead={t("sign_in.through.lead", { organisation })}
      />
      <div class="buttons form-end">
        <LinkButton href={address} rel="noreferrer">
          {t("sign_in.through.press", { organisation })}
        </LinkButton>
      </div>
      {onlyWay ? <p>{t("sign_in.through.only", { organisation })}</p> : <LinkInstead c={c} email={email} till={till} />}
    </>,
    { title: t("sign_in.through.title", { organisation }), kind: "public", secret: true },
  );
}

function LinkInstead({ c, email, till }: { c: Page } & Wish) {
  const { t } = c.var;
  return (
    <section class="stack">
      <h2>{t("sign_in.through.else")}</h2>
      <Form t={t} action="/logga-in" hidden={{ email, till, link: "on" }} tight>
        <Button quiet>{t("sign_in.through.link")}</Button>
      </Form>
    </section>
  );
}

function drawFailed(c: Page, provider: ActiveProvider, code: ProviderProblemCode, till: string, email?: string) {
  const { t } = c.var;
  const { organisation, onlyWay } = provider;
  c.status(422);
  return c.render(
    <>
      <PageHeading
        kicker={t("sign_in.through.title", { organisation })}
        heading={t("sign_in.through.failed")}
        lead={t("sign_in.through.failed_lead", { problem: t(`sign_in.problem.${code}`) })}
      />
      <p>{t("sign_in.through.failed_help", { organisation })}</p>
      <p>
        <LinkButton href={`/logga-in?till=${encodeURIComponent(till)}`}>{t("sign_in.through.again")}</LinkButton>
      </p>
      {email === undefined || onlyWay ? null : <LinkInstead c={c} email={email} till={till} />}
    </>,
    { title: t("sign_in.through.failed"), kind: "public", secret: true },
  );
}

function drawSpent(c: Page) {
  const { t } = c.var;
  c.status(422);
  return c.render(
    <LinkPage
      heading={t("sign_in.through.spent")}
      lead={t("sign_in.through.spent_lead")}
      href="/logga-in"
      way={t("sign_in.through.again")}
    />,
    { title: t("sign_in.through.spent"), kind: "public", secret: true },
  );
}

/** For somebody whose organisation has closed the way they tried. */
export function drawKept(c: Page) {
  const { t } = c.var;
  c.status(403);
  return c.render(
    <LinkPage
      heading={t("sign_in.through.kept_title")}
      lead={t("sign_in.through.kept_lead")}
      href="/logga-in"
      way={t("sign_in.through.again")}
    />,
    { title: t("sign_in.through.kept_title"), kind: "public", secret: true },
  );
}
