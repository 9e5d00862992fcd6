import { sql, type SqlBool } from "kysely";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { FileKey } from "#platform/files/files.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { PaperId, typeOfPaper } from "#features/meetings/paper/paper.ts";

/** A paper of a meeting. */
export type Paper = Awaited<ReturnType<typeof papersOf>>[number];

/** The papers of a meeting, in the order they came: those for all first, and then body by body. */
export function papersOf(db: Reader, meetingId: MeetingId) {
  return db
    .selectFrom("meeting_paper as q")
    .leftJoin("meeting_body as b", (join) =>
      join.onRef("b.meeting_id", "=", "q.meeting_id").onRef("b.body_id", "=", "q.body_id"),
    )
    .leftJoin("agenda_item as i", "i.id", "q.item_id")
    .where("q.meeting_id", "=", meetingId)
    .orderBy(sql`b.position nulls first`)
    .orderBy("q.added_at")
    .orderBy("q.id")
    .select(["q.id", "q.body_id as bodyId", "q.title", "q.link", "q.file_name as fileName", "q.is_plain as isPlain"])
    .select(["q.item_id as itemId", "i.title as itemTitle"])
    .execute();
}

/**
 * Where the file of a paper of a meeting lies, for somebody inside the meeting.
 *
 * @throws Refusal `not_found` for a paper of another meeting, and for a link.
 */
export async function paperFile(db: Reader, meetingId: MeetingId, id: string) {
  const known = PaperId.safeParse(id).data;
  const row =
    known &&
    (await db
      .selectFrom("meeting_paper")
      .where("id", "=", known)
      .where("meeting_id", "=", meetingId)
      .select(["file", "file_name as name"])
      .executeTakeFirst());
  if (!row?.file || !row.name) throw new Refusal("not_found", "paper.no_such_paper");
  return { key: row.file as FileKey, name: row.name, type: typeOfPaper(row.name) };
}

/**
 * The bodies of a meeting that have a seat for a service-user representative and no paper in plain language, of their own
 * or for all.
 */
export function bodiesWithoutPlainPaper(db: Reader, meetingId: MeetingId) {
  return db
    .selectFrom("meeting_body as m")
    .innerJoin("body as b", "b.id", "m.body_id")
    .where("m.meeting_id", "=", meetingId)
    .where(lacksPlainPaper)
    .orderBy("m.position")
    .select(["b.id", "b.name"])
    .execute();
}

/** In SQL: the body of the row `m` of a meeting has a user's seat, and nothing in plain language to read before it. */
export const lacksPlainPaper = sql<SqlBool>`(
  exists (select from body_seat s
    where s.body_id = m.body_id and s.kind = 'userRepresentative' and s.ended_on is null)
  and not exists (select from meeting_paper q
    where q.meeting_id = m.meeting_id and q.is_plain and (q.body_id is null or q.body_id = m.body_id)))`;
