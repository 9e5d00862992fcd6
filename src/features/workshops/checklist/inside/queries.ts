import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { ChecklistId, ChecklistQuestionId, ChecklistVersionId } from "#features/workshops/checklist/checklist.ts";
import { keepsAnyChecklists, mayKeepChecklists } from "#features/workshops/checklist/checklist-policy.ts";
import { readBy } from "#features/workshops/workshop/queries.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

/** What is known of a checklist. */
export type ChecklistFacts = {
  readonly id: ChecklistId;
  readonly slug: string;
  readonly title: string;
  readonly purpose: string | null;
  /** Who keeps it; null: it came with the installation. */
  readonly organisationId: OrganisationId | null;
  readonly organisation: string | null;
  readonly retiredAt: Temporal.Instant | null;
  readonly version: number;
};

/** A version in the list of a checklist's: published, with what was new in it, or being written. */
export type VersionLine = {
  readonly id: ChecklistVersionId;
  readonly versionNo: number;
  readonly note: string | null;
  readonly publishedAt: Temporal.Instant | null;
};

/** A version of another checklist, told by its name and number. */
export type OtherVersion = {
  readonly versionId: ChecklistVersionId;
  readonly versionNo: number;
  readonly slug: string;
  readonly title: string;
};

/** A checklist as somebody sees it: what is published, and to those who keep it also what is being written. */
export type ChecklistInside = {
  readonly checklist: ChecklistFacts;
  /** Published ones, the newest first. */
  readonly versions: readonly VersionLine[];
  readonly draft: VersionLine | null;
  readonly original: { readonly copied: OtherVersion; readonly newer: OtherVersion | null } | null;
  readonly can: { readonly keep: boolean; readonly copy: boolean };
};

/** In SQL what `mayKeepChecklists` says, for a query that has the checklist as `k`. */
export function keptChecklist(actor: Actor): RawBuilder<SqlBool> {
  const reaches = (["workshops:lead", "appraisals:write"] as const).flatMap((grant) => actor.reach.get(grant) ?? []);
  const everywhere = reaches.some((reach) => reach.everywhere);
  const organisations = reaches.flatMap((reach) => [...reach.organisations]);
  return sql<SqlBool>`(k.organisation_id is not null
    and (${everywhere}::boolean or k.organisation_id = any(${organisations}::uuid[])))`;
}

/**
 * A checklist by its address: for anybody once it has a published version, before that for those who keep it.
 *
 * @throws Refusal `not_found` for everybody else, and for a checklist that is not there.
 */
export async function checklistInside(db: Reader, actor: Actor, slug: string): Promise<ChecklistInside> {
  const row = await db
    .selectFrom("checklist as k")
    .leftJoin("organisation as o", "o.id", "k.organisation_id")
    .where("k.slug", "=", slug)
    .select(["k.id", "k.slug", "k.title", "k.purpose", "k.organisation_id as organisationId", "o.name as organisation"])
    .select(["k.retired_at as retiredAt", "k.version", "k.copied_from as copiedFrom"])
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", "checklist.no_such_checklist");
  const { copiedFrom, ...checklist } = row;
  const keeps = mayKeepChecklists(actor, checklist.organisationId);
  const all = await versionsOf(db, checklist.id);
  const versions = all.filter(({ publishedAt }) => publishedAt !== null);
  if (versions.length === 0 && !keeps) throw new Refusal("not_found", "checklist.no_such_checklist");
  return {
    checklist,
    versions,
    draft: (keeps && all.find(({ publishedAt }) => publishedAt === null)) || null,
    original: copiedFrom === null ? null : await originalOf(db, copiedFrom),
    can: { keep: keeps, copy: versions.length > 0 && keepsAnyChecklists(actor) },
  };
}

function versionsOf(db: Reader, id: ChecklistId): Promise<VersionLine[]> {
  return db
    .selectFrom("checklist_version")
    .where("checklist_id", "=", id)
    .orderBy("version_no", "desc")
    .select(["id", "version_no as versionNo", "note", "published_at as publishedAt"])
    .execute();
}

