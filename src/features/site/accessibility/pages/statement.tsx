import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { pageCameFrom, roundOfPage } from "#features/site/accessibility/accessibility-report.ts";
import { Statement } from "#features/site/accessibility/parts/statement.tsx";
import { organisationConcerned } from "#features/site/accessibility/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";

type Page = Context<Environment>;

/**
 * The accessibility statement: each organisation's with its own contact, and the installation's own. Who comes from a
 * round's page gets that of its organiser.
 */
export const statementPages = pages("open")
  .get("/tillganglighet", (c) => drawStatement(c, undefined))
  .get("/tillganglighet/hos/:slug", (c) => drawStatement(c, c.req.param("slug")));

async function drawStatement(c: Page, slug: string | undefined) {
  const { t, db, config } = c.var;
  const page = pageCameFrom(c.req.header("referer"), new URL(c.req.url).origin);
  const organisation = await organisationConcerned(db, { organisation: slug, round: roundOfPage(page) });
  if (slug !== undefined && !organisation) throw new Refusal("not_found", "web.not_found");
  const wish = new URLSearchParams();
  if (page) wish.set("sida", page);
  if (organisation) wish.set("hos", organisation.slug);
  return c.render(
    <Statement
      t={t}
      organisation={organisation?.name}
      contact={organisation?.contact ?? config.operatorContact}
      report={`/tillganglighet/rapportera${wish.size > 0 ? `?${wish.toString()}` : ""}`}
    />,
    { title: t("accessibility.title"), kind: "public", description: t("accessibility.lead") },
  );
}
