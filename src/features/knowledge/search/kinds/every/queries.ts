import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { readableBodies } from "#features/meetings/search/queries.ts";
import { appraisals } from "#features/knowledge/search/kinds/appraisals/queries.ts";
import { checklists } from "#features/knowledge/search/kinds/checklists/queries.ts";
import { glossary } from "#features/knowledge/search/kinds/glossary/queries.ts";
import { items } from "#features/knowledge/search/kinds/items/queries.ts";
import { lists } from "#features/knowledge/search/kinds/lists/queries.ts";
import { matters, minutes } from "#features/knowledge/search/kinds/meetings/queries.ts";
import { methods } from "#features/knowledge/search/kinds/methods/queries.ts";
import { proposals } from "#features/knowledge/search/kinds/proposals/queries.ts";
import type { ShownThing, Sort } from "#features/knowledge/search/kinds/queries.ts";

/** Everything that can be found. What most come for is read first when an index is built. */
export const everySort: readonly Sort[] = [
  items,
  glossary,
  lists,
  methods,
  checklists,
  appraisals,
  proposals,
  matters,
  minutes,
];

/** What of all that is not open somebody may read at this moment. */
type Reached = {
  readonly isSignedIn: boolean;
  /** Ids of documents. */
  readonly asked: ReadonlySet<string>;
  /** Bodies, and how much of each. */
  readonly bodies: ReadonlySet<string>;
};

/** Asks the plain access filters what somebody may read of what is not open. Two questions, whoever asks. */
export async function reachedBy(db: Reader, actor: Actor, today: Temporal.PlainDate): Promise<Reached> {
  if (actor.personId === undefined) return { isSignedIn: false, asked: new Set(), bodies: new Set() };
  const filters = everySort.flatMap(({ asked }) => (asked ? [asked(actor)] : []));
  const [{ rows }, bodies] = await Promise.all([
    sql<{ id: string }>`${sql.join(filters, sql` union all `)}`.execute(db),
    readableBodies(db, actor, today),
  ]);
  return {
    isSignedIn: true,
    asked: new Set(rows.map(({ id }) => id)),
    bodies: new Set(
      bodies.flatMap(({ id, isSeated, isKept }) => [
        `final:${id}`,
        ...(isSeated ? [`seated:${id}`] : []),
        ...(isSeated || isKept ? [`inside:${id}`] : []),
      ]),
    ),
  };
}

/** Those of some documents that somebody may read, by the plain access filters, each by its id. */
export async function shownAmong(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, ShownThing>> {
  const things = await Promise.all(
    everySort.map(async ({ sorts, shown }) => {
      const mine = documentIds.filter((id) => sorts.some((sort) => id.startsWith(`${sort}:`)));
      return mine.length === 0 ? [] : shown(db, actor, today, mine);
    }),
  );
  return new Map(things.flat().map((thing) => [thing.id, thing]));
}
