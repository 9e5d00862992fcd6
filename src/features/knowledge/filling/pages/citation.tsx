import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { cslOf } from "#features/knowledge/filling/csl.ts";
import { referenceLine } from "#features/knowledge/filling/reference-line.ts";
import { risOf } from "#features/knowledge/filling/ris-file.ts";
import type { PartOfItem } from "#features/knowledge/item/pages/part-of-item.ts";
import { itemInside, type VersionFacts } from "#features/knowledge/item/queries.ts";
import { Copy } from "#ui/copy.tsx";
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
  return c.body(kind === "ris" ? risOf(csl) : JSON.stringify([csl], null, 2), 200, {
    "content-type": types[kind],
    "content-disposition": `attachment; filename="${slug.replaceAll(/[^a-z0-9-]/gu, "")}.${kind}"`,
  });
});

/** On an item's page: how to refer to the text it is about, and the same for a reference program. */
export const citationOfItem: PartOfItem = async (c: Page, { item, version }) => {
  const { t } = c.var;
  if (version.source === null && version.authors.length === 0 && version.link === null) return null;
  const words = { and: t("filling.cite.and"), others: t("filling.cite.others"), undated: t("filling.cite.undated") };
  return (
    <section aria-labelledby="hanvisa">
      <h2 id="hanvisa">{t("filling.cite")}</h2>
      <Copy t={t} label={t("filling.cite_copy")} text={referenceLine(version, words)} />
      <p>
        {t("filling.cite_file")}: <a href={`/kunskap/${item.slug}/referens.ris`}>RIS</a>
        {dot}
        <a href={`/kunskap/${item.slug}/referens.json`}>CSL-JSON</a>
      </p>
    </section>
  );
};

/** What was read from a register or a file, with what has been put right since; else what the item itself says. */
function cslOfVersion(version: VersionFacts): Record<string, unknown> {
  const own = cslOf(version);
  const kept = version.citation;
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return own;
  const { type: _, publisher, ...said } = own;
  return {
    ...kept,
    ...("publisher" in kept || "container-title" in kept || publisher === undefined ? {} : { publisher }),
    ...said,
  };
}
