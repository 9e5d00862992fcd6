import { sql } from "kysely";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import { municipalityAbove } from "#features/meetings/attendance/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";

/** A member municipality and how often somebody from it has come to the meetings of a body during a year. */
export type MunicipalityPresence = {
  readonly id: OrganisationId;
  readonly name: string;
  /** How many of the meetings somebody came to. */
  readonly meetings: number;
  /** The last day somebody came, ever. */
  readonly lastDay: Temporal.PlainDate | null;
  /** Set when it has been a member for a shorter time than the year. */
  readonly memberSince: Temporal.PlainDate | null;
};

/** The year that is looked at, its meetings with a list, and the members by name. */
export type PresenceOverYear = {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly meetings: number;
  readonly municipalities: readonly MunicipalityPresence[];
};

/**
 * How often each member municipality of a body has come to its meetings during the last 12 months, joint ones among
 * them; those with none have not been there at all. Only meetings where somebody was noted in the body's own list are
 * counted: where nobody wrote a list, nobody can be said to have stayed away. (R173; measure in 6.6)
 */
export async function presenceOverYear(
  db: Reader,
  bodyId: BodyId,
  today: Temporal.PlainDate,
): Promise<PresenceOverYear> {
  const from = today.subtract({ years: 1 });
  const { rows } = await sql<{
    id: OrganisationId;
    name: string;
    meetings: number;
    lastDay: Temporal.PlainDate | null;
    memberSince: Temporal.PlainDate | null;
    held: number;
  }>`
    with came as materialized (
      select m.id as meeting_id, m.day, ${municipalityAbove(sql.ref("a.organisation_id"), "id")} as municipality_id
      from attendance_at_meeting a join meeting m on m.id = a.meeting_id
      where a.body_id = ${bodyId} and a.state <> 'excused' and m.state <> 'calledOff' and m.day <= ${today}::date),
    members as (
      select municipality_id, min(since) as since from (
        select ${municipalityAbove(sql.ref("bm.organisation_id"), "id")} as municipality_id,
          coalesce(bm.valid_from, '-infinity'::date) as since
        from body_member bm where bm.body_id = ${bodyId} and ${validOn(today, "bm")}) each
      where municipality_id is not null group by municipality_id)
    select o.id, o.short_name as name,
      (select count(distinct c.meeting_id)::int from came c
        where c.municipality_id = o.id and c.day > ${from}::date) as meetings,
      (select max(c.day) from came c where c.municipality_id = o.id) as "lastDay",
      case when s.since > ${from}::date then s.since end as "memberSince",
      (select count(distinct c.meeting_id)::int from came c where c.day > ${from}::date) as held
    from members s join organisation o on o.id = s.municipality_id
    order by o.short_name`.execute(db);
  return {
    from,
    to: today,
    meetings: rows[0]?.held ?? 0,
    municipalities: rows.map(({ held: _held, ...municipality }) => municipality),
  };
}
