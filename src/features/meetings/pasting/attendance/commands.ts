import { newId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import { sql } from "kysely";
import { organisationWritten } from "#features/organisations/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import type { ListedAttendee } from "#features/meetings/pasting/confirmed.ts";

/**
 * Writes down those who came as a person has confirmed them. Somebody who was said to be one of those who sit is that
 * person; a service-user representative who has not agreed to be named has no name; an organisation that is in no register
 * stays as it was written. (R170-R172)
 */
export async function insertAttendance(
  tx: Tx,
  meetingId: MeetingId,
  rows: readonly ListedAttendee[],
  at: Temporal.Instant,
): Promise<void> {
  const places = await placesOf(tx, rows);
  const bodies = await bodiesCalled(tx, rows);
  for (const row of rows) {
    const isNameless = row.role === "userRepresentative" && !row.isNameAgreed;
    if (row.name === null && row.personId === null && row.role !== "userRepresentative") continue;
    const represented = row.represents === null ? undefined : bodies.get(row.represents.toLocaleLowerCase("sv"));
    await tx
      .insertInto("attendance_at_meeting")
      .values({
        id: newId<"attendance_at_meeting">(),
        meeting_id: meetingId,
        body_id: row.bodyId,
        person_id: row.personId,
        name: row.personId === null && !isNameless ? row.name : null,
        role: row.role,
        ...(row.organisation === null ? {} : (places.get(row.organisation) ?? { organisation_name: row.organisation })),
        represents_body_id: represented ?? null,
        represents: represented ? null : row.represents,
        state: row.state,
        noted_at: at,
      })
      // Somebody who was said to be the same person in two rows of one list stands there once.
      .onConflict((conflict) =>
        conflict.columns(["meeting_id", "body_id", "person_id"]).where("person_id", "is not", null).doNothing(),
      )
      .execute();
  }
}

async function placesOf(tx: Tx, rows: readonly ListedAttendee[]) {
  const written = [...new Set(rows.flatMap(({ organisation }) => organisation ?? []))];
  const found = new Map<
    string,
    { organisation_id: NonNullable<Awaited<ReturnType<typeof organisationWritten>>>["id"] }
  >();
  for (const each of written) {
    const known = await organisationWritten(tx, each);
    if (known) found.set(each, { organisation_id: known.id });
  }
  return found;
}

async function bodiesCalled(tx: Tx, rows: readonly ListedAttendee[]) {
  const names = [...new Set(rows.flatMap(({ represents }) => represents?.toLocaleLowerCase("sv") ?? []))];
  if (names.length === 0) return new Map<string, never>();
  const found = await tx
    .selectFrom("body")
    .where(sql<boolean>`lower(name) = any(${names}::text[])`)
    .select(["id", "name"])
    .execute();
  return new Map(found.map(({ id, name }) => [name.toLocaleLowerCase("sv"), id]));
}
