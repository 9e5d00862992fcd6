import type { Translate } from "#kernel/messages.ts";
import { type FacetName, facetNames } from "#features/knowledge/search/found.ts";
import type { FacetValue, Searched } from "#features/knowledge/search/queries.ts";
import { type Facets, searchAddress, withTurned } from "#features/knowledge/search/search-wish.ts";
import { Details } from "#ui/details.tsx";

type FacetsProps = { t: Translate; q: string; chosen: Facets; facets: Searched["facets"] };

/** What a value of a facet is called. */
export function facetLabel(
  t: Translate,
  name: FacetName,
  { value, label }: Pick<FacetValue, "value" | "label">,
): string {
  const key = `search.kind.${value}`;
  return name === "kind" && t.knows(key) ? t(key) : (label ?? value);
}

/** What the hits can be narrowed to, as links with how many there are, and what they are narrowed to now. */
export function FacetLinks({ t, q, chosen, facets }: FacetsProps) {
  const groups = facetNames.filter((name) => facets[name].length > 0);
  if (groups.length === 0) return null;
  const narrowed = facetNames.flatMap((name) => (chosen[name] ?? []).map((value) => ({ name, value })));
  const labelOf = (name: FacetName, value: string) =>
    facetLabel(t, name, facets[name].find((each) => each.value === value) ?? { value, label: null });
  return (
    <nav class="narrowing" aria-label={t("search.narrow")}>
      {narrowed.length > 0 ? (
        <p class="narrowed">
          {t("search.narrowed")}:{" "}
          {narrowed.map(({ name, value }) => (
            <a
              class="tag"
              href={searchAddress({ q, facets: withTurned(chosen, name, value) })}
              aria-label={t("search.take_away", { label: labelOf(name, value) })}
            >
              {labelOf(name, value)} <span aria-hidden="true">×</span>
            </a>
          ))}
        </p>
      ) : null}
      <Details summary={t("search.narrow")} open={narrowed.length > 0}>
        <div class="facets">
          {groups.map((name) => (
            <section aria-labelledby={`facet-${name}`}>
              <h2 id={`facet-${name}`}>{t(`search.facet.${name}`)}</h2>
              <ul>
                {facets[name].map((each) => (
                  <li>
                    <a
                      href={searchAddress({ q, facets: withTurned(chosen, name, each.value) })}
                      aria-current={chosen[name]?.includes(each.value) ? "true" : undefined}
                    >
                      {facetLabel(t, name, each)}
                    </a>{" "}
                    <span class="count">{each.count}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Details>
    </nav>
  );
}
