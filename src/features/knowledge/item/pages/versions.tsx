import type { Context } from "hono";
import { stockholm } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { differencesIn } from "#features/knowledge/item/version-differences.ts";
import { framedWide, itemAsked } from "#features/knowledge/item/pages/item-asked.ts";
import { VersionDifferences } from "#features/knowledge/item/parts/version-differences.tsx";
import { aboutOf, type ItemInside, type VersionFacts, versionsIn } from "#features/knowledge/item/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type Page = Context<Environment>;

/** The versions of an item, and how one differs from the one before it or from another. What was published stays. */
export const itemVersionPages = pages("anybody").get("/kunskap/:slug/versioner", async (c) => {
  const { t, db } = c.var;
  const inside = await itemAsked(c);
  const { item, version } = inside;
  const versions = await versionsSeen(c, inside);
  const at = `/kunskap/${item.slug}/versioner`;
  const later = chosen(versions, c.req.query("till")) ?? versions[0];
  const earlier =
    chosen(versions, c.req.query("fran")) ?? versions.find(({ versionNo }) => versionNo < (later?.versionNo ?? 0));
  const said = async (each: VersionFacts) => ({ ...each, ...(await aboutOf(db, each.id)) });
  const differences = later && earlier ? differencesIn(await said(earlier), await said(later)) : undefined;
  const heading = t("item.versions");
  const day = ({ publishedAt, writtenAt }: VersionFacts) =>
    sayDate(t.language, (publishedAt ?? writtenAt).toZonedDateTimeISO(stockholm).toPlainDate(), { weekday: false });
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/kunskap/${item.slug}`}>{version.title}</a>}
        heading={heading}
        lead={t("item.versions_lead")}
      />
      <Table
        caption={t("item.versions_counted", { count: versions.length })}
        columns={[
          {
            label: t("item.version"),
            head: true,
            cell: (each) => (
              <a href={`${at}?till=${each.versionNo}`}>{t("item.version_numbered", { number: each.versionNo })}</a>
            ),
          },
          { label: t("item.version_state"), cell: (each) => t(`item.state.${each.state}`) },
          { label: t("item.version_day"), cell: day },
          { label: t("item.version_note"), cell: (each) => each.note },
        ]}
        rows={versions}
      />
      {differences && later && earlier ? (
        <section aria-labelledby="skillnader">
          <h2 id="skillnader">{t("item.differences", { later: later.versionNo, earlier: earlier.versionNo })}</h2>
          <VersionDifferences t={t} differences={differences} />
        </section>
      ) : (
        <p class="muted">{t("item.only_version")}</p>
      )}
    </>,
    { ...framedWide, title: `${heading}: ${version.title}` },
  );
});

/** What was published, for all; what is written or reviewed, for those who do. */
function versionsSeen(c: Page, { item, working }: ItemInside): Promise<VersionFacts[]> {
  const inWork = working ? (["draft", "inReview"] as const) : [];
  return versionsIn(c.var.db, item.id, ["published", "replaced", ...inWork]);
}

function chosen(versions: readonly VersionFacts[], asked: string | undefined): VersionFacts | undefined {
  if (asked === undefined) return undefined;
  const found = versions.find(({ versionNo }) => String(versionNo) === asked);
  if (!found) throw new Refusal("not_found", "item.no_such_version");
  return found;
}
