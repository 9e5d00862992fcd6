import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { callsToMake } from "#features/circles/registration/calls/queries.ts";
import { registrationsOfPerson } from "#features/circles/registration/own/queries.ts";
import {
  managersQuestions,
  managersToRemind,
  offersAboutToEnd,
  selectionsToDecide,
} from "#features/circles/registration/todo/queries.ts";
import { roundsOf } from "#features/circles/round/overview/queries.ts";
import { withinReach } from "#features/circles/round/queries.ts";
import { reportsToAnswer } from "#features/site/accessibility/queries.ts";
import { isGoNoGoDue, soonWithoutVenue } from "#features/circles/round/round-next-step.ts";

export type Today = Awaited<ReturnType<typeof todayOf>>;

/**
 * What needs somebody today, over all their circles, and where their own applications stand. Somebody who plans
 * nothing sees only what is their own.
 */
export async function todayOf(db: Reader, actor: Actor, now: Temporal.Instant) {
  const today = dateIn(now);
  const plans = actor.reach.has("circles:manage");
  const [own, rounds, reports, managers, questions, offers, selections, mails, calls] = await Promise.all([
    registrationsOfPerson(db, actor, today),
    plans ? roundsOf(db, actor, now) : [],
    reportsToAnswer(db, actor),
    plans ? managersToRemind(db, actor) : [],
    plans ? managersQuestions(db, actor) : [],
    plans ? offersAboutToEnd(db, actor, now) : [],
    plans ? selectionsToDecide(db, actor, now) : [],
    plans ? failedMails(db, actor) : [],
    plans ? callsToMake(db, actor) : [],
  ]);
  const inWork = rounds.filter(({ state }) => state !== "completed" && state !== "cancelled");
  return {
    plans,
    own,
    reports,
    managers,
    questions,
    offers,
    selections: selections.filter(({ due, undecided }) => due || undecided > 0),
    mails,
    calls,
    drafts: inWork.filter(({ state }) => state === "draft"),
    // Meetings of drafts are dealt with before the draft is published.
    withoutVenue: inWork
      .filter(({ state }) => state !== "draft")
      .flatMap((round) => soonWithoutVenue(round.sessions, today).map((session) => ({ round, session }))),
    tooFew: inWork.filter((round) =>
      isGoNoGoDue({ ...round, goDecided: round.goDecidedOn !== null, participants: round.numbers.seated }, today),
    ),
  };
}

/** Rounds some of whose mails reached nobody, with how many. */
async function failedMails(db: Reader, actor: Actor) {
  return db
    .selectFrom("mail as m")
    .innerJoin("registration as g", (join) => join.on(sql`g.id::text`, "=", sql`m.about`))
    .innerJoin("round as r", "r.id", "g.round_id")
    .where("m.state", "=", "failed")
    .where(withinReach(actor, "circles:manage"))
    .groupBy("r.id")
    .orderBy("r.title")
    .select([
      "r.slug",
      "r.title",
      sql<number>`count(*)::int`.as("count"),
      sql<string[]>`array_agg(distinct m.to_address)`.as("addresses"),
    ])
    .execute();
}
