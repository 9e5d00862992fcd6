import type { Child } from "#kernel/jsx-runtime.ts";

/** `open` is amber and means "not settled yet"; the three sources have their own and nothing else has. */
export type Tone = "plain" | "quiet" | "open" | "error" | "research" | "profession" | "user";

/** A word or two about the state of something. The word says it; colour and outline only help. */
export function Tag({ tone = "plain", children }: { tone?: Tone; children?: Child }) {
  return <span class={`tag ${tone}`}>{children}</span>;
}

/** Tags in a row. */
export function Tags({ children }: { children?: Child }) {
  return <span class="tags">{children}</span>;
}
