import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import { itemInside, type ItemInside } from "#features/knowledge/item/queries.ts";
import { mayTie } from "#features/knowledge/lineage/lineage-policy.ts";
import type { NewTie } from "#features/knowledge/lineage/lineage-words.ts";
import { columnOf, type TieId } from "#features/knowledge/lineage/lineage.ts";
import { thingWithId, tieWithId } from "#features/knowledge/lineage/queries.ts";
import { type Thing, thingSeen } from "#features/knowledge/lineage/things/queries.ts";

/**
 * Says that something rests on an item, or that the item comes from it. Both are seen by whoever says so. What is said
 * twice stands once. (R103)
 */
export function tie(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { side, kind, id, note }: NewTie,
): Promise<{ readonly id: TieId }> {
  return change(db, actor, async (tx) => {
    const inside = await itemInside(tx, actor, slug, dateIn(now()));
    const { item } = inside;
    const thing = await thingSeen(tx, actor, kind, id);
    if (!thing) throw new Refusal("not_found", "lineage.no_such_thing");
    if (!mayTie(actor, standingOf(inside, thing))) throw new Refusal("forbidden", "lineage.not_yours");
    if (kind === "item" && id === item.id) throw new Refusal("conflict", "lineage.itself");
    // Between two items there is one way to say it: the one that is built stands as what rests on the other.
    const turned = kind === "item" && side === "under";
    const under = turned ? await itemFacts(tx, id as ItemId) : await itemFacts(tx, item.id);
    await lockTies(tx);
    const tieId = newId<"knowledge_lineage">();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("knowledge_lineage")
      .values({
        id: tieId,
        item_id: under.id,
        way: side === "over" || turned ? "restsOn" : "comesFrom",
        [columnOf[kind]]: turned ? item.id : id,
        note,
        seen_version_no: under.versionNo,
        seen_retired: under.isRetired,
        created_at: now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) throw new Refusal("conflict", "lineage.is_tied");
    await record(tx, {
      by: actor,
      what: "knowledge.tied",
      about: item.id,
      organisationId: item.organisationId ?? undefined,
      after: { side, kind, thing: id },
    });
    return { id: tieId };
  });
}

/** Takes back that a thing and an item rest on each other. */
export function untie(db: Database, actor: Actor, now: Clock, id: TieId): Promise<void> {
  return change(db, actor, async (tx) => {
    const { itemId, thing, inside } = await tieSeen(tx, actor, now, id);
    if (!mayTie(actor, standingOf(inside, thing))) throw new Refusal("forbidden", "lineage.not_yours");
    await tx.deleteFrom("knowledge_lineage").where("id", "=", id).execute();
    await record(tx, {
      by: actor,
      what: "knowledge.untied",
      about: itemId,
      organisationId: inside.item.organisationId ?? undefined,
      before: { kind: thing.kind, thing: thing.id },
    });
  });
}

/** A tie with both its ends, held until the change is done, for somebody who may know of both. */
export async function tieSeen(tx: Tx, actor: Actor, now: Clock, id: TieId) {
  await sql`select 1 from knowledge_lineage where id = ${id} for update`.execute(tx);
  const found = await tieWithId(tx, id);
  const thing = found && (await thingWithId(tx, actor, found.thingId));
  if (!found || !thing) throw new Refusal("not_found", "lineage.no_such_tie");
  const inside = await itemInside(tx, actor, found.itemSlug, dateIn(now()));
  return { itemId: found.itemId, thing, inside };
}

/** Of two that say the same at once, one does it after the other. */
async function lockTies(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('knowledge.lineage'))`.execute(tx);
}

async function itemFacts(tx: Tx, id: ItemId) {
  const { rows } = await sql<{ id: ItemId; versionNo: number; isRetired: boolean }>`
    select i.id, i.retired_at is not null as "isRetired", (
      select v.version_no from knowledge_version v where v.item_id = i.id and v.state <> 'replaced'
      order by v.state = 'published' desc limit 1) as "versionNo"
    from knowledge_item i where i.id = ${id} for share`.execute(tx);
  const [found] = rows;
  if (!found) throw new Refusal("not_found", "item.no_such_item");
  return found;
}

function standingOf({ item }: ItemInside, { organisationId, isKept }: Thing) {
  return { itemOrganisationId: item.organisationId, thingOrganisationId: organisationId, isKept };
}
