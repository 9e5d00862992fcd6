import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import { rests } from "#features/knowledge/lineage/debt/queries.ts";
import { type Role, roleRules, roles } from "#features/organisations/people/roles.ts";
import { validOn } from "#features/organisations/queries.ts";

/** The roles that write knowledge where they are held. */
const writing: readonly Role[] = roles.filter((role) => roleRules[role].organisation?.includes("knowledge:write"));

/** Somebody who keeps something that rests on an item, and how much of it they keep. */
export type KeeperToTell = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly slug: string;
  readonly title: string;
  readonly count: number;
};

type Told = { readonly itemId: ItemId; readonly what: "retired" | "changed"; readonly byId: PersonId | null };

/**
 * Whom to tell that an item is retired or says something new: who writes an appraisal that rests on it or decides on it,
 * who leads a circle that does, and for everything else those who write knowledge in the very organisation that keeps it.
 * Nobody when all of it has been looked at since.
 */
export async function keepersToTell(
  db: Reader,
  { itemId, what, byId }: Told,
  today: Temporal.PlainDate,
): Promise<KeeperToTell[]> {
  const { rows } = await sql<KeeperToTell>`
    with owed as (
      select rest.thing_id, v.title, i.slug
      from ${rests} rest
        join knowledge_item i on i.id = rest.item_id
        join knowledge_version v on v.item_id = i.id and v.state = 'published'
      where i.id = ${itemId} and case ${what}::text
        when 'retired' then i.retired_at is not null and not rest.seen_retired
        else i.retired_at is null and rest.seen_version_no < v.version_no end),
    kept(thing_id, person_id) as (
      select au.appraisal_id, au.person_id from appraisal_author au
      union
      select a.id, a.decider_id from appraisal a
      union
      select r.id, ra.person_id from round r join role_assignment ra on ra.round_id = r.id and ra.role = 'circleLeader'
        and ra.ended_at is null and ${validOn(today, "ra")}
      union
      select th.id, ra.person_id from (
          select id, organisation_id from knowledge_item
          union all select id, organisation_id from method
          union all select id, organisation_id from checklist
          union all select id, organisation_id from reading_list
          union all select id, organisation_id from round
          union all select p.id, r.organisation_id from proposal p join round r on r.id = p.round_id) th
        join role_assignment ra on ra.organisation_id = th.organisation_id and ra.ended_at is null
          and ${validOn(today, "ra")} and ra.role = any(${[...writing]}::text[])
      where th.id in (select thing_id from owed))
    select p.id as "personId", p.name, p.email, p.language, owed.slug, owed.title,
      count(distinct owed.thing_id)::int as count
    from owed join kept on kept.thing_id = owed.thing_id join person p on p.id = kept.person_id
    where p.email is not null and p.erased_at is null and p.merged_into is null and p.id is distinct from ${byId}::uuid
    group by p.id, owed.slug, owed.title
    order by p.id
    limit 200`.execute(db);
  return rows;
}
