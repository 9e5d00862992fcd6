import type { Translate } from "#kernel/messages.ts";
import type { VersionFacts } from "#features/knowledge/item/queries.ts";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

type OriginProps = { t: Translate; version: VersionFacts; today: Temporal.PlainDate };

/** Where an item comes from: who wrote it, where and when, what one may do with it, and where it lies. (R093) */
export function ItemOrigin({ t, version, today }: OriginProps) {
  const { authors, source, year, licence, doi, attribution } = version;
  const unknown = <Unknown>{t("item.not_written")}</Unknown>;
  const facts: FactItem[] = [
    ...(authors.length > 0 ? [{ term: t("item.authors"), value: authors.join(", ") }] : []),
    { term: t("item.source"), value: source ?? unknown },
    { term: t("item.year"), value: year ?? unknown },
    ...(attribution ? [{ term: t("item.part.attribution"), value: attribution }] : []),
    { term: t("item.licence"), value: licence ?? <Unknown>{t("item.licence_unknown")}</Unknown> },
    ...linkFact(t, version, today),
    ...(doi
      ? [
          {
            term: t("item.doi"),
            value: (
              <a href={`https://doi.org/${doi}`} rel="noopener noreferrer">
                {doi}
              </a>
            ),
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="ursprung">
      <h2 id="ursprung">{t("item.comes_from")}</h2>
      <Facts wide items={facts} />
    </section>
  );
}

function linkFact(
  t: Translate,
  { link, linkCheckedOn, linkIsBroken }: VersionFacts,
  today: Temporal.PlainDate,
): FactItem[] {
  if (!link) return [];
  const day = linkCheckedOn ? sayDate(t.language, linkCheckedOn, { weekday: false, today }) : null;
  const note = linkIsBroken
    ? t("item.link_broken", { day: day ?? "" })
    : day
      ? t("item.link_checked", { day })
      : t("item.link_not_checked");
  return [
    {
      term: t("item.link"),
      value: (
        <a href={link} rel="noopener noreferrer">
          {new URL(link).hostname}
        </a>
      ),
      note,
    },
  ];
}
