import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import type { RepresentationId } from "#features/meetings/representation/representation.ts";

/** Told at home at least this often: twice a year. */
const monthsBetween = 6;

/** Where somebody represents others and has not told at home for half a year. */
export type ReportToWrite = {
  readonly id: RepresentationId;
  readonly place: string;
  readonly organisation: string;
  /** The day of what was told last. Null: nothing has been told. */
  readonly reportedOn: Temporal.PlainDate | null;
};

/** What whoever asks represents others in today and has told nothing of for half a year, the longest silent first. (R156) */
export async function reportsToWrite(db: Reader, actor: Actor, today: Temporal.PlainDate): Promise<ReportToWrite[]> {
  if (!actor.personId) return [];
  const since = today.subtract({ months: monthsBetween });
  const { rows } = await sql<ReportToWrite>`
    select r.id, coalesce(b.name, r.place) as place, o.name as organisation, told.day as "reportedOn"
    from representation r join organisation o on o.id = r.organisation_id left join body b on b.id = r.body_id
    left join lateral (select max(t.day) as day from representation_report t where t.representation_id = r.id) told on true
    where r.person_id = ${actor.personId} and ${validOn(today, "r")} and coalesce(told.day, r.valid_from) <= ${since}::date
    order by coalesce(told.day, r.valid_from), r.id
    limit 20`.execute(db);
  return rows;
}
