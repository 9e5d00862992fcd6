import type { Translate } from "#kernel/messages.ts";
import type { StepTaken } from "#features/knowledge/item/experience/queries.ts";
import type { VersionFacts } from "#features/knowledge/item/queries.ts";
import type { ItemFacts } from "#features/knowledge/item/queries.ts";
import type { LookedAt } from "#features/knowledge/item/review/queries.ts";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { sayDate, sayDates } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

type QualityProps = {
  t: Translate;
  item: ItemFacts;
  version: VersionFacts;
  lookedAt: LookedAt;
  /** The last step of an experience, when it is one. */
  lastStep: StepTaken | undefined;
  today: Temporal.PlainDate;
};

/**
 * How good what an item says is, by its kind: of an experience how far it has come and who says so, of service users who was
 * asked and who is missing, of a follow-up how many and when; of all how it was looked at before it was published.
 */
export function ItemQuality({ t, item, version, lookedAt, lastStep, today }: QualityProps) {
  const facts = [
    ...(item.kind === "professional" ? experience(t, item, lastStep, today) : []),
    ...(item.kind === "serviceUsers" ? asked(t, version, today) : []),
    ...(item.kind === "localFollowUp" ? followed(t, version, today) : []),
    ...(version.publishedAt ? [{ term: t("item.looked_at"), value: <LookedAtBy t={t} lookedAt={lookedAt} /> }] : []),
  ];
  if (facts.length === 0) return <p class="muted">{t("item.quality_when_published")}</p>;
  return <Facts wide items={facts} />;
}

function experience(t: Translate, item: ItemFacts, last: StepTaken | undefined, today: Temporal.PlainDate): FactItem[] {
  const { stage, slug } = item;
  if (!stage) return [];
  const note =
    stage === "proven" && last?.body && last.reviewOn
      ? t("item.proven_by", {
          body: last.body,
          day: sayDate(t.language, last.saidOn, { weekday: false, today }),
          review: sayDate(t.language, last.reviewOn, { weekday: false, today }),
        })
      : last
        ? sayDate(t.language, last.saidOn, { weekday: false, today })
        : undefined;
  return [
    {
      term: t("item.how_far"),
      value: <a href={`/kunskap/${slug}/erfarenhet`}>{t(`item.stage.${stage}`)}</a>,
      note,
    },
  ];
}

function asked(t: Translate, version: VersionFacts, today: Temporal.PlainDate): FactItem[] {
  const said = (text: string | null) => text ?? <Unknown>{t("item.not_written")}</Unknown>;
  return [
    { term: t("item.asked_who"), value: said(version.askedWho) },
    {
      term: t("item.asked_how"),
      value: said(version.askedHow),
      note: version.participation ? t(`source.participation.${version.participation}`) : undefined,
    },
    {
      term: t("item.asked_count"),
      value: version.askedCount === null ? said(null) : t("item.people", { count: version.askedCount }),
      note: version.askedOn ? sayDate(t.language, version.askedOn, { weekday: false, today }) : undefined,
    },
    { term: t("item.missing"), value: said(version.missing) },
  ];
}

function followed(t: Translate, version: VersionFacts, today: Temporal.PlainDate): FactItem[] {
  const unknown = <Unknown>{t("item.not_written")}</Unknown>;
  const { followedFrom: from, followedTo: to } = version;
  const one = from ?? to;
  return [
    {
      term: t("item.followed_count"),
      value: version.followedCount === null ? unknown : t("item.people", { count: version.followedCount }),
    },
    {
      term: t("item.followed_when"),
      value:
        from && to
          ? sayDates(t.language, from, to, today)
          : one
            ? sayDate(t.language, one, { weekday: false, today })
            : unknown,
    },
    { term: t("item.spread"), value: version.spread ?? unknown },
  ];
}

function LookedAtBy({ t, lookedAt: { approvers, isAlone, isUnknown } }: { t: Translate; lookedAt: LookedAt }) {
  if (approvers > 0) return <>{t("item.looked_at_by", { count: approvers })}</>;
  if (isUnknown) return <Unknown>{t("item.looked_at_unknown")}</Unknown>;
  return <>{t(isAlone ? "item.looked_at_alone" : "item.looked_at_publisher")}</>;
}
