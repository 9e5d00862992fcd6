import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { isAppraisalSeen, isAtWorkWith } from "#features/appraisals/appraisal/queries.ts";
import { isProposalPublished } from "#features/circles/proposal/published/queries.ts";
import { withinReach } from "#features/circles/round/queries.ts";
import { itemVisible } from "#features/knowledge/item/queries.ts";
import type { ThingKind, TiedKind } from "#features/knowledge/lineage/lineage.ts";
import { isListSeen } from "#features/knowledge/reading/seen/queries.ts";
import { reachedIn } from "#features/organisations/queries.ts";
import { isPublished as isChecklistPublished, keptChecklist } from "#features/workshops/checklist/inside/queries.ts";

/** Something that an item can be tied to, as somebody who may see it sees it. */
export type Thing = {
  readonly id: string;
  readonly kind: ThingKind;
  readonly title: string;
  readonly href: string;
  readonly organisationId: OrganisationId | null;
  readonly organisation: string | null;
  /** It is not followed any more, or was withdrawn. */
  readonly isRetired: boolean;
  /** Whether whoever asks keeps it: what changes under it is theirs to look at. */
  readonly isKept: boolean;
};

const no = sql<SqlBool>`false`;

/**
 * In SQL: every thing that somebody may know of, by each noun's own access filter, with whether they keep it. What they may
 * not see is not there, so that nobody can count it either.
 */
export function thingsSeen(actor: Actor): RawBuilder<Thing> {
  const isSignedIn = sql<SqlBool>`${actor.personId !== undefined}::boolean`;
  const kept = (condition: RawBuilder<SqlBool>) => sql`coalesce(${condition}, false) as "isKept"`;
  const ledRound = withinReach(actor, "circles:manage");
  return sql<Thing>`(
    select i.id, 'item' as kind, (
        select v.title from knowledge_version v where v.item_id = i.id and v.state <> 'replaced'
        order by v.state = 'published' desc limit 1) collate swedish as title,
      '/kunskap/' || i.slug as href, i.organisation_id as "organisationId", i.retired_at is not null as "isRetired",
      ${kept(sql`${reachedIn(actor, "knowledge:write", "i.organisation_id")}
        or ${reachedIn(actor, "knowledge:publish", "i.organisation_id")}`)}
    from knowledge_item i where ${itemVisible(actor)}
    union all
    select a.id, 'appraisal', a.title collate swedish, '/metodbedomning/' || a.slug, a.organisation_id, a.state = 'withdrawn',
      ${kept(actor.personId ? isAtWorkWith(actor) : no)}
    from appraisal a where ${isAppraisalSeen(actor)}
    union all
    select m.id, 'method', m.name collate swedish, '/metod/' || m.slug, m.organisation_id, m.withdrawn_at is not null,
      ${kept(reachedIn(actor, "appraisals:write", "m.organisation_id"))}
    from method m where ${isSignedIn}
    union all
    select r.id, 'round', r.title collate swedish, '/cirklar/' || r.slug, r.organisation_id, r.state = 'cancelled', ${kept(ledRound)}
    from round r where r.state <> 'draft'
    union all
    select k.id, 'checklist', k.title collate swedish, '/checklista/' || k.slug, k.organisation_id, k.retired_at is not null,
      ${kept(keptChecklist(actor))}
    from checklist k where ${isSignedIn} and ${isChecklistPublished}
    union all
    select p.id, 'proposal', p.title collate swedish, '/cirklar/' || r.slug || '/forslag/' || p.id, r.organisation_id,
      p.state = 'dropped', ${kept(ledRound)}
    from proposal p join round r on r.id = p.round_id where ${isProposalPublished}
    union all
    select l.id, 'readingList', l.title collate swedish, '/laslista/' || l.slug, l.organisation_id, l.retired_at is not null,
      ${kept(reachedIn(actor, "knowledge:write", "l.organisation_id"))}
    from reading_list l where ${isListSeen(actor)})`;
}

/** One thing by its kind and id; nothing for those who may not know of it. */
export async function thingSeen(db: Reader, actor: Actor, kind: TiedKind, id: string): Promise<Thing | undefined> {
  const { rows } = await sql<Thing>`
    select th.*, o.name as organisation from ${thingsSeen(actor)} th left join organisation o on o.id = th."organisationId"
    where th.id = ${id}::uuid and th.kind = ${kind}`.execute(db);
  return rows[0];
}

/** Things to tie to an item, by a part of their title: those that begin so first. None that is not followed any more. */
export async function thingChoices(
  db: Reader,
  actor: Actor,
  { typed, but, kind }: { readonly typed: string; readonly but?: string; readonly kind?: TiedKind },
): Promise<Thing[]> {
  const words = typed.trim().replaceAll(/[\\%_]/g, String.raw`\$&`);
  if (words === "") return [];
  const { rows } = await sql<Thing>`
    select th.*, o.name as organisation from ${thingsSeen(actor)} th left join organisation o on o.id = th."organisationId"
    where th.title ilike ${`%${words}%`} and not th."isRetired" and th.kind <> 'readingList'
      and th.id is distinct from ${but ?? null}::uuid and (${kind ?? null}::text is null or th.kind = ${kind ?? null})
    order by th.title ilike ${`${words}%`} desc, th.title, th.id
    limit 20`.execute(db);
  return rows;
}
