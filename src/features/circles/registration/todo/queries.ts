import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { liveStates } from "#features/circles/registration/registration.ts";
import { withinReach } from "#features/circles/round/queries.ts";
import { assessedAllocations } from "#features/circles/round/round.ts";

/** How many days ahead a notice date is something to do. */
const daysBeforeNotice = 14;

/** How many hours ahead an offer's or a kept place's end is worth knowing about. */
const hoursBeforeEnd = 48;

/** The managers who have not answered, one line a round, the one who was asked longest ago first. */
export async function managersToRemind(db: Reader, actor: Actor) {
  return db
    .selectFrom("manager_consultation as m")
    .innerJoin("registration as g", "g.id", "m.registration_id")
    .innerJoin("round as r", "r.id", "g.round_id")
    .where(withinReach(actor, "circles:manage"))
    .where("r.state", "in", ["published", "closed", "allocated", "running"])
    .where("g.state", "in", liveStates)
    .where("m.state", "=", "waiting")
    .where("m.asked_at", "is not", null)
    .groupBy("r.id")
    .orderBy(sql`min(m.asked_at)`)
    .select(["r.id as roundId", "r.slug", "r.title", sql<number>`count(*)::int`.as("count")])
    .select((eb) => [eb.fn.min("m.asked_at").as("askedSince"), eb.fn.min("g.held_until").as("firstHoldEnds")])
    .execute();
}

/** Questions that managers have asked and that keep them from answering. */
export async function managersQuestions(db: Reader, actor: Actor) {
  return db
    .selectFrom("manager_consultation as m")
    .innerJoin("registration as g", "g.id", "m.registration_id")
    .innerJoin("round as r", "r.id", "g.round_id")
    .where(withinReach(actor, "circles:manage"))
    .where("r.state", "not in", ["cancelled", "completed"])
    .where("g.state", "in", liveStates)
    .where("m.state", "=", "question")
    .orderBy("g.queue_no")
    .select(["g.id", "g.name", "m.manager_name as managerName", "m.manager_email as managerEmail", "m.question"])
    .select(["r.slug", "r.title"])
    .execute();
}

/** Offers that pass on by themselves soon if nobody answers, the first to go first. */
export async function offersAboutToEnd(db: Reader, actor: Actor, now: Temporal.Instant) {
  return db
    .selectFrom("waitlist_offer as o")
    .innerJoin("registration as g", "g.id", "o.registration_id")
    .innerJoin("round as r", "r.id", "g.round_id")
    .where(withinReach(actor, "circles:manage"))
    .where("o.answer", "is", null)
    .where("g.state", "=", "offered")
    .where("o.answer_by", "<=", now.add({ hours: hoursBeforeEnd }))
    .orderBy("o.answer_by")
    .select(["g.id", "g.name", "o.answer_by as answerBy", "r.slug", "r.title"])
    .execute();
}

/** Selections whose notices are due soon or overdue, with how many still lack a decision. */
export async function selectionsToDecide(db: Reader, actor: Actor, now: Temporal.Instant) {
  const today = dateIn(now);
  return db
    .selectFrom("round as r")
    .leftJoin("registration as g", (join) => join.onRef("g.round_id", "=", "r.id").on("g.state", "=", "applied"))
    .leftJoin("selection_decision as d", "d.registration_id", "g.id")
    .where(withinReach(actor, "circles:manage"))
    .where("r.allocation", "in", assessedAllocations)
    .where("r.state", "in", ["published", "closed"])
    .where("r.notices_sent_at", "is", null)
    .where("r.notice_date", "<=", today.add({ days: daysBeforeNotice }))
    .groupBy("r.id")
    .orderBy("r.notice_date")
    .select(["r.id as roundId", "r.slug", "r.title", "r.notice_date as noticeDate"])
    .select([
      sql<number>`count(g.id)::int`.as("candidates"),
      sql<number>`count(g.id) filter (where d.registration_id is null)::int`.as("undecided"),
      sql<boolean>`r.notice_date <= ${today}::date`.as("due"),
    ])
    .execute();
}
