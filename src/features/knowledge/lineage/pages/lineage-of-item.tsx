import type { PartOfItem } from "#features/knowledge/item/pages/part-of-item.ts";
import { LineagePicture } from "#features/knowledge/lineage/parts/lineage-picture.tsx";
import { LineageList } from "#features/knowledge/lineage/parts/lineage-list.tsx";
import { lineageOf } from "#features/knowledge/lineage/queries.ts";

/** What an item builds on and what builds on it, as a picture with the same in words beside it. (R103) */
export const lineageOfItem: PartOfItem = async (c, { item, version }) => {
  const { t, db, actor } = c.var;
  const lines = await lineageOf(db, actor, item);
  if (lines.length === 0 && actor.personId === undefined) return null;
  return (
    <section aria-labelledby="bygger-pa">
      <h2 id="bygger-pa">{t("lineage.heading")}</h2>
      {lines.length > 0 ? (
        <div class="lineage">
          <LineagePicture t={t} title={version.title} lines={lines} />
          <LineageList t={t} lines={lines} />
        </div>
      ) : (
        <p>{t("lineage.nothing")}</p>
      )}
      <p>
        <a href={`/kunskap/${item.slug}/bygger-pa`}>{t("lineage.to_page")}</a>
      </p>
    </section>
  );
};
