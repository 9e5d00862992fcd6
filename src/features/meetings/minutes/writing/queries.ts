import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import type { MinutesItemId } from "#features/meetings/minutes/minutes.ts";
import { shownInMeeting } from "#features/meetings/minutes/queries.ts";

/** The texts of an item besides the one that stands there: those that wait to be compared first, then the newest. */
export async function otherTextsOf(db: Reader, meetingId: MeetingId, itemId: MinutesItemId) {
  const [rows, people] = await Promise.all([
    db
      .selectFrom("minutes_other_text as z")
      .where("z.item_id", "=", itemId)
      .orderBy(sql`z.settled_at is not null`)
      .orderBy("z.written_at", "desc")
      .select(["z.id", "z.body", "z.written_by as writtenBy", "z.written_at as writtenAt", "z.settled_at as settledAt"])
      .execute(),
    shownInMeeting(db, meetingId, sql`(select written_by from minutes_other_text where item_id = ${itemId})`),
  ]);
  return rows.map(({ writtenBy, settledAt, ...row }) => ({
    ...row,
    name: (writtenBy && people.get(writtenBy)?.name) ?? null,
    isSettled: settledAt !== null,
  }));
}

/** What somebody is called in a meeting. */
export async function nameShown(db: Reader, meetingId: MeetingId, personId: PersonId): Promise<string | null> {
  return (await shownInMeeting(db, meetingId, sql`(select ${personId}::uuid)`)).get(personId)?.name ?? null;
}
