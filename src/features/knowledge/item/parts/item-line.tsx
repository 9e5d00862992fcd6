import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { firstSentence, freshnessOf } from "#features/knowledge/item/freshness.ts";
import type { ItemKind } from "#features/knowledge/item/item.ts";
import type { ListedItem } from "#features/knowledge/item/listing/queries.ts";
import { dot } from "#ui/dot.ts";
import { type Entry, EntryList } from "#ui/entry-list.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag, type Tone } from "#ui/tag.tsx";

/** The colours of the three sources; results of one's own follow-up and the support of agencies have none of them. */
const tones: Readonly<Record<ItemKind, Tone>> = {
  research: "research",
  guideline: "plain",
  professional: "profession",
  serviceUsers: "user",
  localFollowUp: "plain",
};

export function KindTag({ t, kind }: { t: Translate; kind: ItemKind }) {
  return <Tag tone={tones[kind]}>{t(`item.kind.${kind}`)}</Tag>;
}

type Dated = Pick<ListedItem, "reviewDue" | "retiredAt">;

/** How fresh an item is, in a few words. What is not followed any more says so first of all. */
export function FreshnessTag({ t, item, today }: { t: Translate; item: Dated; today: Temporal.PlainDate }) {
  const freshness = freshnessOf(item, today);
  if (freshness === "retired") return <Tag tone="error">{t("item.retired")}</Tag>;
  if (freshness === "due") return <Tag tone="open">{t("item.is_due")}</Tag>;
  return null;
}

type LineProps = { t: Translate; item: ListedItem; today: Temporal.PlainDate };

/** An item as one of things to choose among: what kind it is, its first sentence, its year, and how fresh it is. */
export function itemEntry(
  { t, item, today }: LineProps,
  more: { readonly detail?: Child; readonly note?: Child } = {},
): Entry {
  const { slug, kind, title, says, source, year, state, stage, reviewDue, retiredAt } = item;
  const isWorking = state === "draft" || state === "inReview";
  return {
    href: `/kunskap/${slug}`,
    title,
    detail: more.detail ?? (says ? firstSentence(says) : null),
    tags: (
      <>
        <KindTag t={t} kind={kind} />
        {stage === "proven" ? <Tag>{t("item.stage.proven")}</Tag> : null}
        {isWorking ? (
          <Tag tone="open">{t(`item.state.${state}`)}</Tag>
        ) : (
          <FreshnessTag t={t} item={item} today={today} />
        )}
      </>
    ),
    facts: [
      source || year ? (
        <>
          {source ? firstSentence(source, 80).replace(/\.$/u, "") : null}
          {source && year ? dot : null}
          {year}
        </>
      ) : null,
      reviewDue && !retiredAt && !isWorking
        ? t("item.holds_until", { day: sayDate(t.language, reviewDue, { weekday: false, today }) })
        : null,
      more.note,
    ].filter((fact) => fact !== null && fact !== undefined),
  };
}

type LinesProps = { t: Translate; items: readonly ListedItem[]; today: Temporal.PlainDate; label?: string | undefined };

/** Items in a list. */
export function ItemLines({ t, items, today, label }: LinesProps) {
  return <EntryList label={label} entries={items.map((item) => itemEntry({ t, item, today }))} />;
}
