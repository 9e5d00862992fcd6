import type { Child } from "#kernel/jsx-runtime.ts";

type EmptyStateProps = { heading: Child; children?: Child; action?: Child };

/** An empty page says what will be here, and offers the first step. */
export function EmptyState({ heading, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <svg class="empty-ring" width="56" height="56" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
        <circle cx="28" cy="28" r="25" />
      </svg>
      <h2>{heading}</h2>
      {children ? <p>{children}</p> : null}
      {action ? <div class="buttons">{action}</div> : null}
    </div>
  );
}
