import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { insideOf } from "#features/meetings/body/queries.ts";
import { bodiesInside } from "#features/meetings/body/register/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";

/** The bodies that somebody may hold a workshop with: those they sit in or keep. */
export async function bodiesToChoose(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
): Promise<{ readonly id: BodyId; readonly name: string }[]> {
  return bodiesInside(db, actor, today);
}

export type MeetingToChoose = {
  readonly id: MeetingId;
  readonly title: string;
  readonly day: Temporal.PlainDate | null;
};

/** The meetings that a workshop may be held at: of bodies that somebody sits in or keeps, of late and ahead. */
export async function meetingsToChoose(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
): Promise<MeetingToChoose[]> {
  return db
    .selectFrom("meeting as m")
    .where("m.state", "<>", "calledOff")
    .where("m.day", ">=", today.subtract({ days: 60 }))
    .where(
      sql<SqlBool>`m.id in (
        select mb.meeting_id from meeting_body mb join body b on b.id = mb.body_id where ${insideOf(actor, today)})`,
    )
    .orderBy("m.day", "desc")
    .orderBy("m.id")
    .limit(100)
    .select(["m.id", "m.title", "m.day"])
    .execute();
}
