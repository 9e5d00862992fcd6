import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { JsonValue } from "#platform/database/json.ts";
import { mayBringIn } from "#features/knowledge/filling/filling-policy.ts";
import type {
  CandidateId,
  CandidateStanding,
  HarvestSourceId,
  Reference,
} from "#features/knowledge/filling/filling.ts";
import { itemVisible } from "#features/knowledge/item/queries.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** Something that was brought in, as those see it who say what becomes of it. */
export type Candidate = Reference & {
  readonly id: CandidateId;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly sourceId: HarvestSourceId | null;
  /** The archive it was harvested from; null: a file or a pasted address. */
  readonly archive: string | null;
  readonly isGone: boolean;
  readonly standing: CandidateStanding;
  readonly itemSlug: string | null;
  readonly broughtAt: Temporal.Instant;
  readonly citation: JsonValue | null;
};

/** Why something is likely the same as something else. */
export type Likeness = "doi" | "link" | "title";

/** Something that is likely the same: an item of the base, or another that was brought in. */
export type Twin = {
  readonly kind: "item" | "candidate";
  readonly id: string;
  /** Of an item. */
  readonly slug: string | null;
  readonly title: string;
  readonly year: number | null;
  readonly by: Likeness;
  /** Of a candidate. */
  readonly standing: CandidateStanding | null;
};

export type ListedCandidate = Candidate & {
  /** Whether something in the base, or another that was brought in before it, is likely the same. */
  readonly hasTwin: boolean;
};

export type CandidateWish = {
  readonly standing: CandidateStanding;
  readonly sourceId?: HarvestSourceId | undefined;
  readonly typed?: string | undefined;
  readonly after?: CandidateId | undefined;
  readonly limit: number;
};

/** In SQL: whether somebody says what becomes of what was brought in for the organisation in a column. */
export function fillsFor(actor: Actor, column: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${reachedIn(actor, "knowledge:write", column)} or ${reachedIn(actor, "knowledge:publish", column)})`;
}

/** In SQL: whether the candidate `a` and another row `b` with a title page are likely the same. */
const isLikely = sql<SqlBool>`(lower(a.doi) = lower(b.doi) or a.link = b.link
  or (title_key(a.title) = title_key(b.title) and (a.year is null or b.year is null or a.year = b.year)))`;

/** What was brought in for those whom somebody writes for, newest first, and how many there are. */
export async function candidatesListed(
  db: Reader,
  actor: Actor,
  { standing, sourceId, typed = "", after, limit }: CandidateWish,
): Promise<{
  readonly candidates: ListedCandidate[];
  readonly count: number;
  readonly after: CandidateId | undefined;
}> {
  const pattern = `%${typed.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const wished = sql`${fillsFor(actor, "a.organisation_id")} and a.standing = ${standing}
    and (${sourceId ?? null}::uuid is null or a.source_id = ${sourceId ?? null}::uuid)
    and (${typed.trim()} = '' or a.title ilike ${pattern} or exists (select from unnest(a.authors) as n where n ilike ${pattern}))`;
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ count: number }>`select count(*)::int as count from knowledge_candidate a where ${wished}`.execute(db),
    sql<ListedCandidate>`
      with shown as (
        select a.* from knowledge_candidate a
        where ${wished} and (${after ?? null}::uuid is null or (a.brought_at, a.id) < (
          select brought_at, id from knowledge_candidate where id = ${after ?? null}::uuid))
        order by a.brought_at desc, a.id desc
        limit ${limit + 1}
      )
      select ${candidateColumns}, (
          exists (select from knowledge_version b join knowledge_item i on i.id = b.item_id
            where b.state <> 'replaced' and b.item_id is distinct from a.item_id and ${itemVisible(actor)} and ${isLikely})
          or exists (select from knowledge_candidate b
            where b.organisation_id = a.organisation_id and (b.brought_at, b.id) < (a.brought_at, a.id) and ${isLikely})
        ) as "hasTwin"
      from shown a ${candidateJoins}
      order by a.brought_at desc, a.id desc`.execute(db),
  ]);
  const candidates = rows.slice(0, limit);
  return { candidates, count: counted[0]?.count ?? 0, after: rows.length > limit ? candidates.at(-1)?.id : undefined };
}

const candidateColumns = sql`a.id, a.organisation_id as "organisationId", o.name as organisation,
  a.source_id as "sourceId", s.name as archive, a.title, a.authors, a.source, a.year, a.licence, a.link, a.doi,
  a.abstract, a.citation, a.is_gone as "isGone", a.standing, taken.slug as "itemSlug", a.brought_at as "broughtAt"`;

const candidateJoins = sql`join organisation o on o.id = a.organisation_id
  left join harvest_source s on s.id = a.source_id
  left join knowledge_item taken on taken.id = a.item_id`;

/**
 * One candidate, for those who say what becomes of it.
 *
 * @throws Refusal `not_found` for everybody else.
 */
export async function candidateInside(
  db: Reader,
  actor: Actor,
  id: CandidateId,
): Promise<{ readonly candidate: Candidate; readonly can: { readonly decide: boolean } }> {
  const { rows } = await sql<Candidate>`
    select ${candidateColumns} from knowledge_candidate a ${candidateJoins}
    where a.id = ${id} and ${fillsFor(actor, "a.organisation_id")}`.execute(db);
  const [candidate] = rows;
  if (!candidate) throw new Refusal("not_found", "filling.no_such_candidate");
  return { candidate, can: { decide: mayBringIn(actor, candidate.organisationId) } };
}

/** What is likely the same as a candidate: in the base as far as somebody sees it, and of what was brought in. */
export async function twinsOf(db: Reader, actor: Actor, id: CandidateId): Promise<Twin[]> {
  const by = sql`case when lower(a.doi) = lower(b.doi) then 'doi' when a.link = b.link then 'link' else 'title' end`;
  const { rows } = await sql<Twin>`
    (select 'item' as kind, i.id, i.slug, b.title, b.year, ${by} as by, null as standing
    from knowledge_candidate a, knowledge_version b join knowledge_item i on i.id = b.item_id
    where a.id = ${id} and b.state <> 'replaced' and b.item_id is distinct from a.item_id
      and ${itemVisible(actor)} and ${isLikely}
    order by b.title, i.id limit 10)
    union all
    (select 'candidate', b.id, null, b.title, b.year, ${by}, b.standing
    from knowledge_candidate a, knowledge_candidate b
    where a.id = ${id} and b.id <> a.id and b.organisation_id = a.organisation_id and ${isLikely}
    order by b.brought_at, b.id limit 10)`.execute(db);
  return rows;
}
