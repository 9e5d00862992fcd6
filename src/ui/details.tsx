import type { Child } from "#kernel/jsx-runtime.ts";

type DetailsProps = { summary: Child; open?: boolean | undefined; children?: Child };

/** More for those who want it. Nothing anyone must know is put here. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details class="more" open={open}>
      <summary>{summary}</summary>
      <div class="more-text">{children}</div>
    </details>
  );
}
