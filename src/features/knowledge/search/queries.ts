import type { Actor } from "#kernel/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { withoutNames } from "#features/meetings/distribution/hidden-names.ts";
import { firstSentence } from "#features/knowledge/item/freshness.ts";
import { type FacetName, facetNames, foundKinds } from "#features/knowledge/search/found.ts";
import { shownAmong } from "#features/knowledge/search/kinds/every/queries.ts";
import type { ShownThing } from "#features/knowledge/search/kinds/queries.ts";
import { type OpenIndex, runningSearch } from "#features/knowledge/search/running/queries.ts";
import { namesSomebody, type SearchWish, shownAtOnce } from "#features/knowledge/search/search-wish.ts";
import type { Hit, Reason, Span } from "#features/knowledge/searching/search-answer.ts";

/** A piece of text, and whether it was looked for. */
export type Piece = { readonly text: string; readonly isFound: boolean };

/** A hit as it is shown. */
export type ShownHit = ShownThing & {
  readonly titlePieces: readonly Piece[];
  readonly pieces: readonly Piece[];
  readonly why: readonly Reason[];
};

/** One value that hits can be narrowed by, and how many carry it. */
export type FacetValue = { readonly value: string; readonly label: string | null; readonly count: number };

export type Searched = {
  readonly total: number;
  readonly hits: readonly ShownHit[];
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  readonly suggestion: string | undefined;
  /** Whether anything was asked at all. */
  readonly isAsked: boolean;
  readonly isBuilding: boolean;
};

const nothing = { total: 0, hits: [], suggestion: undefined, isAsked: false } as const;
/** What is left out is left out of everything, so the question is asked again; more often than this it never is. */
const mostTries = 5;
/** How many values of a facet are shown. */
const mostValues = 12;

/**
 * What somebody finds: hits, counts, facets and a spelling to try, all of them from nothing but what they may read at
 * this moment. Every hit is asked about once more in its own tables; one that is refused there is left out of it all.
 */
export async function searched(
  db: Database,
  actor: Actor,
  today: Temporal.PlainDate,
  { q, facets, page }: SearchWish,
): Promise<Searched> {
  if (q === "" || namesSomebody(q)) return { ...nothing, facets: noFacets(), isBuilding: false };
  const open = await runningSearch(db).openTo(actor, today);
  const { index, mayRead, isBuilding } = open;
  const wish = { mayRead, facets, limit: shownAtOnce, offset: (page - 1) * shownAtOnce };
  for (let tries = 1; ; tries += 1) {
    const answer = index.search(q, wish);
    const things = await shownAmong(
      db,
      actor,
      today,
      answer.hits.map(({ id }) => id),
    );
    const refused = answer.hits.filter(({ id }) => !things.has(id));
    if (refused.length > 0 && tries < mostTries) {
      for (const { id } of refused) open.leaveOut(id);
      continue;
    }
    if (refused.length > 0) return { ...nothing, facets: noFacets(), isAsked: true, isBuilding: true };
    return {
      total: answer.total,
      hits: answer.hits.flatMap((hit) => shownHit(open, hit, things)),
      facets: await facetsTold(db, answer.facets),
      suggestion: index.suggest(q, { mayRead }),
      isAsked: answer.asked,
      isBuilding,
    };
  }
}

/** What a half-written question may become, from the words of what somebody may read. */
export async function completions(
  db: Database,
  actor: Actor,
  today: Temporal.PlainDate,
  q: string,
  limit = 8,
): Promise<string[]> {
  if (q.length < 2 || namesSomebody(q)) return [];
  const { index, mayRead } = await runningSearch(db).openTo(actor, today);
  return index.complete(q, { mayRead, limit });
}

function shownHit({ document }: OpenIndex, hit: Hit, things: ReadonlyMap<string, ShownThing>): ShownHit[] {
  const thing = things.get(hit.id);
  const read = document(hit.id);
  if (!thing || !read) return [];
  const { title = "", summary = "", body = "" } = read.fields;
  const hidden = thing.hidden ?? [];
  const { snippet } = hit;
  const told = snippet
    ? piecesOf(snippet.text, snippet.marks, hidden)
    : piecesOf(firstSentence(summary === "" ? body : summary), [], hidden);
  return [
    {
      ...thing,
      titlePieces: piecesOf(thing.title, thing.title === title ? (hit.marks.title ?? []) : [], hidden),
      pieces: [
        ...(snippet?.cutBefore ? [{ text: "… ", isFound: false }] : []),
        ...told,
        ...(snippet?.cutAfter ? [{ text: " …", isFound: false }] : []),
      ],
      why: hit.why.filter(({ found }) => withoutNames(found, hidden, "") === found),
    },
  ];
}

/** A text in pieces, those that were looked for told from the others. Where a name must be covered nothing is marked. */
function piecesOf(text: string, marks: readonly Span[], hidden: readonly string[]): Piece[] {
  const covered = withoutNames(text, hidden, "…");
  if (covered !== text) return [{ text: covered, isFound: false }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < from || end > text.length) continue;
    pieces.push({ text: text.slice(from, start), isFound: false }, { text: text.slice(start, end), isFound: true });
    from = end;
  }
  pieces.push({ text: text.slice(from), isFound: false });
  return pieces.filter((piece) => piece.text !== "");
}

function noFacets(): Searched["facets"] {
  return { kind: [], area: [], targetGroup: [], year: [] };
}

/** The values of each facet: kinds in their order, years latest first, words by how many hits they have. */
async function facetsTold(
  db: Database,
  counted: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Promise<Searched["facets"]> {
  const of = (name: FacetName) => Object.entries(counted[name] ?? {}).filter(([, count]) => count > 0);
  const slugs = [...of("area"), ...of("targetGroup")].map(([slug]) => slug);
  const names = new Map(
    slugs.length === 0
      ? []
      : (await db.selectFrom("knowledge_term").where("slug", "in", slugs).select(["slug", "name"]).execute()).map(
          ({ slug, name }) => [slug, name],
        ),
  );
  const orders: Readonly<Record<FacetName, (a: FacetValue, b: FacetValue) => number>> = {
    kind: (a, b) => foundKinds.findIndex((kind) => kind === a.value) - foundKinds.findIndex((kind) => kind === b.value),
    area: (a, b) => b.count - a.count || a.value.localeCompare(b.value, "sv"),
    targetGroup: (a, b) => b.count - a.count || a.value.localeCompare(b.value, "sv"),
    year: (a, b) => Number(b.value) - Number(a.value),
  };
  const told = facetNames.map((name) => {
    const values = of(name).map(([value, count]) => ({ value, label: names.get(value) ?? null, count }));
    return [name, values.toSorted(orders[name]).slice(0, name === "kind" ? foundKinds.length : mostValues)] as const;
  });
  return Object.fromEntries(told) as Record<FacetName, FacetValue[]>;
}
