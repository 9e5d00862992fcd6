import type { Child } from "#kernel/jsx-runtime.ts";

export type Entry = {
  readonly href: string;
  readonly title: Child;
  /** What kind of thing it is, and whose: above the title. */
  readonly kicker?: Child;
  /** One sentence about it. */
  readonly detail?: Child;
  readonly tags?: Child;
  /** The few facts one chooses by: "fre 1 oktober", "3 platser kvar". */
  readonly facts?: readonly Child[] | undefined;
};

/** Things to choose among, each with what one needs to know to open it. */
export function EntryList({ entries, label }: { entries: readonly Entry[]; label?: string | undefined }) {
  return (
    <ul class="entries" aria-label={label}>
      {entries.map(({ href, title, kicker, detail, tags, facts = [] }) => (
        <li>
          <div class="entry">
            {kicker ? <p class="kicker">{kicker}</p> : null}
            <h2>
              <a href={href}>{title}</a>
            </h2>
            {detail ? <p class="detail">{detail}</p> : null}
            {tags ? <div class="tags">{tags}</div> : null}
          </div>
          {facts.length > 0 ? (
            <ul class="entry-facts">
              {facts.map((fact) => (
                <li>{fact}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
