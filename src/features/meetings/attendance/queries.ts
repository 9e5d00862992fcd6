import { type Expression, type RawBuilder, sql, type SqlBool } from "kysely";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import { foldName } from "#features/organisations/organisation-name.ts";
import type { AttendanceId, AttendanceRole, AttendanceState } from "#features/meetings/attendance/attendance.ts";
import {
  absentAmong,
  type AttendanceCounts,
  countAttendance,
  personKeys,
} from "#features/meetings/attendance/attendance-count.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { nameInMeeting } from "#features/meetings/body/queries.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";

/** Somebody in the list of those who came. `name` is null for a user representative who has not agreed to be named. */
export type AttendanceRow = {
  readonly id: AttendanceId;
  readonly personId: PersonId | null;
  readonly personKey: string;
  readonly name: string | null;
  readonly role: AttendanceRole;
  readonly organisation: string | null;
  /** Whether the organisation is in the register; where it is not, it stands as somebody wrote it. */
  readonly isOrganisationKnown: boolean;
  readonly municipalityId: OrganisationId | null;
  readonly municipalityCode: string | null;
  /** Another body or organisation they came for. */
  readonly represents: string | null;
  readonly substitutesFor: PersonId | null;
  readonly state: AttendanceState;
};

/** A municipality that is a member of a body, itself or by a part of it. */
export type MemberMunicipality = { readonly id: OrganisationId; readonly name: string; readonly code: string };

/** Those who came for one body; null for the others. */
export type AttendanceList = {
  readonly bodyId: BodyId | null;
  readonly rows: readonly AttendanceRow[];
  readonly counts: AttendanceCounts;
  /** "About 30", shown as such and added to nothing. */
  readonly approximate: number | null;
  /** People in seats that count for quorum. */
  readonly seated: number;
  readonly memberMunicipalities: readonly MemberMunicipality[];
  readonly absentMunicipalities: readonly MemberMunicipality[];
};

/** Who came to a meeting, body by body and together. */
export type Attendance = {
  readonly lists: readonly AttendanceList[];
  readonly counts: AttendanceCounts;
  /** Without the others: those who came for the bodies that met. */
  readonly countsInBodies: AttendanceCounts;
  /** Members of any body that met, from which nobody came for anything. */
  readonly absentMunicipalities: readonly MemberMunicipality[];
};

/** In SQL: the municipality an organisation is, or is a part of, as `column` of it. */
export function municipalityAbove(
  organisationId: Expression<unknown>,
  column: "id" | "municipality_code" | "short_name",
): RawBuilder<string | null> {
  return sql<string | null>`(
    with recursive up(id, parent_id, municipality_code, short_name, step) as (
      select id, parent_id, municipality_code, short_name, 0 from organisation where id = ${organisationId}
      union all
      select o.id, o.parent_id, o.municipality_code, o.short_name, up.step + 1
      from up join organisation o on o.id = up.parent_id)
    select ${sql.ref(column)} from up where municipality_code is not null order by step limit 1)`;
}

/** In SQL as `validOn`; where no day is known, what holds still. */
export function validThen(day: Temporal.PlainDate | null, table: string): RawBuilder<SqlBool> {
  return day === null ? sql<SqlBool>`${sql.ref(`${table}.valid_to`)} is null` : validOn(day, table);
}

/**
 * Who came to a meeting: a list for each body and one of the others, with rows, persons and municipalities counted
 * apart. Who was missing is read from who was a member on the meeting's day; of a meeting without a day, who is a
 * member still. (R168-R174)
 */
