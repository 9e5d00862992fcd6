import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** A text that waits for somebody: to review it, to write on in what came back, or to publish it. */
export type ItemWaiting = {
  readonly slug: string;
  readonly title: string;
  readonly waitsTo: "review" | "writeOn" | "publish";
};

/**
 * The texts that wait for somebody: those they are asked to review, then what they wrote that came back with changes wanted,
 * and then what is reviewed where they publish and no reviewer is waited for. At most five of each.
 */
export async function itemsWaiting(db: Reader, actor: Actor): Promise<readonly ItemWaiting[]> {
  if (!actor.personId) return [];
  const person = sql`${actor.personId}::uuid`;
  const { rows } = await sql<ItemWaiting>`
    (select i.slug, v.title, 'review' as "waitsTo"
      from knowledge_review r
        join knowledge_version v on v.id = r.version_id and v.state = 'inReview'
        join knowledge_item i on i.id = v.item_id and i.retired_at is null
      where r.reviewer_id = ${person} and r.verdict is null
      order by r.asked_at limit 5)
    union all
    (select i.slug, v.title, 'writeOn'
      from knowledge_version v
        join knowledge_item i on i.id = v.item_id and i.retired_at is null
        join lateral (
          select max(r.answered_at) as at from knowledge_review r
          where r.version_id = v.id and r.verdict = 'changesWanted') said on said.at is not null
      where v.written_by = ${person}
        and (v.state = 'inReview' or (v.state = 'draft' and v.written_at < said.at))
      order by said.at limit 5)
    union all
    (select i.slug, v.title, 'publish'
      from knowledge_version v
        join knowledge_item i on i.id = v.item_id and i.retired_at is null
      where v.state = 'inReview' and coalesce(${reachedIn(actor, "knowledge:publish", "i.organisation_id")}, false)
        and not exists (
          select from knowledge_review r where r.version_id = v.id and (r.verdict is null or r.verdict = 'changesWanted'))
      order by v.written_at limit 5)`.execute(db);
  return rows;
}
