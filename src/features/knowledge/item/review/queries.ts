import { sql } from "kysely";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { ItemId, ReviewId, VersionId } from "#features/knowledge/item/item.ts";
import type { Verdict } from "#features/knowledge/item/review/review-words.ts";
import { validOn } from "#features/organisations/queries.ts";

/** That somebody was asked to review a version, and what they said. Who it was is forgotten in time; what was said stays. */
export type Review = {
  readonly id: ReviewId;
  readonly versionNo: number;
  readonly reviewerId: PersonId | null;
  readonly reviewer: string | null;
  readonly askedAt: Temporal.Instant;
  readonly verdict: Verdict | null;
  readonly said: string | null;
  readonly answeredAt: Temporal.Instant | null;
};

/** The reviews of all versions of an item, the latest first. */
export function reviewsOf(db: Reader, itemId: ItemId): Promise<Review[]> {
  return db
    .selectFrom("knowledge_review as r")
    .innerJoin("knowledge_version as v", "v.id", "r.version_id")
    .leftJoin("person as p", "p.id", "r.reviewer_id")
    .where("v.item_id", "=", itemId)
    .orderBy("v.version_no", "desc")
    .orderBy("r.asked_at", "desc")
    .orderBy("r.id", "desc")
    .select(["r.id", "v.version_no as versionNo", "r.reviewer_id as reviewerId", "p.name as reviewer"])
    .select(["r.asked_at as askedAt", "r.verdict", "r.said", "r.answered_at as answeredAt"])
    .execute();
}

/** How a version was looked at before it was published: by how many colleagues, and whether its writer stood alone. */
export type LookedAt = {
  readonly approvers: number;
  readonly isAlone: boolean;
  /** Who wrote and who published are not known any more, or never were: it came with the installation. */
  readonly isUnknown: boolean;
};

/** How a version was looked at. Tells no names: the page is open to all. */
export async function lookedAtBy(db: Reader, versionId: VersionId): Promise<LookedAt> {
  const { rows } = await sql<LookedAt>`
    select (select count(distinct r.reviewer_id)::int from knowledge_review r
        where r.version_id = v.id and r.verdict = 'approved' and r.reviewer_id is distinct from v.written_by) as approvers,
      (v.written_by is not null and v.written_by = v.published_by and not exists (
        select from knowledge_review r
        where r.version_id = v.id and r.verdict = 'approved' and r.reviewer_id is distinct from v.written_by))
        as "isAlone",
      (v.written_by is null or v.published_by is null) as "isUnknown"
    from knowledge_version v where v.id = ${versionId}`.execute(db);
  return rows[0] ?? { approvers: 0, isAlone: false, isUnknown: true };
}

/** Who wrote a version last. */
export async function writerOf(db: Reader, versionId: VersionId): Promise<PersonId | null> {
  const row = await db
    .selectFrom("knowledge_version")
    .where("id", "=", versionId)
    .select("written_by as id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export type ReviewerChoice = { readonly id: PersonId; readonly name: string };

/** Who may be asked to review for an organisation: those with a role there, above it or below it, and never the writer. */
export async function reviewersFor(
  db: Reader,
  organisationId: OrganisationId | null,
  writer: PersonId | null,
  today: Temporal.PlainDate,
): Promise<ReviewerChoice[]> {
  const { rows } = await sql<ReviewerChoice>`
    with recursive up(id, parent_id) as (
      select o.id, o.parent_id from organisation o where o.id = ${organisationId}::uuid
      union
      select o.id, o.parent_id from up join organisation o on o.id = up.parent_id),
    down(id) as (
      select ${organisationId}::uuid
      union
      select o.id from down join organisation o on o.parent_id = down.id)
    select p.id, p.name from person p
    where p.erased_at is null and p.merged_into is null and p.id is distinct from ${writer}::uuid and exists (
      select from role_assignment r
      where r.person_id = p.id and r.ended_at is null and ${validOn(today, "r")}
        and (r.organisation_id in (select id from up) or r.organisation_id in (select id from down)))
    order by p.name, p.id
    limit 200`.execute(db);
  return rows;
}