export async function attendanceOf(db: Reader, { meeting, bodies }: MeetingInside): Promise<Attendance> {
  const [found, grounds] = await Promise.all([rowsOf(db, meeting.id), groundsOf(db, meeting.id, meeting.day)]);
  const keys = personKeys(
    found.map(({ id, personId, writtenName, number, organisationId, writtenOrganisation }) => ({
      id,
      personId,
      writtenName,
      number,
      organisationKey: organisationId ?? foldName(writtenOrganisation ?? ""),
    })),
  );
  const rows = found.map(({ writtenName: _name, number: _number, organisationId, writtenOrganisation, ...row }) => ({
    ...row,
    personKey: keys.get(row.id) ?? row.id,
    organisation: row.organisation ?? writtenOrganisation,
    isOrganisationKnown: organisationId !== null || writtenOrganisation === null,
  }));
  const listOf = (bodyId: BodyId | null): AttendanceList => {
    const own = rows.filter((row) => row.bodyId === bodyId);
    const ground = grounds.find((each) => each.bodyId === bodyId);
    const memberMunicipalities = ground?.members ?? [];
    return {
      bodyId,
      rows: own,
      counts: countAttendance(own),
      approximate: ground?.approximate ?? null,
      seated: ground?.seated ?? 0,
      memberMunicipalities,
      absentMunicipalities: absentAmong(memberMunicipalities, own),
    };
  };
  const lists = [...bodies.map(({ id }) => listOf(id)), listOf(null)];
  const members = new Map(lists.flatMap((list) => list.memberMunicipalities.map((each) => [each.id, each])));
  return {
    lists,
    counts: countAttendance(rows),
    countsInBodies: countAttendance(rows.filter(({ bodyId }) => bodyId !== null)),
    absentMunicipalities: absentAmong([...members.values()], rows).toSorted((a, b) =>
      a.name.localeCompare(b.name, "sv"),
    ),
  };
}

async function rowsOf(db: Reader, meetingId: string) {
  const rows = await db
    .selectFrom("attendance_at_meeting as a")
    .leftJoin("person as p", "p.id", "a.person_id")
    .leftJoin("organisation as o", "o.id", "a.organisation_id")
    .leftJoin("body as rb", "rb.id", "a.represents_body_id")
    .where("a.meeting_id", "=", meetingId as never)
    .select([
      "a.id",
      "a.body_id as bodyId",
      "a.person_id as personId",
      "a.role",
      "a.state",
      "a.organisation_id as organisationId",
      "a.organisation_name as writtenOrganisation",
      "o.name as organisation",
      "a.substitutes_for as substitutesFor",
      // Only to tell people apart: never shown.
      sql<string | null>`coalesce(p.name, a.name)`.as("writtenName"),
      "a.number",
      sql<string | null>`coalesce(rb.name, a.represents)`.as("represents"),
      shownName.as("name"),
      municipalityAbove(sql.ref("a.organisation_id"), "id").as("municipalityId"),
      municipalityAbove(sql.ref("a.organisation_id"), "municipality_code").as("municipalityCode"),
    ])
    .orderBy(sql`${shownName} collate swedish nulls last`)
    .orderBy("a.id")
    .execute();
  return rows.map((row) => ({ ...row, municipalityId: row.municipalityId as OrganisationId | null }));
}

/**
 * The name as it may be shown: a user representative's only when they have agreed to it. Without an entry in the
 * register there is a name only where whoever wrote it down has said that it was agreed.
 */
const shownName = sql<string | null>`case
  when a.person_id is null then a.name
  when a.role = 'userRepresentative' and not exists (
    select from body_seat_holding h where h.person_id = a.person_id and h.name_agreed_at is not null) then null
  else ${nameInMeeting(sql.ref("a.meeting_id"))} end`;

/** What each body that meets is held against: its members, its seats, and a count that somebody guessed. */
async function groundsOf(db: Reader, meetingId: string, day: Temporal.PlainDate | null) {
  const { rows } = await sql<{
    bodyId: BodyId;
    approximate: number | null;
    seated: number;
    members: MemberMunicipality[];
  }>`
    select mb.body_id as "bodyId", mb.approximate_count as approximate,
      (select count(*)::int from body_seat s where s.body_id = mb.body_id and s.kind <> 'adjoined' and exists (
        select from body_seat_holding h
        where h.seat_id = s.id and not h.is_substitute and ${validThen(day, "h")})) as seated,
      ${memberMunicipalities(sql.ref("mb.body_id"), day)} as members
    from meeting_body mb where mb.meeting_id = ${meetingId}::uuid`.execute(db);
  return rows;
}

/** In SQL: the municipalities that are members of a body on a day, as a list of `MemberMunicipality` by name. */
export function memberMunicipalities(
  bodyId: Expression<unknown>,
  day: Temporal.PlainDate | null,
): RawBuilder<MemberMunicipality[]> {
  return sql<MemberMunicipality[]>`coalesce((
    select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.short_name, 'code', o.municipality_code)
      order by o.short_name)
    from organisation o where o.id in (
      select ${municipalityAbove(sql.ref("bm.organisation_id"), "id")}
      from body_member bm where bm.body_id = ${bodyId} and ${validThen(day, "bm")})), '[]'::jsonb)`;
}
