import type { Translate } from "#kernel/messages.ts";
import type { ReadingListFacts } from "#features/knowledge/reading/queries.ts";
import type { Entry } from "#ui/entry-list.tsx";
import { Tag } from "#ui/tag.tsx";

/** A list as one of things to choose among: what it is for, who reads it, and how long it is. */
export function waysToList(t: Translate, list: ReadingListFacts): Entry {
  const { slug, title, purpose, round, organisation, publishedAt, retiredAt, count } = list;
  return {
    href: `/laslista/${slug}`,
    title,
    detail: purpose,
    tags: retiredAt ? (
      <Tag tone="error">{t("reading.retired")}</Tag>
    ) : publishedAt ? null : (
      <Tag tone="open">{t("reading.draft")}</Tag>
    ),
    facts: [round ?? organisation, t("reading.count", { count })],
  };
}
