import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { keptChecklist } from "#features/workshops/checklist/inside/queries.ts";
import { facetsOf, idsOf, type KnownDocument, madeOf, written } from "#features/knowledge/search/found.ts";
import type { ShownThing, Sort } from "#features/knowledge/search/kinds/queries.ts";

/** Checklists in their newest published version, for anybody who is signed in; what is being written, for those who keep it. */
export const checklists: Sort = {
  sorts: ["checklist", "checklistDraft"],
  changedBy: {
    checklist: (ids) => sql<SqlBool>`k.id = any(${[...ids]}::uuid[])`,
    checklistVersion: (ids) => sql<SqlBool>`k.id in (
      select w.checklist_id from checklist_version w where w.id = any(${[...ids]}::uuid[]))`,
  },
  all: async (db) => (await db.selectFrom("checklist").orderBy("id").select("id").execute()).map(({ id }) => id),
  documents,
  asked: (actor) => sql<{ id: string }>`
    select 'checklistDraft:' || k.id as id from checklist k where ${keptChecklist(actor)}
      and exists (select from checklist_version v where v.checklist_id = k.id and v.published_at is null)`,
  shown,
};

/** In SQL: the newest published version of each checklist, and the one being written. */
const readVersions = sql`(
  select distinct on (w.checklist_id, w.published_at is null) w.* from checklist_version w
  order by w.checklist_id, w.published_at is null, w.version_no desc)`;

async function documents(db: Reader, where: RawBuilder<SqlBool>): Promise<KnownDocument[]> {
  const { rows } = await sql<{
    id: string;
    versionIds: string[];
    isOut: boolean;
    title: string;
    purpose: string | null;
    note: string | null;
    questions: string | null;
    year: number | null;
  }>`
    select k.id, v.published_at is not null as "isOut", k.title, k.purpose, v.note,
      extract(year from v.published_at at time zone 'Europe/Stockholm')::int as year,
      array(select w.id::text from checklist_version w where w.checklist_id = k.id) as "versionIds",
      (select string_agg(concat_ws(' ', q.text, q.help), E'\n' order by q.position) from checklist_question q
        where q.version_id = v.id) as questions
    from checklist k join ${readVersions} v on v.checklist_id = k.id
    where ${where}`.execute(db);
  return rows.map(({ id, versionIds, isOut, title, purpose, note, questions, year }) => ({
    id: `${isOut ? "checklist" : "checklistDraft"}:${id}`,
    fields: { title, summary: written(purpose), body: written(questions, note) },
    facets: facetsOf("checklist", { year: [year] }),
    readers: isOut ? "signedIn" : "asked",
    madeOf: [...madeOf("checklist", [id]), ...madeOf("checklistVersion", versionIds)],
  }));
}

async function shown(
  db: Reader,
  actor: Actor,
  _today: Temporal.PlainDate,
  documentIds: readonly string[],
): Promise<ShownThing[]> {
  if (actor.personId === undefined) return [];
  const [out, drafts] = [idsOf("checklist", documentIds), idsOf("checklistDraft", documentIds)];
  const { rows } = await sql<{
    id: string;
    isOut: boolean;
    title: string;
    slug: string;
    whose: string | null;
    isRetired: boolean;
    year: number | null;
  }>`
    select k.id, v.published_at is not null as "isOut", k.title, k.slug, o.name as whose,
      k.retired_at is not null as "isRetired",
      extract(year from v.published_at at time zone 'Europe/Stockholm')::int as year
    from checklist k join ${readVersions} v on v.checklist_id = k.id left join organisation o on o.id = k.organisation_id
    where case when v.published_at is not null then k.id = any(${out}::uuid[])
      else k.id = any(${drafts}::uuid[]) and ${keptChecklist(actor)} end`.execute(db);
  return rows.map(({ id, isOut, title, slug, whose, isRetired, year }) => ({
    id: `${isOut ? "checklist" : "checklistDraft"}:${id}`,
    kind: "checklist",
    title,
    whose,
    year,
    href: isOut ? `/checklista/${slug}` : `/checklista/${slug}/utkast`,
    standing: isRetired ? "retired" : isOut ? null : "draft",
    day: null,
  }));
}
