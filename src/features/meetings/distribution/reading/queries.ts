import { sql, type SqlBool } from "kysely";
import { nobody } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import { type Attendance, attendanceOf } from "#features/meetings/attendance/queries.ts";
import { countAttendance } from "#features/meetings/attendance/attendance-count.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { hiddenNamesIn } from "#features/meetings/body/queries.ts";
import { MinutesReceiverId, readingLink } from "#features/meetings/distribution/distribution.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { meetingAsSeen, type MeetingInside } from "#features/meetings/meeting/queries.ts";
import { mayReadPart } from "#features/meetings/minutes/minutes-policy.ts";
import type { MinutesPart, MinutesPartId } from "#features/meetings/minutes/minutes.ts";
import { partsBegun, partsWithItems, standingsOf } from "#features/meetings/minutes/queries.ts";

/** A paper of a meeting. */
export type PaperRead = Awaited<ReturnType<typeof papersOf>>[number];

/** Final minutes as somebody reads them: the parts that are theirs, who came, and the papers that go with them. */
export type MinutesRead = MeetingInside & {
  /** The organisation that keeps the meeting, and so gives them out. */
  readonly organiser: string;
  readonly parts: readonly MinutesPart[];
  readonly attendance: Attendance;
  readonly papers: readonly PaperRead[];
  /** Names that are not to be seen in any text: of user representatives who have not agreed to it. */
  readonly hidden: readonly string[];
};

/** What somebody inside a meeting reads of its final minutes; nothing as long as none of their parts is final. */
export async function readInside(db: Reader, inside: MeetingInside): Promise<MinutesRead | undefined> {
  const begun = await partsBegun(db, inside);
  const theirs = begun.filter(
    ({ bodyId, state }) => state === "final" && mayReadPart(standingsOf(inside, bodyId), "final"),
  );
  return readParts(
    db,
    inside,
    theirs.map(({ id }) => id),
  );
}

/** Some final parts of a meeting with all that goes with them. The caller has asked whose they are. */
export async function readParts(
  db: Reader,
  inside: MeetingInside,
  partIds: readonly MinutesPartId[],
): Promise<MinutesRead | undefined> {
  if (partIds.length === 0) return undefined;
  const { meeting } = inside;
  const [written, attendance, papers, hidden, { organiser }] = await Promise.all([
    partsWithItems(db, meeting.id, partIds),
    attendanceOf(db, inside),
    papersOf(db, meeting.id),
    hiddenNamesIn(db, sql`(select body_id from meeting_body where meeting_id = ${meeting.id})`),
    db
      .selectFrom("organisation")
      .where("id", "=", meeting.organisationId)
      .select("name as organiser")
      .executeTakeFirstOrThrow(),
  ]);
  // Asked once more here: what is not final is read nowhere but where it is written.
  const parts = written.filter(({ state }) => state === "final");
  if (parts.length === 0) return undefined;
  const bodyIds = parts.map(({ bodyId }) => bodyId);
  return {
    ...inside,
    organiser,
    parts,
    attendance: attendanceFor(attendance, bodyIds),
    papers: papers.filter(({ bodyId }) => bodyId === null || bodyIds.includes(bodyId)),
    hidden,
  };
}

/** Who came, as far as it goes with some parts: with the common part all of it, else only the lists of those bodies. */
function attendanceFor(attendance: Attendance, bodyIds: readonly (BodyId | null)[]): Attendance {
  if (bodyIds.includes(null)) return attendance;
  const lists = attendance.lists.filter(({ bodyId }) => bodyId !== null && bodyIds.includes(bodyId));
  const counts = countAttendance(lists.flatMap(({ rows }) => rows));
  return {
    lists,
    counts,
    countsInBodies: counts,
    absentMunicipalities: lists.length === 1 ? (lists[0]?.absentMunicipalities ?? []) : [],
  };
}

async function papersOf(db: Reader, meetingId: MeetingId) {
  return db
    .selectFrom("meeting_paper as q")
    .leftJoin("agenda_item as i", "i.id", "q.item_id")
    .where("q.meeting_id", "=", meetingId)
    .orderBy("q.is_plain", "desc")
    .orderBy("q.added_at")
    .orderBy("q.id")
    .select(["q.id", "q.body_id as bodyId", "q.title", "q.link", "q.file", "q.file_name as fileName"])
    .select(["q.is_plain as isPlain", "i.title as itemTitle"])
    .execute();
}

/** What stands behind somebody's own link: what they have been sent, or why there is nothing any more. */
export type ByLink =
  | { readonly state: "open"; readonly receiverId: MinutesReceiverId; readonly read: MinutesRead }
  | { readonly state: "expired"; readonly receiverId: MinutesReceiverId; readonly title: string }
  | { readonly state: "unknown" };

/**
 * What somebody without an account reads by the link they were mailed: the parts they have been sent, with what has been
 * added to them. A link that has grown old can be renewed by whoever holds it, and goes to the same address; one that was
 * taken back is not there.
 */
export async function readByLink(db: Reader, token: string, now: Temporal.Instant): Promise<ByLink> {
  const link = await readLink(db, readingLink.purpose, token, now);
  const receiverId = MinutesReceiverId.safeParse(link?.subject).data;
  const receiver =
    receiverId &&
    (await db
      .selectFrom("minutes_receiver as r")
      .innerJoin("meeting as m", "m.id", "r.meeting_id")
      .where("r.id", "=", receiverId)
      .where("r.removed_at", "is", null)
      .where("r.email", "is not", null)
      .select(["m.id as meetingId", "m.title"])
      .select(
        sql<MinutesPartId[]>`array(select s.part_id from minutes_sent_part s where s.receiver_id = r.id)`.as("partIds"),
      )
      .executeTakeFirst());
  if (!link || !receiverId || !receiver) return { state: "unknown" };
  if (link.state !== "open") return { state: "expired", receiverId, title: receiver.title };
  const read = await readAs(db, receiver.meetingId, receiver.partIds, dateIn(now));
  return read ? { state: "open", receiverId, read } : { state: "unknown" };
}

/** Some final parts of a meeting, for somebody who sits in none of its bodies and was sent them. */
export async function readAs(
  db: Reader,
  meetingId: MeetingId,
  partIds: readonly MinutesPartId[],
  today: Temporal.PlainDate,
): Promise<MinutesRead | undefined> {
  const seen = await meetingAsSeen(db, nobody, sql<SqlBool>`id = ${meetingId}::uuid`, today);
  return seen && readParts(db, seen, partIds);
}

/** As `readByLink`, for a file behind it; refuses what is not there. */
export async function mustReadByLink(db: Reader, token: string, now: Temporal.Instant): Promise<MinutesRead> {
  const found = await readByLink(db, token, now);
  if (found.state !== "open") throw new Refusal("not_found", "distribution.no_such_link");
  return found.read;
}