/** The version a checklist was copied from, and the original's newest one where that is newer. */
async function originalOf(db: Reader, copiedFrom: ChecklistVersionId) {
  const { rows } = await sql<OtherVersion & { readonly isCopied: boolean }>`
    select v.id as "versionId", v.version_no as "versionNo", k.slug, k.title, v.id = was.id as "isCopied"
    from checklist_version was
      join checklist k on k.id = was.checklist_id
      join checklist_version v on v.checklist_id = k.id and v.published_at is not null and v.version_no >= was.version_no
    where was.id = ${copiedFrom}
    order by v.version_no desc`.execute(db);
  const copied = rows.find(({ isCopied }) => isCopied);
  const [newest] = rows;
  return copied ? { copied, newer: newest && !newest.isCopied ? newest : null } : null;
}

/** How many appraisals use a checklist, and how many use copies of it. Those that were withdrawn do not count. */
export type Uses = { readonly own: number; readonly inCopies: number };

export async function usesOf(db: Reader, id: ChecklistId): Promise<Uses> {
  const { rows } = await sql<Uses>`
    with recursive copy(id) as (
      select k.id from checklist k join checklist_version v on v.id = k.copied_from where v.checklist_id = ${id}
      union
      select k.id from checklist k join checklist_version v on v.id = k.copied_from join copy on copy.id = v.checklist_id)
    select (count(*) filter (where v.checklist_id = ${id}))::int as own,
      (count(*) filter (where v.checklist_id in (select id from copy)))::int as "inCopies"
    from appraisal a join checklist_version v on v.id = a.checklist_version_id
    where a.state <> 'withdrawn'`.execute(db);
  return rows[0] ?? { own: 0, inCopies: 0 };
}

/** The bodies that made a checklist, which it is published to. */
export function bodiesOfChecklist(db: Reader, id: ChecklistId) {
  return db
    .selectFrom("checklist_body as kb")
    .innerJoin("body as b", "b.id", "kb.body_id")
    .where("kb.checklist_id", "=", id)
    .orderBy("b.name")
    .orderBy("b.id")
    .select(["b.id", "b.slug", "b.name"])
    .execute();
}

/** The workshop a checklist came of; its address only for those who may read what the room answered. */
export async function workshopOfChecklist(db: Reader, actor: Actor, id: ChecklistId, today: Temporal.PlainDate) {
  const row = await db
    .selectFrom("checklist as k")
    .innerJoin("workshop as w", "w.id", "k.workshop_id")
    .where("k.id", "=", id)
    .select(["w.id", "w.slug", "w.title", "w.held_on as heldOn", readBy(actor, today).as("isRead")])
    .executeTakeFirst();
  return row && { ...row, id: row.id as WorkshopId, isRead: Boolean(row.isRead) };
}

/** What somebody in the room said that came to a question, word for word. */
export type RoomsWords = {
  readonly questionId: ChecklistQuestionId;
  readonly text: string;
  readonly group: string | null;
};

/**
 * The room's own words behind each question of a version, with the groups unless the workshop was anonymous: for those who
 * may read what the room answered, and for nobody else. (R183, R209)
 */
export async function roomsWordsOf(
  db: Reader,
  actor: Actor,
  id: ChecklistVersionId,
  today: Temporal.PlainDate,
): Promise<RoomsWords[]> {
  const { rows } = await sql<RoomsWords>`
    select q.id as "questionId", a.text, case when w.is_anonymous then null else g.name end as "group"
    from checklist_question q
      join merged_answer m on m.merged_question_id = q.merged_question_id
      join workshop_answer a on a.id = m.answer_id
      join workshop w on w.id = a.workshop_id
      left join workshop_group g on g.id = a.group_id
    where q.version_id = ${id} and a.hidden_at is null and a.text is not null and ${readBy(actor, today)}
    order by q.position, a.answer_no`.execute(db);
  return rows;
}

/** The checklists that were made of a workshop, as far as somebody sees them. */
export function checklistsOfWorkshop(db: Reader, actor: Actor, id: WorkshopId) {
  return db
    .selectFrom("checklist as k")
    .where("k.workshop_id", "=", id)
    .where(sql<SqlBool>`(${keptChecklist(actor)} or ${isPublished})`)
    .orderBy("k.created_at")
    .select(["k.slug", "k.title"])
    .execute();
}

/** In SQL: whether the checklist `k` has a published version. */
export const isPublished = sql<SqlBool>`exists (
  select from checklist_version v where v.checklist_id = k.id and v.published_at is not null)`;
