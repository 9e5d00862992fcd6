import type { ItemKind, TermKind } from "#features/knowledge/item/item.ts";

/** What each kind of word is called in an address. */
export const termParameter = {
  area: "omrade",
  targetGroup: "malgrupp",
  theme: "tema",
  outcome: "utfall",
} as const satisfies Readonly<Record<TermKind, string>>;

type Narrowed = Partial<Record<(typeof termParameter)[TermKind], string | undefined>> & {
  readonly slag?: ItemKind | undefined;
  readonly typ?: string | undefined;
  readonly efter?: string | undefined;
};

/** The address of the list narrowed so. */
export function browseAddress(narrowed: Narrowed): string {
  const known = Object.entries(narrowed).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return known.length === 0 ? "/kunskap" : `/kunskap?${new URLSearchParams(known).toString()}`;
}
