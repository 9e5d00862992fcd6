import { mostReferences } from "#features/knowledge/filling/filling.ts";
import type { Found } from "#features/knowledge/filling/found.ts";
import { keptCsl, referenceOfCsl } from "#features/knowledge/filling/csl.ts";
import { isRis, readRis } from "#features/knowledge/filling/ris-file.ts";

/** A file of references as it was read, with the digest of its bytes: the same file again is the same. */
export type ReferenceFile = ReadReferences & { readonly digest: string };

/** A reference with its place in the file. */
export type PlacedReference = Found & { readonly place: number };

export type ReadReferences = {
  readonly references: readonly PlacedReference[];
  /** Places of what has no title, counted from one. */
  readonly untitled: readonly number[];
  /** Lines that could not be read, counted from one. */
  readonly brokenLines: readonly number[];
  /** Whether there were more than are taken from one file. */
  readonly isCut: boolean;
};

/**
 * The references in a text: a RIS file or CSL-JSON, one or a list. Nothing when it is neither. What has no title is told
 * and left out, and so are lines that cannot be read; the rest is taken.
 */
export function readReferences(text: string): ReadReferences | undefined {
  const read = isRis(text) ? readRis(text) : cslIn(text);
  if (read === undefined) return undefined;
  const taken = read.slice(0, mostReferences);
  const references: PlacedReference[] = [];
  const untitled: number[] = [];
  for (const [place, { csl }] of taken.entries()) {
    const { title, ...rest } = referenceOfCsl(csl);
    if (title === null) untitled.push(place + 1);
    else references.push({ place, reference: { title, ...rest }, citation: keptCsl(csl) });
  }
  const brokenLines = taken.flatMap((each) => each.brokenLines);
  return { references, untitled, brokenLines, isCut: read.length > taken.length };
}

function cslIn(text: string) {
  const parsed = jsonIn(text);
  const list = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
  const all = list.filter((csl): csl is object => typeof csl === "object" && csl !== null && !Array.isArray(csl));
  if (all.length === 0 || !all.some((csl) => "title" in csl)) return undefined;
  return all.map((csl) => ({ csl: csl as unknown, brokenLines: [] as readonly number[] }));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, "")) as unknown;
  } catch {
    return undefined;
  }
}
