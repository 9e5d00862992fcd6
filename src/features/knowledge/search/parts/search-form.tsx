import type { Translate } from "#kernel/messages.ts";
import { facetNames } from "#features/knowledge/search/found.ts";
import { facetParameters, type Facets, longestQuery } from "#features/knowledge/search/search-wish.ts";
import { emptyForm } from "#platform/web/form.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";

/** Where a question is written. With script it proposes how to go on, and shows what was searched for on this device. */
export function SearchForm({ t, q, facets }: { t: Translate; q: string; facets: Facets }) {
  return (
    <search>
      <search-words
        data-from="/sok/forslag"
        data-recent={t("search.recent")}
        data-forget={t("search.forget")}
        data-searched={q}
      >
        <form class="filters" action="/sok" method="get" aria-label={t("search.title")}>
          <TextField
            t={t}
            filled={emptyForm}
            name="q"
            type="search"
            value={q.slice(0, longestQuery)}
            label={t("search.word")}
            help={t("search.word_help")}
            autocomplete="off"
            required
          />
          {facetNames.flatMap((name) =>
            (facets[name] ?? []).map((value) => <input type="hidden" name={facetParameters[name]} value={value} />),
          )}
          <Button>{t("search.press")}</Button>
        </form>
      </search-words>
    </search>
  );
}
