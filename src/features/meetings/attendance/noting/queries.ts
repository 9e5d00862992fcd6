import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { mayNoteAttendance } from "#features/meetings/attendance/attendance-policy.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { type MeetingInside, meetingInside } from "#features/meetings/meeting/queries.ts";

/** Whether somebody may note who was at a meeting they are inside of: they run one of its bodies, or take its notes. */
export async function notesAttendance(db: Reader, actor: Actor, { meeting, bodies }: MeetingInside): Promise<boolean> {
  const standings = bodies.map(({ standing }) => standing);
  if (mayNoteAttendance(standings, false)) return true;
  const taking = await db
    .selectFrom("minutes_note_taker as n")
    .innerJoin("minutes_part as m", "m.id", "n.part_id")
    .where("m.meeting_id", "=", meeting.id)
    .where(sql<boolean>`n.person_id = ${actor.personId ?? null}::uuid`)
    .select("n.part_id")
    .executeTakeFirst();
  return mayNoteAttendance(standings, taking !== undefined);
}

/** A meeting by its address, for somebody who may note who was there; refuses everybody else. */
export async function insideToNote(
  db: Reader,
  actor: Actor,
  slug: string,
  today: Temporal.PlainDate,
): Promise<MeetingInside> {
  const inside = await meetingInside(db, actor, slug, today);
  if (!(await notesAttendance(db, actor, inside))) throw new Refusal("forbidden", "presence.not_yours");
  return inside;
}

type From = { readonly organisation_id: OrganisationId | null; readonly organisation_name: string | null };

/** Whether a name from an organisation stands in a list already, however its letters are written. */
export async function writtenTwice(
  db: Reader,
  meetingId: MeetingId,
  bodyId: BodyId | null,
  name: string,
  { organisation_id, organisation_name }: From,
): Promise<boolean> {
  const row = await db
    .selectFrom("attendance_at_meeting as a")
    .leftJoin("person as p", "p.id", "a.person_id")
    .where("a.meeting_id", "=", meetingId)
    .where(sql<boolean>`a.body_id is not distinct from ${bodyId}::uuid`)
    .where(sql<boolean>`lower(coalesce(p.name, a.name)) = ${name.toLocaleLowerCase("sv")}`)
    .where(sql<boolean>`a.organisation_id is not distinct from ${organisation_id}::uuid`)
    .where(
      sql<boolean>`lower(a.organisation_name) is not distinct from ${organisation_name?.toLocaleLowerCase("sv") ?? null}::text`,
    )
    .select("a.id")
    .executeTakeFirst();
  return row !== undefined;
}
