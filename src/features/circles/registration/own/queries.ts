import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader, Tx } from "#platform/database/database.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import { changesUnseenBy } from "#features/circles/change-notice/queries.ts";
import { roundAsSeen } from "#features/circles/public/queries.ts";
import { noJoinLinks } from "#features/circles/round/join-links/join-links.ts";
import { joinLinksOf } from "#features/circles/round/join-links/queries.ts";
import { lockPlaces, roundOf, standingOf } from "#features/circles/registration/queue/queries.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { canStep } from "#features/circles/registration/registration-lifecycle.ts";
import { membersOf } from "#features/circles/registration/team/queries.ts";
import { takesTeams } from "#features/circles/round/round.ts";
import { mayActFor, maySeeRoster } from "#features/circles/registration/registration-policy.ts";

/** Whose registration is meant: the one behind the applicant's own link, or one that the actor has a right to. */
export type WhoseRegistration = { readonly ownToken: string } | { readonly registrationId: RegistrationId };

/**
 * The registration behind an applicant's own link; the one it was merged into, if it was. Opening the link changes
 * nothing, however often.
 */
export async function ownRegistrationId(
  db: Reader,
  ownToken: string,
  now: Temporal.Instant,
): Promise<RegistrationId | undefined> {
  const link = await readLink(db, "registration.own", ownToken, now);
  const subject = link?.state === "open" ? RegistrationId.safeParse(link.subject).data : undefined;
  if (!subject) return undefined;
  const row = await db
    .selectFrom("registration")
    .where("id", "=", subject)
    .select((eb) => eb.fn.coalesce("merged_into", "id").as("id"))
    .executeTakeFirst();
  return row?.id;
}

/**
 * Locks the round of the registration that is meant and gives both as they are then, for somebody who may act for it:
 * whoever holds its own link, the person themselves, or staff. What one may not see is not there.
 */
export async function registrationMeant(tx: Tx, actor: Actor, whose: WhoseRegistration, now: Temporal.Instant) {
  const byLink = "ownToken" in whose;
  const id = byLink ? await ownRegistrationId(tx, whose.ownToken, now) : whose.registrationId;
  const roundId = id && (await roundOf(tx, id));
  const round = roundId && (await lockPlaces(tx, roundId));
  const registration = id && (await standingOf(tx, id));
  if (!round || !registration) throw new Refusal("not_found", "registration.no_such_registration");
  if (!byLink && !mayActFor(actor, registration, round)) {
    if (maySeeRoster(actor, round)) throw new Refusal("forbidden", "registration.not_yours");
    throw new Refusal("not_found", "registration.no_such_registration");
  }
  if (byLink && registration.addressUnproved) throw new Refusal("conflict", "registration.prove_first");
  return { round, registration };
}

/** Somebody's own application, as its own page shows it. */
export type OwnRegistration = NonNullable<Awaited<ReturnType<typeof ownRegistration>>>;

/** Where somebody's application stands, what happens next, and what they wrote; behind their own link, for them alone. */
export async function ownRegistration(db: Reader, ownToken: string, now: Temporal.Instant) {
  const id = await ownRegistrationId(db, ownToken, now);
  return id && registrationInWhole(db, id, now);
}

/** One application with everything that belongs to it. The caller has asked who may see it. */
export async function registrationInWhole(db: Reader, id: RegistrationId, now: Temporal.Instant) {
  const row = await db
    .selectFrom("registration as r")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .leftJoin("registration_extra as x", "x.registration_id", "r.id")
    .leftJoin("person as adder", "adder.id", "r.added_by")
    .leftJoin("waitlist_offer as o", (join) => join.onRef("o.registration_id", "=", "r.id").on("o.answer", "is", null))
    .where("r.id", "=", id)
    .select(["r.id", "r.round_id as roundId", "r.state", "r.state_since as stateSince", "r.queue_no as queueNo"])
    .select(["r.applied_at as appliedAt", "r.confirm_by as confirmBy", "r.confirmed_at as confirmedAt", "r.late"])
    .select([
      "r.held_until as heldUntil",
      "r.hold_used as holdUsed",
      "r.ineligible_reason as ineligibleReason",
      "r.person_id as personId",
    ])
    .select(["r.name", "r.email", "r.phone", "r.workplace", "r.employer", "r.sector", "r.profession"])
    .select(["r.way", "r.reached_at as reachedAt", "r.seats", "r.theme_proposal as themeProposal"])
    .select(["r.address_unproved as addressUnproved", "adder.name as addedBy"])
    .select(["r.age_group as ageGroup", "r.motivation", "r.hours_accepted as hoursAccepted"])
    .select(["x.diet", "x.adaptation", "x.postal_address as postalAddress", "x.delete_after as deleteAfter"])
    .select(["m.form as managerForm", "m.state as managerState", "m.manager_name as managerName"])
    .select(["m.manager_email as managerEmail", "m.address_known as managerKnown", "m.asked_at as managerAskedAt"])
    .select([
      "m.reminded_at as managerRemindedAt",
      "m.answered_at as managerAnsweredAt",
      "m.question as managerQuestion",
    ])
    .select([
      "o.answer_by as answerBy",
      // Told to nobody before the notices are sent.
      sql<
        string | null
      >`(select d.reason from selection_decision d where d.registration_id = r.id and r.state = 'declined')`.as(
        "declinedReason",
      ),
      sql<number>`(select count(*)::int from registration w
        where w.round_id = r.round_id and w.state = 'waitlisted' and w.queue_no <= r.queue_no)`.as("waitingNumber"),
    ])
    .executeTakeFirst();
  const seen = row && (await roundAsSeen(db, row.roundId, now));
  if (!row || !seen) return undefined;
  return {
    ...row,
    seen,
    // Nobody without a place is ever told where a digital meeting is joined.
    joinLinks: row.state === "placed" ? await joinLinksOf(db, row.roundId) : noJoinLinks,
    members: takesTeams(seen.round.allocation) ? await membersOf(db, id) : [],
    unseenChanges: await changesUnseenBy(db, id),
    can: { withdraw: canStep(row.state, "withdraw"), answerOffer: row.state === "offered" && row.answerBy !== null },
  };
}

/** The registrations of somebody who is signed in, newest first: for their start page. */
export async function registrationsOfPerson(db: Reader, actor: Actor, today: Temporal.PlainDate) {
  if (actor.personId === undefined) return [];
  return db
    .selectFrom("registration as r")
    .innerJoin("round as c", "c.id", "r.round_id")
    .leftJoin("waitlist_offer as o", (join) => join.onRef("o.registration_id", "=", "r.id").on("o.answer", "is", null))
    .where("r.person_id", "=", actor.personId)
    .where("r.state", "not in", ["merged", "lapsed"])
    .orderBy("r.applied_at", "desc")
    .select([
      "r.id",
      "r.state",
      "r.held_until as heldUntil",
      "o.answer_by as answerBy",
      "c.slug",
      "c.title",
      "c.state as roundState",
    ])
    .select((eb) =>
      eb
        .selectFrom("session as s")
        .whereRef("s.round_id", "=", "c.id")
        .where("s.called_off", "=", false)
        .where("s.date", ">=", today)
        .select((each) => each.fn.min("s.date").as("date"))
        .as("nextSession"),
    )
    .execute();
}
