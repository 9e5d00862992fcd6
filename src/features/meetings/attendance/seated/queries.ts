import { sql } from "kysely";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import type { AttendanceRole } from "#features/meetings/attendance/attendance.ts";
import { roleOfSeat } from "#features/meetings/attendance/marking.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { nameInMeeting } from "#features/meetings/body/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import type { MeetingFacts } from "#features/meetings/meeting/queries.ts";

/** Somebody who sits in a body on the meeting's day, as ordinary or as a substitute. */
export type Seated = {
  readonly bodyId: BodyId;
  readonly personId: PersonId;
  readonly name: string | null;
  readonly role: AttendanceRole;
  readonly function: string;
  readonly organisationId: OrganisationId | null;
  readonly organisation: string | null;
  /** For a substitute: whose seat it is. */
  readonly substitutesFor: PersonId | null;
  readonly substitutesForName: string | null;
};

/**
 * Who sits in the bodies that meet on the day they meet: what the list of those who came begins with. Somebody with
 * two seats in one body stands once there, by their own seat before one they are a substitute for.
 */
export async function seatedAt(
  db: Reader,
  { id, day }: Pick<MeetingFacts, "id" | "day">,
  today: Temporal.PlainDate,
): Promise<Seated[]> {
  const on = day ?? today;
  const rows = await seatsOf(db, id, on).execute();
  return rows.map(({ kind, isSubstitute, ...row }) => ({
    ...row,
    role: roleOfSeat(kind, isSubstitute),
  }));
}

function seatsOf(db: Reader, meetingId: MeetingId, on: Temporal.PlainDate) {
  return db
    .selectFrom("meeting_body as mb")
    .innerJoin("body_seat as s", "s.body_id", "mb.body_id")
    .innerJoin("body_seat_holding as h", "h.seat_id", "s.id")
    .innerJoin("person as p", "p.id", "h.person_id")
    .leftJoin("organisation as o", "o.id", "s.organisation_id")
    .leftJoin("body_seat_holding as oh", (join) =>
      join
        .onRef("oh.seat_id", "=", "s.id")
        .on("h.is_substitute", "=", true)
        .on("oh.is_substitute", "=", false)
        .on(validOn(on, "oh")),
    )
    .where("mb.meeting_id", "=", meetingId)
    .where(validOn(on, "h"))
    .where((eb) => eb.or([eb("s.ended_on", "is", null), eb("s.ended_on", ">=", on)]))
    .distinctOn(["mb.position", "mb.body_id", "h.person_id"])
    .orderBy("mb.position")
    .orderBy("mb.body_id")
    .orderBy("h.person_id")
    .orderBy("h.is_substitute")
    .orderBy("s.position")
    .select([
      "mb.body_id as bodyId",
      "h.person_id as personId",
      nameInMeeting(sql.ref("mb.meeting_id")).as("name"),
      "s.kind",
      "h.is_substitute as isSubstitute",
      "s.function",
      "s.organisation_id as organisationId",
      "o.name as organisation",
      "oh.person_id as substitutesFor",
    ])
    .select((eb) =>
      eb
        .selectFrom("person as p")
        .whereRef("p.id", "=", "oh.person_id")
        .select(nameInMeeting(sql.ref("mb.meeting_id")).as("name"))
        .as("substitutesForName"),
    )
    .select("s.position as seatPosition");
}
