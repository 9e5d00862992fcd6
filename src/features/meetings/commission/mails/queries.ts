import { sql, type SqlBool } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { CommissionId } from "#features/meetings/matter/matter.ts";

/** What a mail about a commission says to whoever is to do it. */
export type ToldOfCommission = NonNullable<Awaited<ReturnType<typeof ownerToTell>>>;

/** In SQL: the entry that somebody stands under now, where two have turned out to be one person. */
const asOneNow = (personId: PersonId) =>
  sql<PersonId>`(select coalesce(q.merged_into, q.id) from person q where q.id = ${personId}::uuid)`;

/** Somebody who is to do a commission, as long as it is theirs, something of it is still to come and they have an address. */
export async function ownerToTell(db: Reader, id: CommissionId, personId: PersonId) {
  return db
    .selectFrom("commission as c")
    .innerJoin("person as p", "p.id", "c.owner_person")
    .leftJoin("body as b", "b.id", "c.from_body")
    .where("c.id", "=", id)
    .where("c.owner_person", "=", asOneNow(personId))
    .where("c.state", "in", ["accepted", "inProgress", "waiting"])
    .where("p.email", "is not", null)
    .where("p.merged_into", "is", null)
    .select(["c.id", "c.title", "c.due_on as dueOn", "p.id as personId", "p.email", "p.name", "p.language"])
    .select((eb) => eb.fn.coalesce("b.name", "c.requester").as("giver"))
    .select(
      sql<number>`(select count(*)::int from deliverable d where d.commission_id = c.id and d.state = 'waiting')`.as(
        "parts",
      ),
    )
    .executeTakeFirst();
}

/** Somebody who had a commission that is not theirs any more, if they have an address. */
export async function formerOwnerToTell(db: Reader, id: CommissionId, personId: PersonId) {
  return db
    .selectFrom("commission as c")
    .innerJoin("person as p", (join) => join.on("p.id", "=", asOneNow(personId)))
    .where("c.id", "=", id)
    .where(sql<SqlBool>`c.owner_person is distinct from p.id`)
    .where("p.email", "is not", null)
    .select(["c.id", "c.title", "p.id as personId", "p.email", "p.name", "p.language"])
    .executeTakeFirst();
}

export type FormerOwner = NonNullable<Awaited<ReturnType<typeof formerOwnerToTell>>>;

/** How long before its day somebody is reminded of what they have promised, and how long after it. */
const daysBefore = 7;
const daysAfter = 14;

/** The parts that are due soon or were due lately, of commissions whose doer has an address. One row for each day. */
export async function commissionsToRemindOf(db: Reader, today: Temporal.PlainDate) {
  const due = sql<Temporal.PlainDate>`coalesce(d.due_on, c.due_on)`;
  return db
    .selectFrom("deliverable as d")
    .innerJoin("commission as c", "c.id", "d.commission_id")
    .innerJoin("person as p", "p.id", "c.owner_person")
    .where("d.state", "=", "waiting")
    .where("c.state", "in", ["accepted", "inProgress"])
    .where("p.email", "is not", null)
    .where("p.merged_into", "is", null)
    .where(sql<SqlBool>`${due} between ${today}::date - ${daysAfter}::int and ${today}::date + ${daysBefore}::int`)
    .groupBy(["c.id", "c.title", "p.id", "p.email", "p.name", "p.language", due])
    .orderBy("c.id")
    .orderBy(due)
    .select(["c.id", "c.title", "p.id as personId", "p.email", "p.name", "p.language", due.as("dueOn")])
    .select(sql<string[]>`array_agg(d.text order by d.position)`.as("parts"))
    .execute();
}

/** What one reminder says. */
export type CommissionReminder = Awaited<ReturnType<typeof commissionsToRemindOf>>[number];

/** What whoever asked from outside is answered, where they left an address and the answer still stands. */
export async function intakeAnswered(db: Reader, id: CommissionId) {
  return db
    .selectFrom("commission as c")
    .innerJoin("organisation as o", "o.id", "c.organisation_id")
    .where("c.id", "=", id)
    .where("c.state", "in", ["accepted", "declined", "waiting"])
    .where("c.requester_email", "is not", null)
    .select(["c.id", "c.title", "c.state", "c.reason", "c.due_on as dueOn", "c.requester_email as to"])
    .select(["o.name as organisation", "c.organisation_id as organisationId"])
    .executeTakeFirst();
}

export type AnsweredIntake = NonNullable<Awaited<ReturnType<typeof intakeAnswered>>>;
