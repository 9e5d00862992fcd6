import { dateIn } from "#kernel/clock.ts";
import { stepsOf } from "#features/knowledge/item/experience/queries.ts";
import { firstSentence } from "#features/knowledge/item/freshness.ts";
import { doneIn, framed, itemAsked } from "#features/knowledge/item/pages/item-asked.ts";
import type { PartOfItem } from "#features/knowledge/item/pages/part-of-item.ts";
import { besideItem, partsOfItem } from "#features/knowledge/item/pages/parts-of-item.ts";
import { ItemOrigin } from "#features/knowledge/item/parts/item-origin.tsx";
import { ItemPage } from "#features/knowledge/item/parts/item-page.tsx";
import { ItemQuality } from "#features/knowledge/item/parts/item-quality.tsx";
import { lookedAtBy } from "#features/knowledge/item/review/queries.ts";
import { pages } from "#platform/web/pages.ts";

/** One item, for anybody: what it says, how good and fresh it is, where it comes from and what rests on it. */
export const itemPages = pages("anybody").get("/kunskap/:slug", async (c) => {
  const { t, db, now, config } = c.var;
  const today = dateIn(now());
  const inside = await itemAsked(c);
  const { item, version } = inside;
  const drawn = (parts: readonly PartOfItem[]) => Promise.all(parts.map((part) => part(c, inside)));
  const [lookedAt, [lastStep], parts, beside] = await Promise.all([
    lookedAtBy(db, version.id),
    stepsOf(db, item.id),
    drawn(partsOfItem),
    drawn(besideItem),
  ]);
  return c.render(
    <ItemPage
      t={t}
      inside={inside}
      today={today}
      quality={
        <ItemQuality t={t} item={item} version={version} lookedAt={lookedAt} lastStep={lastStep} today={today} />
      }
      origin={<ItemOrigin t={t} version={version} today={today} />}
      beside={beside}
      done={doneIn(c)}
    >
      {parts}
    </ItemPage>,
    {
      ...framed(c),
      title: version.title,
      description: version.says ? firstSentence(version.says) : version.title,
      canonical: `${config.baseUrl}/kunskap/${item.slug}`,
    },
  );
});
