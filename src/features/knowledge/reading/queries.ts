import { sql } from "kysely";
import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { withinReach } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { type ListedItem, publishedLines } from "#features/knowledge/item/listing/queries.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import type { ListedId, ReadingListId } from "#features/knowledge/reading/reading.ts";
import { isListSeen } from "#features/knowledge/reading/seen/queries.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** What a list says of itself. */
export type ReadingListFacts = {
  readonly id: ReadingListId;
  readonly slug: string;
  readonly title: string;
  readonly purpose: string | null;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly roundId: RoundId | null;
  readonly round: string | null;
  readonly roundSlug: string | null;
  readonly publishedAt: Temporal.Instant | null;
  readonly retiredAt: Temporal.Instant | null;
  readonly version: number;
  readonly count: number;
};

/** An item in a list, with what whoever made the list says of it. */
export type ToReadLine = { readonly id: ListedId; readonly note: string | null; readonly item: ListedItem };

export type ReadingListInside = {
  readonly list: ReadingListFacts;
  readonly lines: readonly ToReadLine[];
  readonly can: { readonly write: boolean };
};

const facts = sql`
  l.id, l.slug, l.title, l.purpose, l.organisation_id as "organisationId", o.name as organisation,
  r.id as "roundId", r.title as round, case when r.state <> 'draft' then r.slug end as "roundSlug",
  l.published_at as "publishedAt", l.retired_at as "retiredAt", l.version,
  (select count(*)::int from reading_list_item ri where ri.list_id = l.id) as count
  from reading_list l join organisation o on o.id = l.organisation_id left join round r on r.id = l.round_id`;

/** The lists somebody may know of: those that stand first, a circle's after the collections. */
export async function readingLists(db: Reader, actor: Actor): Promise<ReadingListFacts[]> {
  const { rows } = await sql<ReadingListFacts>`
    select ${facts} where ${isListSeen(actor)}
    order by l.retired_at is not null, l.round_id is not null, l.title, l.id limit 500`.execute(db);
  return rows;
}

/**
 * One list by its address with what it holds in its order.
 *
 * @throws Refusal `not_found` for those who may not know of it.
 */
export async function readingListInside(db: Reader, actor: Actor, slug: string): Promise<ReadingListInside> {
  const { rows } = await sql<ReadingListFacts>`
    select ${facts} where l.slug = ${slug} and ${isListSeen(actor)}`.execute(db);
  const [list] = rows;
  if (!list) throw new Refusal("not_found", "reading.no_such_list");
  const held = await db
    .selectFrom("reading_list_item")
    .where("list_id", "=", list.id)
    .orderBy("position")
    .select(["id", "item_id as itemId", "note"])
    .execute();
  const items = await linesBy(
    db,
    held.map(({ itemId }) => itemId),
  );
  const lines = held.flatMap(({ id, itemId, note }) => {
    const item = items.get(itemId);
    return item ? [{ id, note, item }] : [];
  });
  return { list, lines, can: { write: reaches(actor, "knowledge:write", list) } };
}

/** The published lists that a circle reads, for its page. */
export async function listsOfRound(
  db: Reader,
  id: RoundId,
): Promise<{ readonly slug: string; readonly title: string }[]> {
  return db
    .selectFrom("reading_list")
    .where("round_id", "=", id)
    .where("published_at", "is not", null)
    .where("retired_at", "is", null)
    .orderBy("title")
    .select(["slug", "title"])
    .execute();
}

/** The circles somebody may give a list to: those of the organisations they write for, and those they lead. */
export async function roundsToReadFor(
  db: Reader,
  actor: Actor,
): Promise<{ readonly id: RoundId; readonly title: string; readonly organisationId: OrganisationId }[]> {
  const { rows } = await sql<{ id: RoundId; title: string; organisationId: OrganisationId }>`
    select r.id, r.title, r.organisation_id as "organisationId" from round r
    where r.state <> 'cancelled'
      and (${reachedIn(actor, "knowledge:write", "r.organisation_id")} or ${withinReach(actor, "circles:manage")})
    order by r.created_at desc, r.id limit 200`.execute(db);
  return rows;
}

async function linesBy(db: Reader, ids: readonly ItemId[]): Promise<ReadonlyMap<string, ListedItem>> {
  return new Map((await publishedLines(db, ids)).map((line) => [line.id, line]));
}
