import type { Child } from "#kernel/jsx-runtime.ts";

export type TimelineItem = {
  /** "fre 1 oktober" */
  readonly when: Child;
  /** The same for machines: `2027-10-01`. */
  readonly dateTime?: string | undefined;
  /** "9.00–13.00" */
  readonly times?: Child;
  readonly title?: Child;
  readonly detail?: Child;
  readonly tags?: Child;
  /** That it is not as it was, and what it was. */
  readonly changed?: Child;
  /** Not settled: the ring on the line is broken. */
  readonly provisional?: boolean | undefined;
  /** It has been. */
  readonly past?: boolean | undefined;
  /** Long after the one before, such as a follow-up: said in words on a broken line. "Fyra månader senare". */
  readonly after?: Child;
};

/** What happens when, from first to last. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string | undefined }) {
  return (
    <ol class="timeline" aria-label={label}>
      {items.map((item) => (
        <li class={lookOf(item)}>
          {item.after ? <p class="after">{item.after}</p> : null}
          <div class="when">
            {item.dateTime ? <time datetime={item.dateTime}>{item.when}</time> : <span>{item.when}</span>}
            {item.times ? <span class="times">{item.times}</span> : null}
          </div>
          <div class="what">
            {item.title ? <p class="title">{item.title}</p> : null}
            {item.tags ? <div class="tags">{item.tags}</div> : null}
            {item.detail ? <div class="detail">{item.detail}</div> : null}
            {item.changed ? <p class="changed">{item.changed}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

const lookOf = ({ provisional, past, after }: TimelineItem) =>
  [provisional ? "provisional" : "", past ? "past" : "", after ? "later" : ""].filter(Boolean).join(" ") || undefined;
