import type { Child } from "#kernel/jsx-runtime.ts";

export type Todo = {
  readonly title: Child;
  readonly detail?: Child;
  /** The button or link that deals with it. */
  readonly action?: Child;
  /** Nothing waits for it any more; the ring is filled. */
  readonly done?: boolean | undefined;
  /** More, such as a few names: under the detail. */
  readonly more?: Child;
};

/** What waits for someone, each with the one thing that deals with it. */
export function TodoList({ items, label }: { items: readonly Todo[]; label?: string | undefined }) {
  return (
    <ul class="todo" aria-label={label}>
      {items.map(({ title, detail, action, done, more }) => (
        <li class={done ? "done" : undefined}>
          <div class="said">
            <strong>{title}</strong>
            {detail ? <small>{detail}</small> : null}
            {more}
          </div>
          {action ? <div class="doing">{action}</div> : null}
        </li>
      ))}
    </ul>
  );
}
