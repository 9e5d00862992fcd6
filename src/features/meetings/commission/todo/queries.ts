import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** Somebody's own commissions that are due within a week or overdue, and those that nobody has set a day for. */
export async function commissionsToReport(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const due = sql<Temporal.PlainDate | null>`min(coalesce(d.due_on, c.due_on))`;
  return db
    .selectFrom("commission as c")
    .innerJoin("deliverable as d", "d.commission_id", "c.id")
    .leftJoin("body as b", "b.id", "c.from_body")
    .where("c.owner_person", "=", actor.personId)
    .where("c.state", "in", ["accepted", "inProgress"])
    .where("d.state", "=", "waiting")
    .groupBy(["c.id", "c.title", "b.name", "c.requester"])
    .having(sql<SqlBool>`${due} is null or ${due} <= ${dateIn(now)}::date + 7`)
    .orderBy(due, (order) => order.asc().nullsLast())
    .orderBy("c.id")
    .limit(10)
    .select(["c.id", "c.title", due.as("dueOn")])
    .select((eb) => eb.fn.coalesce("b.name", "c.requester").as("giver"))
    .execute();
}

/** How much has come in from outside that nobody has answered, to the units somebody answers for. (R163) */
export async function intakeToAnswer(db: Reader, actor: Actor) {
  if (!actor.reach.has("bodies:manage")) return [];
  return db
    .selectFrom("commission as c")
    .innerJoin("organisation as o", "o.id", "c.organisation_id")
    .where("c.state", "in", ["received", "assessed"])
    .where(reachedIn(actor, "bodies:manage", "c.organisation_id"))
    .groupBy(["o.id", "o.name"])
    .orderBy("o.name")
    .select(["o.name as organisation", sql<number>`count(*)::int`.as("count")])
    .execute();
}

/** Commissions that are reported and wait for a body that somebody leads to hear them. */
export async function reportsToHear(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const today = dateIn(now);
  return db
    .selectFrom("commission as c")
    .innerJoin("body as b", "b.id", "c.from_body")
    .where("c.state", "=", "reported")
    .where(
      sql<SqlBool>`exists (select from body_seat_holding h join body_seat s on s.id = h.seat_id
        where s.body_id = b.id and h.person_id = ${actor.personId}::uuid and s.kind in ('chair', 'secretary')
          and h.valid_from <= ${today}::date and (h.valid_to is null or ${today}::date <= h.valid_to))`,
    )
    .orderBy("c.since")
    .limit(5)
    .select(["c.id", "c.title", "b.name as body"])
    .execute();
}
