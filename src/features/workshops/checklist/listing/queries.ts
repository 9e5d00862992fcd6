import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import type { ChecklistId } from "#features/workshops/checklist/checklist.ts";
import { isPublished, keptChecklist } from "#features/workshops/checklist/inside/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";

/** A checklist in a list. */
export type ChecklistLine = {
  readonly id: ChecklistId;
  readonly slug: string;
  readonly title: string;
  readonly organisation: string | null;
  /** The newest published version; null: none is. */
  readonly versionNo: number | null;
  readonly publishedAt: Temporal.Instant | null;
  readonly questions: number;
  /** How many appraisals use it. */
  readonly uses: number;
  readonly hasDraft: boolean;
  readonly isRetired: boolean;
};

/**
 * The checklists somebody sees: all that are published, and what is being written where they keep it. The installation's own
 * comes first, those that are no longer used last.
 */
export async function checklistsListed(db: Reader, actor: Actor): Promise<ChecklistLine[]> {
  const { rows } = await sql<ChecklistLine>`
    select k.id, k.slug, k.title, o.name as organisation, v.version_no as "versionNo", v.published_at as "publishedAt",
      (select count(*)::int from checklist_question q where q.version_id = coalesce(v.id, d.id)) as questions,
      (select count(*)::int from appraisal a join checklist_version u on u.id = a.checklist_version_id
        where u.checklist_id = k.id and a.state <> 'withdrawn') as uses,
      (d.id is not null and ${keptChecklist(actor)}) as "hasDraft", k.retired_at is not null as "isRetired"
    from checklist k
      left join organisation o on o.id = k.organisation_id
      left join lateral (select * from checklist_version v
        where v.checklist_id = k.id and v.published_at is not null order by v.version_no desc limit 1) v on true
      left join checklist_version d on d.checklist_id = k.id and d.published_at is null
    where ${keptChecklist(actor)} or ${isPublished}
    order by k.retired_at is not null, k.organisation_id is not null, k.title collate swedish, k.id`.execute(db);
  return rows;
}

/** The checklists that a body made and that are in use, the latest published first. */
export async function checklistsOfBody(db: Reader, bodyId: BodyId) {
  const { rows } = await sql<{ slug: string; title: string; versionNo: number; publishedAt: Temporal.Instant }>`
    select k.slug, k.title, v.version_no as "versionNo", v.published_at as "publishedAt"
    from checklist_body kb
      join checklist k on k.id = kb.checklist_id
      join lateral (select * from checklist_version v
        where v.checklist_id = k.id and v.published_at is not null order by v.version_no desc limit 1) v on true
    where kb.body_id = ${bodyId} and k.retired_at is null
    order by v.published_at desc, k.id`.execute(db);
  return rows;
}
