import type { Translate } from "#kernel/messages.ts";

type ListsProps = { t: Translate; lists: readonly { readonly slug: string; readonly title: string }[] };

/** The lists of the knowledge base that a circle reads; nothing when it has none. (R104) */
export function ListsToRead({ t, lists }: ListsProps) {
  return lists.length === 0 ? null : (
    <section aria-labelledby="ur-kunskapsbasen">
      <h2 id="ur-kunskapsbasen">{t("material.from_knowledge")}</h2>
      <ul>
        {lists.map(({ slug, title }) => (
          <li>
            <a href={`/laslista/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
