import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { pageCameFrom } from "#features/site/accessibility/accessibility-report.ts";
import { Statement } from "#features/site/accessibility/parts/statement.tsx";
import { statingOrganisation } from "#features/site/accessibility/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";

type Page = Context<Environment>;

/** The accessibility statement: the installation's own, and each organisation's with its own contact. */
export const statementPages = pages("open")
  .get("/tillganglighet", (c) => drawStatement(c, undefined))
  .get("/tillganglighet/hos/:slug", async (c) => {
    const organisation = await statingOrganisation(c.var.db, c.req.param("slug") ?? "");
    if (!organisation) throw new Refusal("not_found", "web.not_found");
    return drawStatement(c, organisation);
  });

type Organisation = NonNullable<Awaited<ReturnType<typeof statingOrganisation>>>;

function drawStatement(c: Page, organisation: Organisation | undefined) {
  const { t, config } = c.var;
  const wish = new URLSearchParams();
  const page = pageCameFrom(c.req.header("referer"), new URL(c.req.url).origin);
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
