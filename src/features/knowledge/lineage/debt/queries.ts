import { type RawBuilder, sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import { type ListedItem, publishedLines } from "#features/knowledge/item/listing/queries.ts";
import { isPublished } from "#features/knowledge/item/queries.ts";
import type { ThingKind } from "#features/knowledge/lineage/lineage.ts";
import { thingsSeen } from "#features/knowledge/lineage/things/queries.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** In SQL: everything that rests on an item, what is tied to it and the lists it stands in, and how much of it was seen. */
export const rests: RawBuilder<unknown> = sql`(
  select l.id, l.item_id, l.seen_version_no, l.seen_retired,
    coalesce(l.other_item_id, l.appraisal_id, l.method_id, l.round_id, l.checklist_id, l.proposal_id) as thing_id
  from knowledge_lineage l where l.way = 'restsOn'
  union all
  select ri.id, ri.item_id, ri.seen_version_no, ri.seen_retired, ri.list_id from reading_list_item ri)`;

/** Something one keeps that rests on an item which is retired, or says something new, since somebody looked. */
export type Debt = {
  /** What says that it rests there. */
  readonly restId: string;
  readonly thingId: string;
  readonly kind: ThingKind;
  readonly title: string;
  readonly href: string;
  readonly organisationId: OrganisationId | null;
  readonly organisation: string | null;
  readonly itemSlug: string;
  readonly itemTitle: string;
  readonly why: "retired" | "changed";
  readonly retiredReason: string | null;
  readonly versionNo: number;
  readonly seenVersionNo: number;
  readonly replacedBy: string | null;
};

const most = 500;

/**
 * The freshness debt of what somebody keeps: what rests on an item that is retired or changed. What they may not see is
 * neither there nor counted, and what is itself withdrawn owes nothing. (R087)
 */
export async function debtsOf(db: Reader, actor: Actor, only?: string): Promise<Debt[]> {
  if (!actor.personId) return [];
  const { rows } = await sql<Debt>`
    select rest.id as "restId", th.id as "thingId", th.kind, th.title, th.href, th."organisationId",
      o.name as organisation, i.slug as "itemSlug", v.title as "itemTitle",
      case when i.retired_at is not null and not rest.seen_retired then 'retired' else 'changed' end as why,
      i.retired_reason as "retiredReason", v.version_no as "versionNo", rest.seen_version_no as "seenVersionNo",
      ri.slug as "replacedBy"
    from ${rests} rest
      join knowledge_item i on i.id = rest.item_id
      join knowledge_version v on v.item_id = i.id and v.state = 'published'
      join ${thingsSeen(actor)} th on th.id = rest.thing_id and th."isKept" and not th."isRetired"
      left join organisation o on o.id = th."organisationId"
      left join knowledge_item ri on ri.id = i.replaced_by
    where (rest.seen_version_no < v.version_no or (i.retired_at is not null and not rest.seen_retired))
      and (${only ?? null}::uuid is null or rest.id = ${only ?? null}::uuid)
    order by i.retired_at is null, i.retired_at desc, v.published_at desc, th.title, rest.id
    limit ${most}`.execute(db);
  return rows;
}

/** An item past the day it was to be looked over, with whose it is. */
export type DueItem = ListedItem & { readonly organisationId: OrganisationId | null };

/** The items past review that somebody can look over, the longest past first. (R087) */
export async function itemsDue(db: Reader, actor: Actor, today: Temporal.PlainDate): Promise<DueItem[]> {
  if (!actor.reach.has("knowledge:publish")) return [];
  const { rows } = await sql<{ id: ItemId; organisationId: OrganisationId | null }>`
    select i.id, i.organisation_id as "organisationId" from knowledge_item i
    where i.review_due < ${today} and i.retired_at is null and ${isPublished}
      and coalesce(${reachedIn(actor, "knowledge:publish", "i.organisation_id")}, false)
    order by i.review_due, i.id limit ${most}`.execute(db);
  const lines = new Map(
    (
      await publishedLines(
        db,
        rows.map(({ id }) => id),
      )
    ).map((line) => [line.id, line]),
  );
  return rows.flatMap(({ id, organisationId }) => {
    const line = lines.get(id);
    return line ? [{ ...line, organisationId }] : [];
  });
}
