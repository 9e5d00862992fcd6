import type { Context } from "hono";
import { type Refusal, refusalStatus } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { filledFrom } from "#platform/web/form.ts";
import { signInAddress } from "#platform/web/gate.ts";
import { Buttons, LinkButton, Button } from "#ui/button.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** A "no" on a page of its own: what it means, and what can be done instead. */
export async function refusedPage(c: Page, refusal: Refusal): Promise<Response> {
  if (refusal.code === "web.signed_out") return keptPage(c);
  const { t } = c.var;
  const { kind } = refusal;
  const said = t(refusal.code, refusal.details);
  const isGeneral = refusal.code === "web.not_found" || refusal.code === "web.forbidden";
  const heading = isGeneral ? t(`site.refused.${kind}.title`) : said;
  const cameFrom = sameSiteReferer(c);
  c.status(refusalStatus[kind]);
  return c.render(
    <>
      <PageHeading heading={heading} lead={t(`site.refused.${kind}.lead`)} />
      <Buttons>
        {cameFrom ? (
          <LinkButton href={cameFrom}>{t("site.refused.back")}</LinkButton>
        ) : (
          <LinkButton href="/">{t("site.refused.home")}</LinkButton>
        )}
        {kind === "not_found" ? (
          <LinkButton href="/cirklar" quiet>
            {t("site.refused.open_circles")}
          </LinkButton>
        ) : null}
        {kind === "forbidden" && !c.var.person ? (
          <LinkButton href="/logga-in" quiet>
            {t("site.refused.sign_in")}
          </LinkButton>
        ) : null}
      </Buttons>
    </>,
    { title: heading, kind: "public" },
  );
}

/**
 * Somebody's session ended while they typed. What they sent stands in the page as it was, to be sent again once
 * they have signed in beside it; nothing of it is kept here.
 */
async function keptPage(c: Page): Promise<Response> {
  const { t } = c.var;
  const { values } = await filledFrom(c);
  c.status(403);
  // For what saves as it is typed: signing in beside it helps, which it does not where the right is gone.
  c.header("Signed-Out", "yes");
  return c.render(
    <>
      <PageHeading heading={t("site.kept.title")} lead={t("site.kept.lead")} />
      <p>
        <a href={signInAddress(c)} target="_blank" rel="noopener">
          {t("site.kept.sign_in")}
        </a>
      </p>
      <Form t={t} action={c.req.path} hidden={values}>
        <FormEnd>
          <Button>{t("site.kept.send")}</Button>
        </FormEnd>
      </Form>
    </>,
    { title: t("site.kept.title"), kind: "public", secret: true },
  );
}

/** A fault of ours, told without details; the incident finds them in the log. */
export function brokenPage(c: Page, incident: string): Response | Promise<Response> {
  const { t } = c.var;
  return c.render(
    <>
      <PageHeading heading={t("site.broken.title")} lead={t("site.broken.lead", { incident })} />
      <Buttons>
        <LinkButton href="/">{t("site.refused.home")}</LinkButton>
      </Buttons>
    </>,
    // The address may be a secret, and the page is nothing to keep.
    { title: t("site.broken.title"), kind: "public", secret: true },
  );
}

/** The page of ours that somebody came from, so that they can go back to it. */
function sameSiteReferer(c: Page): string | undefined {
  const referer = URL.parse(c.req.header("referer") ?? "");
  const here = new URL(c.req.url);
  if (!referer || referer.host !== here.host || referer.pathname === here.pathname) return undefined;
  return referer.pathname + referer.search;
}
