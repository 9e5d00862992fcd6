import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { deleteExtrasAfter } from "#features/circles/registration/extras/extras-retention.ts";
import { eligibilityOf } from "#features/circles/registration/eligibility/eligibility.ts";
import { managerWordReads } from "#features/circles/registration/manager/manager-word.ts";
import { contactsOf, lastSessionOf } from "#features/circles/registration/queue/queries.ts";
import { possibleSteps } from "#features/circles/registration/registration-lifecycle.ts";
import {
  liveStates,
  type RegistrationId,
  type RegistrationState,
  seatedStates,
} from "#features/circles/registration/registration.ts";
import { mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";
import { type WayIn, wayIn } from "#features/circles/registration/way-in.ts";
import { callsMade, callsToMake } from "#features/circles/registration/calls/queries.ts";
import { membersOf } from "#features/circles/registration/team/queries.ts";
import { takesTeams } from "#features/circles/round/round.ts";
import { numbersIn, roundFacts, roundIdOf } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { placesLeft, seatsOf } from "#features/circles/registration/seat-claims.ts";

/** What the application form asks and says. Nothing about any person; nothing for a draft. */
export async function applicationForm(db: Reader, slug: string, now: Temporal.Instant) {
  const id = await roundIdOf(db, slug);
  const round = id && (await roundFacts(db, id));
  if (!round) return undefined;
  const left = placesLeft(round.hardCapacity ?? 0, await takenIn(db, round.id, now));
  const way = wayIn({ ...round, noticesSent: round.noticesSentAt !== null }, dateIn(now));
  if (way === "notOpen") return undefined;
  return {
    round,
    organiser: await organiserName(db, round.organisationId),
    way: settledWay(way, left),
    left,
    rules: round.rules,
    contact: (await contactsOf(db, round.id)).contact,
    deleteExtrasAfter: deleteExtrasAfter(await lastSessionOf(db, round.id), dateIn(now)),
  };
}

/** Kept open until full, a round is open or closed depending on the places left. */
function settledWay(way: Exclude<WayIn, "notOpen">, left: number): "open" | "late" | "closed" {
  if (way !== "openWhilePlacesLeft") return way;
  return left > 0 ? "open" : "closed";
}

/** Seats that are taken, and claims of those who may still confirm. */
export async function takenIn(db: Reader, roundId: RoundId, now: Temporal.Instant) {
  const { seated, unconfirmed } = await numbersIn(db, roundId, now);
  return { seated, claims: unconfirmed };
}

/** The name of the organisation that holds a round. */
export async function organiserName(
  db: Reader,
  organisationId: NonNullable<Awaited<ReturnType<typeof roundFacts>>>["organisationId"],
) {
  const row = await db
    .selectFrom("organisation")
    .where("id", "=", organisationId)
    .select("name")
    .executeTakeFirstOrThrow();
  return row.name;
}

/** What a roster can be narrowed by. */
export type RosterFilter = {
  readonly state?: RegistrationState | undefined;
  /** Only those whose manager has been asked and has not answered. */
  readonly manager?: "waiting" | undefined;
};

/** Somebody in the roster of a round, as those who plan it see them. */
export type RosterRow = Awaited<ReturnType<typeof rosterRows>>[number];

/** A round's roster, as those who may see who applied see it. */
export type Roster = NonNullable<Awaited<ReturnType<typeof roster>>>;

/**
 * The roster of a round in queue order, for those who may see who applied; nothing for anybody else. The counts are
 * over everyone, whatever the filter.
 */
export async function roster(db: Reader, actor: Actor, slug: string, filter: RosterFilter, now: Temporal.Instant) {
  const id = await roundIdOf(db, slug);
  const round = id && (await roundFacts(db, id));
  if (!round || !maySeeRoster(actor, round)) return undefined;
  const everyone = await rosterRows(db, round.id);
  const counts = Map.groupBy(everyone, ({ state }) => state);
  return {
    round,
    can: { decide: mayDecide(actor, round) },
    left: placesLeft(round.hardCapacity ?? 0, await takenIn(db, round.id, now)),
    counts: [...counts].map(([state, rows]) => ({ state, count: rows.length, seats: seatsOf(rows) })),
    managersAwaited: everyone.filter(awaitsManager).length,
    rows: everyone.filter((row) => fits(row, filter)),
  };
}

function fits(row: RosterRow, { state, manager }: RosterFilter): boolean {
  return (state === undefined || row.state === state) && (manager === undefined || awaitsManager(row));
}

/** Whether somebody in the running waits for their manager: before the address is proved, no manager is asked. */
function awaitsManager({ state, manager }: RosterRow): boolean {
  return manager?.reads === "waiting" && (liveStates as readonly RegistrationState[]).includes(state);
}

async function rosterRows(db: Reader, roundId: RoundId, only?: RegistrationId) {
  const rows = await db
    .selectFrom("registration as r")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .leftJoin("waitlist_offer as o", (join) => join.onRef("o.registration_id", "=", "r.id").on("o.answer", "is", null))
    .leftJoin("selection_decision as d", "d.registration_id", "r.id")
    .leftJoin("person as adder", "adder.id", "r.added_by")
    .where("r.round_id", "=", roundId)
    .$if(only !== undefined, (qb) => qb.where("r.id", "=", only as RegistrationId))
    .orderBy("r.queue_no")
    .select([
      "r.id",
      "r.queue_no as queueNo",
      "r.applied_at as appliedAt",
      "r.state",
      "r.state_since as stateSince",
      "r.late",
    ])
    .select(["r.name", "r.email", "r.workplace", "r.employer", "r.sector", "r.profession", "r.confirm_by as confirmBy"])
    .select(["r.phone", "r.way", "r.reached_at as reachedAt", "r.seats", "adder.name as addedBy"])
    .select(["r.address_unproved as addressUnproved", "r.theme_proposal as themeProposal"])
    .select([
      "r.held_until as heldUntil",
      "r.ineligible_reason as ineligibleReason",
      "o.answer_by as answerBy",
      "d.outcome",
    ])
    .select(["m.form", "m.state as managerState", "m.address_known as addressKnown", "m.manager_name as managerName"])
    .select(["m.manager_email as managerEmail", "m.reminded_at as remindedAt", "m.reminders", "m.question"])
    .select((eb) =>
      eb
        .selectFrom("eligibility_answer as a")
        .innerJoin("eligibility_rule as e", "e.id", "a.rule_id")
        .whereRef("a.registration_id", "=", "r.id")
        .where("a.meets", "=", false)
        .where("e.strength", "=", "recommended")
        .select(sql<number>`count(*)::int`.as("count"))
        .as("recommendedNotMet"),
    )
    .execute();
  return rows.map(
    ({ form, managerState, addressKnown, managerName, managerEmail, remindedAt, reminders, question, ...row }) => ({
      ...row,
      recommendedNotMet: row.recommendedNotMet ?? 0,
      possible: possibleSteps(row.state),
      manager:
        form && managerState
          ? {
              form,
              state: managerState,
              reads: managerWordReads({ form, state: managerState, addressKnown: addressKnown ?? false }),
              name: managerName,
              email: managerEmail,
              remindedAt,
              reminders: reminders ?? 0,
              question,
            }
          : undefined,
    }),
  );
}

/** One applicant, as those who may see who applied see them. */
export type RosterPerson = NonNullable<Awaited<ReturnType<typeof rosterPerson>>>;

/** All that is known of one registration, for those who may see who applied; nothing for anybody else. */
export async function rosterPerson(db: Reader, actor: Actor, slug: string, id: RegistrationId, now: Temporal.Instant) {
  const roundId = await roundIdOf(db, slug);
  const round = roundId && (await roundFacts(db, roundId));
  if (!round || !maySeeRoster(actor, round)) return undefined;
  const row = (await rosterRows(db, round.id, id))[0];
  if (!row) return undefined;
  const more = await db
    .selectFrom("registration as r")
    .leftJoin("registration_extra as x", "x.registration_id", "r.id")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .leftJoin("selection_decision as d", "d.registration_id", "r.id")
    .leftJoin("person as decider", "decider.id", "d.decided_by")
    .where("r.id", "=", id)
    .select([
      "r.motivation",
      "r.age_group as ageGroup",
      "r.hours_accepted as hoursAccepted",
      "r.confirmed_at as confirmedAt",
    ])
    .select(["x.diet", "x.adaptation", "x.postal_address as postalAddress", "x.delete_after as deleteAfter"])
    .select(["m.asked_at as askedAt", "m.answered_at as answeredAt", "m.shown"])
    .select(["d.outcome", "d.reason", "d.decided_at as decidedAt", "decider.name as decidedBy"])
    .executeTakeFirstOrThrow();
  const answers = await answersOf(db, id);
  const meets = Object.fromEntries(answers.flatMap(({ ruleId, meets: met }) => (met === null ? [] : [[ruleId, met]])));
  const offers = await db
    .selectFrom("waitlist_offer")
    .where("registration_id", "=", id)
    .orderBy("offered_at")
    .select(["offered_at as offeredAt", "answer_by as answerBy", "answer", "answered_at as answeredAt"])
    .execute();
  const can = { decide: mayDecide(actor, round) };
  const [members, waiting, made] = await Promise.all([
    takesTeams(round.allocation) ? membersOf(db, id) : [],
    callsToMake(db, actor, id),
    callsMade(db, id),
  ]);
  const eligibility = eligibilityOf(round.rules, meets);
  return { round, row, more, answers, eligibility, offers, members, calls: { waiting, made }, can, today: dateIn(now) };
}

/** How one applicant has answered each rule of the round. */
async function answersOf(db: Reader, id: RegistrationId) {
  return db
    .selectFrom("registration as r")
    .innerJoin("eligibility_rule as e", "e.round_id", "r.round_id")
    .leftJoin("eligibility_answer as a", (join) =>
      join.onRef("a.rule_id", "=", "e.id").onRef("a.registration_id", "=", "r.id"),
    )
    .where("r.id", "=", id)
    .orderBy("e.position")
    .select(["e.id as ruleId", "e.text", "e.strength", "a.meets"])
    .execute();
}

/** How many stand in each state, in one round: for the overview of those who plan. */
export async function countsIn(db: Reader, roundId: RoundId): Promise<Partial<Record<RegistrationState, number>>> {
  const rows = await db
    .selectFrom("registration")
    .where("round_id", "=", roundId)
    .groupBy("state")
    .select(["state", sql<number>`count(*)::int`.as("count")])
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Names and addresses of those who have a seat in a round, for mailing material and the list at the door. */
export async function seatedPeople(db: Reader, actor: Actor, roundId: RoundId) {
  const round = await roundFacts(db, roundId);
  if (!round || !maySeeRoster(actor, round)) return undefined;
  return db
    .selectFrom("registration as r")
    .leftJoin("registration_extra as x", "x.registration_id", "r.id")
    .leftJoin("team_member as m", (join) => join.onRef("m.registration_id", "=", "r.id").on("m.removed_at", "is", null))
    .where("r.round_id", "=", roundId)
    .where("r.state", "in", seatedStates)
    .orderBy("r.name")
    .orderBy("m.position")
    .select((eb) => [
      "r.id",
      eb.fn.coalesce("m.name", "r.name").as("name"),
      eb.fn.coalesce("m.email", "r.email").as("email"),
      "r.workplace",
      "r.employer",
      "x.diet",
      "x.adaptation",
      "x.postal_address as postalAddress",
    ])
    .execute();
}
