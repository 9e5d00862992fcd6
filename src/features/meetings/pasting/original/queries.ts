import type { Reader } from "#platform/database/database.ts";
import { sitsIn } from "#features/meetings/body/body-policy.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";

/**
 * The text a meeting's minutes were pasted from, for those who sit in every body that met: it holds what was written in
 * each of them, so that nobody reads another body's working notes by way of it. Nothing for anybody else.
 */
export async function originalOf(db: Reader, inside: MeetingInside) {
  return theirs(db, inside)?.select(["text", "file_name as fileName"]).executeTakeFirst();
}

/** Whether there is such a text for somebody, without reading it: it may be long. */
export async function hasOriginal(db: Reader, inside: MeetingInside): Promise<boolean> {
  return (await theirs(db, inside)?.select("id").executeTakeFirst()) !== undefined;
}

function theirs(db: Reader, { meeting, bodies }: MeetingInside) {
  if (!bodies.every(({ standing }) => sitsIn(standing))) return undefined;
  return db.selectFrom("pasted_minutes").where("meeting_id", "=", meeting.id);
}
