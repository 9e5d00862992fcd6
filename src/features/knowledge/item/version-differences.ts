/** What of a version is compared, in the order it is read. */
export const comparedParts = [
  "title",
  "says",
  "holdsFor",
  "use",
  "body",
  "authors",
  "source",
  "year",
  "licence",
  "link",
  "doi",
  "attribution",
  "askedWho",
  "askedHow",
  "askedCount",
  "askedOn",
  "missing",
  "participation",
  "followedCount",
  "followedFrom",
  "followedTo",
  "spread",
  "terms",
  "methods",
] as const;
export type ComparedPart = (typeof comparedParts)[number];

type Named = { readonly name: string };
type List = readonly string[] | readonly Named[];
type Value = string | number | Temporal.PlainDate | readonly string[] | null;
export type Compared = Readonly<Record<Exclude<ComparedPart, "terms" | "methods">, Value>> & {
  readonly terms: readonly Named[];
  readonly methods: readonly Named[];
};

/** What became of a part from one version to a later one. Nothing written is null. */
export type PartDifference = {
  readonly part: ComparedPart;
  readonly kind: "added" | "changed" | "removed";
  readonly before: string | null;
  readonly after: string | null;
};

/** How a later version of an item differs from an earlier one, part by part, in the order one reads them. What is the same is left out. */
export function differencesIn(before: Compared, after: Compared): PartDifference[] {
  return comparedParts.flatMap((part): PartDifference[] => {
    const [was, is] = [said(before[part]), said(after[part])];
    if (was === is) return [];
    return [{ part, kind: was === null ? "added" : is === null ? "removed" : "changed", before: was, after: is }];
  });
}

function said(value: Value | readonly Named[]): string | null {
  if (value === null) return null;
  if (isList(value)) {
    const names = value.map((each: string | Named) => (typeof each === "string" ? each : each.name));
    return names.length === 0 ? null : names.join(", ");
  }
  return typeof value === "string" ? value : value.toString();
}

function isList(value: Value | readonly Named[]): value is List {
  return Array.isArray(value);
}
