import type { Context } from "hono";
import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { cslOf } from "#features/knowledge/filling/csl.ts";
import type { PartOfItem } from "#features/knowledge/item/pages/part-of-item.ts";
import { itemInside, type VersionFacts } from "#features/knowledge/item/queries.ts";
import { dot } from "#ui/dot.ts";

type Page = Context<Environment>;

const types = {
  ris: "application/x-research-info-systems; charset=utf-8",
  json: "application/vnd.citationstyles.csl+json; charset=utf-8",
} as const;

/** The reference of an item as a file for a reference program. Open to whoever may read the item. */
export const citationPages = pages("anybody").get("/kunskap/:slug/:file{referens\\.(?:ris|json)}", async (c) => {
  const { db, actor, now } = c.var;
  const slug = c.req.param("slug") ?? "";
  const { version } = await itemInside(db, actor, slug, dateIn(now()));
  const kind = (c.req.param("file") ?? "").endsWith(".ris") ? "ris" : "json";
  const csl = cslOfVersion(version);
  const { risOf } = await import("#features/knowledge/filling/ris-file.ts");
  return c.body(kind === "ris" ? risOf(csl) : JSON.stringify([csl], null, 2), 200, {
    "content-type": types[kind],
    "content-disposition": `attachment; filename="${slug.replaceAll(/[^a-z0-9-]/gu, "")}.${kind}"`,
  });
});

/** On an item's page: the reference of the text it is about, for a reference program. How to say it stands beside it. */
export const citationOfItem: PartOfItem = async (c: Page, { item, version }) => {
  const { t } = c.var;
  if (version.source === null && version.authors.length === 0 && version.link === null) return null;
  return (
    <p>
      {t("filling.cite_file")}: <a href={`/kunskap/${item.slug}/referens.ris`}>RIS</a>
      {dot}
      <a href={`/kunskap/${item.slug}/referens.json`}>CSL-JSON</a>
    </p>
  );
};

const Kept = z.record(z.string(), z.json());

/** What was read from a register or a file, with what has been put right since; else what the item itself says. */
function cslOfVersion(version: VersionFacts): Record<string, unknown> {
  const own = cslOf(version);
  const kept = Kept.safeParse(version.citation).data;
  if (!kept) return own;
  const { type: _, publisher, ...said } = own;
  return {
    ...kept,
    ...("publisher" in kept || "container-title" in kept || publisher === undefined ? {} : { publisher }),
    ...said,
  };
}
