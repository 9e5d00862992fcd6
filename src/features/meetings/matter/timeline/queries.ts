import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { nameInBody } from "#features/meetings/body/queries.ts";
import { comesBack } from "#features/meetings/matter/coming-back.ts";
import type { MatterId } from "#features/meetings/matter/matter.ts";
import type { MatterInside } from "#features/meetings/matter/queries.ts";
import { bodiesInside, type CommissionFacts } from "#features/meetings/commission/queries.ts";
import type { AgendaReason } from "#features/meetings/meeting/meeting.ts";

/** Something that has happened to a matter. */
export type StepFacts = {
  readonly stepNo: number;
  readonly what: string;
  readonly day: Temporal.PlainDate | null;
  readonly text: string | null;
  readonly meeting: string | null;
  readonly meetingSlug: string | null;
  readonly body: string | null;
  /** Who told it, as they may be named among those the matter concerns. */
  readonly toldBy: string | null;
};

/** What has happened to a matter, in the order it was told. A meeting is told only to those inside one of its bodies. */
export async function stepsOf(db: Reader, actor: Actor, id: MatterId, today: Temporal.PlainDate): Promise<StepFacts[]> {
  const isInside = sql<SqlBool>`g.id in (
    select gb.meeting_id from meeting_body gb where gb.body_id in ${bodiesInside(actor, today)})`;
  return (
    db
      .selectFrom("matter_step as s")
      .leftJoin("meeting as g", (join) => join.onRef("g.id", "=", "s.meeting_id").on(isInside))
      .leftJoin("body as b", "b.id", "s.body_id")
      .leftJoin("person as p", "p.id", "s.told_by")
      .where("s.matter_id", "=", id)
      // In the order it happened: minutes may be finished after something that happened later has been told.
      .orderBy("s.day", (order) => order.asc().nullsLast())
      .orderBy("s.step_no")
      .select(["s.step_no as stepNo", "s.what", "s.day", "s.text", "g.title as meeting", "g.slug as meetingSlug"])
      .select(["b.name as body", nameInMatter.as("toldBy")])
      .execute()
  );
}

/** In SQL: the name of `p` as it may be shown in every body that the matter of step `s` concerns. */
const nameInMatter = sql<string | null>`case when exists (
  select from matter_body mb where mb.matter_id = s.matter_id and ${nameInBody(sql`mb.body_id`)} is null)
  then null else p.name end`;

/** The next meeting of one of a matter's bodies, and why the matter stands on its agenda if it does. */
export type NextMeeting = {
  readonly slug: string;
  readonly title: string;
  readonly day: Temporal.PlainDate;
  readonly body: string;
  readonly reason: AgendaReason | undefined;
};

/**
 * When a matter comes back: the first planned meeting of one of its bodies where it stands on the agenda or comes by
 * itself. Nothing when no meeting that it comes to is planned.
 */
export async function nextMeetingOf(
  db: Reader,
  { matter, bodies }: MatterInside,
  commissions: readonly CommissionFacts[],
  today: Temporal.PlainDate,
): Promise<NextMeeting | undefined> {
  const rows = await db
    .selectFrom("meeting as g")
    .innerJoin("meeting_body as gb", "gb.meeting_id", "g.id")
    .innerJoin("body as b", "b.id", "gb.body_id")
    .where(
      "b.id",
      "in",
      bodies.map(({ id }) => id),
    )
    .where("g.state", "in", ["planned", "called"])
    .where("g.day", ">=", today)
    .orderBy("g.day")
    .orderBy("g.id")
    .limit(20)
    .select(["g.slug", "g.title", "g.day", "b.name as body", "b.id as bodyId"])
    .select(
      sql<boolean>`exists (select from matter_on_agenda a join agenda_item i on i.id = a.item_id
        where i.meeting_id = g.id and a.matter_id = ${matter.id} and a.is_open)`.as("isThere"),
    )
    .execute();
  const asked = {
    ...matter,
    commissions: commissions.map((each) => ({
      ...each,
      deliverables: each.deliverables.map(({ state, dueOn }) => ({ isWaiting: state === "waiting", dueOn })),
    })),
  };
  for (const { bodyId, isThere, day, ...row } of rows) {
    if (day === null) continue;
    const reason = comesBack(asked, bodyId, day);
    if (isThere || reason) return { ...row, day, reason };
  }
  return undefined;
}

/** Bodies that a matter may be referred to, by name: those that do not rest. */
export async function bodiesToAsk(db: Reader, except: BodyId) {
  return db
    .selectFrom("body as b")
    .where("b.id", "<>", except)
    .where(sql<SqlBool>`not exists (select from body_dormancy d where d.body_id = b.id and d.to_day is null)`)
    .orderBy("b.name")
    .orderBy("b.id")
    .select(["b.id", "b.name"])
    .execute();
}

/** People who may be given something by a body: those who sit in it today and may be named there. */
export async function peopleToAsk(db: Reader, bodyId: BodyId, today: Temporal.PlainDate) {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from person p
    join body_seat_holding h on h.person_id = p.id join body_seat s on s.id = h.seat_id
    where s.body_id = ${bodyId} and h.valid_from <= ${today}::date and (h.valid_to is null or ${today}::date <= h.valid_to)
      and ${nameInBody(sql`s.body_id`)} is not null
    order by p.name, p.id`.execute(db);
  return rows;
}
