import { sql } from "kysely";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type {
  ChecklistId,
  ChecklistQuestionId,
  ChecklistVersionId,
  KnownFact,
} from "#features/workshops/checklist/checklist.ts";
import type { Dimension } from "#features/workshops/checklist/dimensions.ts";

/** A question of a checklist, as it stands in one version. */
export type ChecklistQuestion = {
  readonly id: ChecklistQuestionId;
  /** The same question through versions and copies. */
  readonly lineage: string;
  readonly text: string;
  readonly help: string | null;
  readonly dimension: Dimension | null;
  /** What the platform knows that answers it, wholly or in part. */
  readonly answeredBy: KnownFact | null;
  /** One of the short form's. */
  readonly isShort: boolean;
  /** Not from the room that made the checklist. */
  readonly isAddition: boolean;
};

/** One version of a checklist with its questions in order. */
export type ChecklistVersion = {
  readonly id: ChecklistVersionId;
  readonly versionNo: number;
  /** Null: it is being written. */
  readonly publishedAt: Temporal.Instant | null;
  readonly note: string | null;
  readonly checklist: { readonly id: ChecklistId; readonly slug: string; readonly title: string };
  readonly questions: readonly ChecklistQuestion[];
};

/**
 * A version of a checklist, as an appraisal that began with it holds on to it: published, it never changes.
 *
 * @throws Refusal `not_found` for a version that is not there.
 */
export async function checklistVersion(db: Reader, id: ChecklistVersionId): Promise<ChecklistVersion> {
  const version = await db
    .selectFrom("checklist_version as v")
    .innerJoin("checklist as k", "k.id", "v.checklist_id")
    .where("v.id", "=", id)
    .select(["v.id", "v.version_no as versionNo", "v.published_at as publishedAt", "v.note"])
    .select(["k.id as checklistId", "k.slug", "k.title"])
    .executeTakeFirst();
  if (!version) throw new Refusal("not_found", "checklist.no_such_version");
  const { checklistId, slug, title, ...rest } = version;
  return { ...rest, checklist: { id: checklistId, slug, title }, questions: await questionsOf(db, id) };
}

/** The questions of a version, in order. */
export function questionsOf(db: Reader, id: ChecklistVersionId): Promise<ChecklistQuestion[]> {
  return db
    .selectFrom("checklist_question")
    .where("version_id", "=", id)
    .orderBy("position")
    .select(["id", "lineage", "text", "help", "dimension", "answered_by as answeredBy"])
    .select(["is_short as isShort", "is_addition as isAddition"])
    .execute();
}

/** A checklist that can be used, in its newest published version. */
export type PublishedChecklist = {
  readonly id: ChecklistId;
  readonly slug: string;
  readonly title: string;
  /** Who keeps it; null: it came with the installation. */
  readonly organisation: string | null;
  readonly versionId: ChecklistVersionId;
  readonly versionNo: number;
  readonly publishedAt: Temporal.Instant;
  readonly questions: number;
  readonly short: number;
};

/** The checklists anybody may appraise with: each in its newest published version, the installation's own first. */
export async function publishedChecklists(db: Reader): Promise<PublishedChecklist[]> {
  const { rows } = await sql<PublishedChecklist>`
    select k.id, k.slug, k.title, o.name as organisation, v.id as "versionId", v.version_no as "versionNo",
      v.published_at as "publishedAt", n.questions, n.short
    from checklist k
      join lateral (select * from checklist_version v
        where v.checklist_id = k.id and v.published_at is not null order by v.version_no desc limit 1) v on true
      join lateral (select count(*)::int as questions, (count(*) filter (where is_short))::int as short
        from checklist_question q where q.version_id = v.id) n on true
      left join organisation o on o.id = k.organisation_id
    where k.retired_at is null
    order by k.organisation_id is not null, k.title collate swedish, k.id`.execute(db);
  return rows;
}
