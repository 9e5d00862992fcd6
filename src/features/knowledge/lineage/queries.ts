import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { AppraisalId } from "#features/appraisals/appraisal/appraisal.ts";
import type { ItemId, ItemKind } from "#features/knowledge/item/item.ts";
import { mayTie } from "#features/knowledge/lineage/lineage-policy.ts";
import type { Side, TieId } from "#features/knowledge/lineage/lineage.ts";
import { type Thing, thingsSeen } from "#features/knowledge/lineage/things/queries.ts";

/** A thing beside an item: under it what it builds on, over it what builds on it. */
export type LineageLine = Thing & {
  /** Null for a list that the item stands in: the list says so itself. */
  readonly tieId: TieId | null;
  readonly side: Side;
  readonly note: string | null;
  readonly canUntie: boolean;
};

type Of = { readonly id: ItemId; readonly organisationId: OrganisationId | null };

/** What an item builds on and what builds on it, as far as somebody may know of it. Counts are counts of these. (R103) */
export async function lineageOf(db: Reader, actor: Actor, item: Of): Promise<LineageLine[]> {
  const { rows } = await sql<Omit<LineageLine, "canUntie">>`
    with tie as (
      select l.id as "tieId", case l.way when 'restsOn' then 'over' else 'under' end as side, l.note, l.created_at,
        coalesce(l.other_item_id, l.appraisal_id, l.method_id, l.round_id, l.checklist_id, l.proposal_id) as id
      from knowledge_lineage l where l.item_id = ${item.id}
      union all
      select l.id, 'under', l.note, l.created_at, l.item_id from knowledge_lineage l where l.other_item_id = ${item.id}
      union all
      select null, 'over', ri.note, rl.created_at, rl.id
      from reading_list_item ri join reading_list rl on rl.id = ri.list_id
      where ri.item_id = ${item.id} and rl.retired_at is null)
    select tie."tieId", tie.side, tie.note, th.*, o.name as organisation
    from tie join ${thingsSeen(actor)} th on th.id = tie.id left join organisation o on o.id = th."organisationId"
    order by tie.created_at, th.title, th.id`.execute(db);
  return rows.map((row) => ({
    ...row,
    canUntie:
      row.tieId !== null &&
      mayTie(actor, {
        itemOrganisationId: item.organisationId,
        thingOrganisationId: row.organisationId,
        isKept: row.isKept,
      }),
  }));
}

/** An item that an appraisal rests on. */
export type ItemUnder = {
  readonly tieId: TieId;
  readonly slug: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly year: number | null;
  readonly isRetired: boolean;
  /** It was published anew after the appraisal's authors looked at it. */
  readonly isChanged: boolean;
  readonly note: string | null;
};

/** The published items an appraisal rests on, in the order they were tied. The caller sees the appraisal. */
export async function itemsUnderAppraisal(db: Reader, id: AppraisalId): Promise<ItemUnder[]> {
  const { rows } = await sql<ItemUnder>`
    select l.id as "tieId", i.slug, i.kind, v.title, v.year, i.retired_at is not null as "isRetired",
      l.seen_version_no < v.version_no as "isChanged", l.note
    from knowledge_lineage l
      join knowledge_item i on i.id = l.item_id
      join knowledge_version v on v.item_id = i.id and v.state = 'published'
    where l.appraisal_id = ${id} and l.way = 'restsOn'
    order by l.created_at, l.id`.execute(db);
  return rows;
}

/** Which item and which thing a tie holds together, whoever asks. */
export type TieFacts = {
  readonly id: TieId;
  readonly itemId: ItemId;
  readonly itemSlug: string;
  readonly itemOrganisationId: OrganisationId | null;
  readonly thingId: string;
};

export async function tieWithId(db: Reader, id: TieId): Promise<TieFacts | undefined> {
  const { rows } = await sql<TieFacts>`
    select l.id, l.item_id as "itemId", i.slug as "itemSlug", i.organisation_id as "itemOrganisationId",
      coalesce(l.other_item_id, l.appraisal_id, l.method_id, l.round_id, l.checklist_id, l.proposal_id) as "thingId"
    from knowledge_lineage l join knowledge_item i on i.id = l.item_id
    where l.id = ${id}`.execute(db);
  return rows[0];
}

/** The thing a tie holds, if somebody may know of it. */
export async function thingWithId(db: Reader, actor: Actor, id: string): Promise<Thing | undefined> {
  const { rows } = await sql<Thing>`
    select th.*, o.name as organisation from ${thingsSeen(actor)} th left join organisation o on o.id = th."organisationId"
    where th.id = ${id}::uuid`.execute(db);
  return rows[0];
}
