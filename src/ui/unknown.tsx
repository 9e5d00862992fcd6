import type { Child } from "#kernel/jsx-runtime.ts";

/** What nobody knows yet, drawn as quietly as it is said: "Plats meddelas", "Okänt", "Sökt, inget funnet". */
export function Unknown({ children }: { children: Child }) {
  return <span class="unknown">{children}</span>;
}
