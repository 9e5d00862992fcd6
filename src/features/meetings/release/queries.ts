import { type RawBuilder, sql, type SqlBool } from "kysely";
import { type Actor, nobody } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { readParts } from "#features/meetings/distribution/reading/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { meetingAsSeen } from "#features/meetings/meeting/queries.ts";
import { MinutesPartId } from "#features/meetings/minutes/minutes.ts";
import { MinutesReleaseId, shownAtOnce } from "#features/meetings/release/release.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/**
 * In SQL: whether somebody hands out the part `t` of the meeting `m`: it is final, and one of the bodies whose part it is
 * is kept by an organisation of theirs.
 */
function releasedBy(actor: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`(t.state = 'final' and exists (
    select from meeting_body mb join body b on b.id = mb.body_id
    where mb.meeting_id = t.meeting_id and (t.body_id is null or t.body_id = mb.body_id)
      and ${reachedIn(actor, "minutes:release", "b.organisation_id")}))`;
}

function releasable(db: Reader, actor: Actor) {
  return db
    .selectFrom("minutes_part as t")
    .innerJoin("meeting as m", "m.id", "t.meeting_id")
    .where(releasedBy(actor))
    .select(["t.id", "t.body_id as bodyId", "t.diary_number as diaryNumber", "t.finished_at as finishedAt"])
    .select(["m.id as meetingId", "m.title", "m.day", "m.organisation_id as organisationId"])
    .select([
      sql<string[]>`array(select b.name from meeting_body x join body b on b.id = x.body_id
        where x.meeting_id = m.id and (t.body_id is null or x.body_id = t.body_id) order by x.position)`.as("bodies"),
      sql<number>`(select count(*)::int from minutes_release r where r.part_id = t.id)`.as("times"),
    ]);
}

/**
 * The final minutes somebody may hand out, latest first; by diary number, body, meeting or day when they look for one.
 * Working ones are not among them: they are no official documents.
 */
export async function releasableParts(db: Reader, actor: Actor, { q, page }: { q: string; page: number }) {
  const like = `%${q.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  const meant =
    q === ""
      ? sql<SqlBool>`true`
      : sql<SqlBool>`(t.diary_number ilike ${like} or m.title ilike ${like} or m.day::text like ${like} or exists (
          select from meeting_body x join body b on b.id = x.body_id
          where x.meeting_id = m.id and (t.body_id is null or x.body_id = t.body_id) and b.name ilike ${like}))`;
  const rows = await releasable(db, actor)
    .where(meant)
    .orderBy("t.finished_at", "desc")
    .orderBy("t.id")
    .limit(shownAtOnce)
    .offset((page - 1) * shownAtOnce)
    .select(sql<number>`count(*) over ()::int`.as("all"))
    .execute();
  return { all: rows[0]?.all ?? 0, parts: rows.map(({ all: _, ...part }) => part) };
}

/** One part that somebody may hand out, with the times it was; refuses what is not theirs. */
export async function releasablePart(db: Reader, actor: Actor, id: string) {
  const partId = MinutesPartId.safeParse(id).data;
  const part = partId && (await releasable(db, actor).where("t.id", "=", partId).executeTakeFirst());
  if (!part) throw new Refusal("not_found", "release.no_such_part");
  const releases = await db
    .selectFrom("minutes_release as r")
    .innerJoin("person as p", "p.id", "r.checked_by")
    .where("r.part_id", "=", part.id)
    .orderBy("r.checked_at", "desc")
    .select(["r.id", "r.masked", "r.reason", "r.checked_at as checkedAt", "p.name as checkedBy"])
    .execute();
  return { ...part, releases };
}

/** What is handed out: one part as it is read, and the words that are covered. Refuses what is not theirs. */
export async function releasedDocument(
  db: Reader,
  actor: Actor,
  { partId, releaseId }: { readonly partId: string; readonly releaseId: string },
  today: Temporal.PlainDate,
) {
  const part = await releasablePart(db, actor, partId);
  const release = part.releases.find(({ id }) => id === MinutesReleaseId.safeParse(releaseId).data);
  const seen = await meetingAsSeen(db, nobody, sql<SqlBool>`id = ${part.meetingId}::uuid`, today);
  const read = seen && (await readParts(db, seen, [part.id]));
  if (!release || !read) throw new Refusal("not_found", "release.no_such_part");
  return { part: { ...part, meetingId: part.meetingId as MeetingId }, release, read };
}
