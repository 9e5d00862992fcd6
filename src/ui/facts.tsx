import type { Child } from "#kernel/jsx-runtime.ts";

export type FactItem = { readonly term: string; readonly value: Child; readonly note?: Child };

/** Facts in two columns: what, and how it is. What there is nothing to say about is left out by whoever lists them. */
export function Facts({ items, wide }: { items: readonly FactItem[]; wide?: boolean | undefined }) {
  return (
    <dl class={wide ? "facts wide" : "facts"}>
      {items.map(({ term, value, note }) => (
        <div>
          <dt>{term}</dt>
          <dd>
            {value}
            {note ? <span class="note">{note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
