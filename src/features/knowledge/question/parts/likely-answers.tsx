import type { Translate } from "#kernel/messages.ts";
import { firstSentence } from "#features/knowledge/item/freshness.ts";
import type { ListedItem } from "#features/knowledge/item/listing/queries.ts";
import { KindTag } from "#features/knowledge/item/parts/item-line.tsx";
import { fieldId } from "#ui/filled.ts";

/** Where what may be an answer already is shown while a question is typed: told to those who hear the page, never in the way. */
export function LikelyWhileTyping({ t, items }: { t: Translate; items: readonly ListedItem[] }) {
  return (
    <div
      aria-live="polite"
      data-hx-post="/fraga/ny"
      data-hx-vals={JSON.stringify({ step: "look" })}
      data-hx-trigger={`input delay:600ms from:#${fieldId("text")}`}
      data-hx-target="#finns-redan"
      data-hx-select="#finns-redan"
      data-hx-swap="outerMorph"
    >
      <div id="finns-redan">
        {items.length > 0 ? (
          <div class="notice info">
            <p class="notice-heading">{t("ask.likely_typing")}</p>
            <LikelyList t={t} items={items} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

export function LikelyList({ t, items }: { t: Translate; items: readonly ListedItem[] }) {
  return (
    <ul class="likely">
      {items.map(({ slug, title, says, kind }) => (
        <li>
          <a href={`/kunskap/${slug}`}>{title}</a> <KindTag t={t} kind={kind} />
          {says ? <p class="muted">{firstSentence(says)}</p> : null}
        </li>
      ))}
    </ul>
  );
}
