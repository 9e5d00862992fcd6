import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { issueLink, readLink, spendLink } from "#platform/links/mailed-link.ts";
import { isOver, lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import { askManager } from "#features/circles/registration/manager/commands.ts";
import { mergeApplications } from "#features/circles/registration/merging.ts";
import { ownLinkExpiry } from "#features/circles/registration/own/own-link.ts";
import { mailApplicant, moveQueue, seatOrQueue, takeStep } from "#features/circles/registration/queue/commands.ts";
import {
  lastSessionOf,
  liveTwinOf,
  lockPlaces,
  type LockedRound,
  roundOf,
  type Standing,
  standingOf,
} from "#features/circles/registration/queue/queries.ts";
import { RegistrationId, type RegistrationState } from "#features/circles/registration/registration.ts";
import { isOver as isRoundOver } from "#features/circles/round/round-lifecycle.ts";
import { isAssessed } from "#features/circles/round/round.ts";

export type Confirmed = {
  readonly id: RegistrationId;
  readonly state: RegistrationState;
  /** Opens the applicant's own page. */
  readonly ownToken: string;
};

/**
 * Confirms an application by the button behind the mailed link: the address is proved, so the application belongs to
 * a person, and gets the place its number has a right to, a place on the waiting list, or a part in the selection.
 *
 * A person who has a live application already goes on with that one, under the earliest of the two numbers.
 * From now on the manager can be asked: before, anybody could have had us write to them. (R117, R119)
 */
export function confirmApplication(db: Database, actor: Actor, token: string, now: Clock): Promise<Confirmed> {
  return change(db, actor, async (tx) => {
    const at = now();
    const link = await readLink(tx, "registration.confirm", token, at);
    const subject = RegistrationId.safeParse(link?.subject).data;
    const roundId = subject && (await roundOf(tx, subject));
    if (!link || !subject || !roundId) throw new Refusal("not_found", "registration.no_such_link");
    const round = await lockPlaces(tx, roundId);
    const registration = await standingOf(tx, subject);
    if (!round || !registration) throw new Refusal("not_found", "registration.no_such_link");
    if (registration.state === "lapsed" || isOver(registration.confirmBy, at)) {
      throw new Refusal("conflict", "registration.confirmation_lapsed", {
        date: lastDayToAnswer(registration.confirmBy).toString(),
      });
    }
    if (registration.state !== "unconfirmed") throw new Refusal("conflict", "registration.confirmed_already");
    if (isRoundOver(round.state)) throw new Refusal("conflict", "registration.round_over");

    await spendLink(tx, "registration.confirm", token, at);
    const personId = await personBehind(tx, registration);
    const outcome = await admitOrMerge(tx, round, registration, personId, at);
    const ownToken = await issueLink(tx, {
      purpose: "registration.own",
      subject: outcome.id,
      expiresAt: ownLinkExpiry(await lastSessionOf(tx, round.id), at),
    });
    await record(tx, {
      by: actor,
      what: "circles.application_confirmed",
      about: registration.id,
      organisationId: round.organisationId,
      after: { roundId, personId, registrationId: outcome.id, state: outcome.state },
    });
    return { ...outcome, ownToken };
  });
}

/** The person behind a proved address, added if nobody has it yet. */
async function personBehind(tx: Tx, { email, name, language }: Standing): Promise<PersonId> {
  const { rows } = await sql<{ id: PersonId }>`
    select person_with_address(${newId<"person">()}, ${email}, ${name}, ${language}) as id`.execute(tx);
  const person = rows[0];
  if (!person) throw new Error("A proved address has no person");
  return person.id;
}

/**
 * Lets a confirmed application in: to a place, the waiting list or the assessment, or into the live application that the
 * same person has already. Part of confirming one's address, and of staff writing an application down.
 */
export async function admitOrMerge(
  tx: Tx,
  round: LockedRound,
  registration: Standing,
  personId: PersonId,
  at: Temporal.Instant,
  mail?: "added",
): Promise<{ id: RegistrationId; state: RegistrationState }> {
  const twin = await liveTwinOf(tx, round.id, personId);
  return twin
    ? mergeInto(tx, round, twin, registration, personId, at)
    : admit(tx, round, registration, personId, at, mail);
}

async function admit(
  tx: Tx,
  round: LockedRound,
  registration: Standing,
  personId: PersonId,
  at: Temporal.Instant,
  mail?: "added",
) {
  const { id } = registration;
  const state = await seatOrQueue(tx, round, registration, at, { confirmed_at: at, person_id: personId });
  if (registration.managerState === "waiting") await askManager(tx, id, "request", at);
  await mailApplicant(tx, id, mail ?? mailOf[state] ?? "received", at);
  // After the notices of an assessment a seat can be free although nobody is placed by their number.
  const offered = state === "waitlisted" && isAssessed(round.allocation) ? await moveQueue(tx, round, at) : [];
  return { id, state: offered.includes(id) ? ("offered" as const) : state };
}

const mailOf: Partial<Record<RegistrationState, "placed" | "held" | "waitlisted">> = {
  placed: "placed",
  held: "held",
  waitlisted: "waitlisted",
};

/** Ends the newly confirmed application in favour of the live one, which takes the earlier number if it stood behind. */
async function mergeInto(
  tx: Tx,
  round: LockedRound,
  live: Standing,
  confirmed: Standing,
  personId: PersonId,
  at: Temporal.Instant,
) {
  const { queueNo, swaps } = mergeApplications(live, confirmed);
  await takeStep(tx, "merge", confirmed.id, at, { confirmed_at: at, person_id: personId, merged_into: live.id });
  if (swaps) await swapNumbers(tx, live.id, confirmed.id);
  if (live.addressUnproved && !confirmed.addressUnproved && live.email === confirmed.email)
    await tx.updateTable("registration").set({ address_unproved: false }).where("id", "=", live.id).execute();
  // An earlier number may have a right to a seat that the later one had not.
  const state =
    swaps && live.state === "waitlisted" ? await seatOrQueue(tx, round, { ...live, queueNo }, at) : live.state;
  await mailApplicant(tx, live.id, state === live.state ? "merged" : (mailOf[state] ?? "merged"), at);
  // The merged application may have kept a claim before others who wait.
  await moveQueue(tx, round, at);
  return { id: live.id, state };
}

/** Two applications of one person change numbers, and with them the moments the numbers were taken. */
export async function swapNumbers(tx: Tx, one: RegistrationId, other: RegistrationId): Promise<void> {
  await sql`
    update registration as mine set queue_no = theirs.queue_no, applied_at = theirs.applied_at
    from registration as theirs
    where (mine.id = ${one} and theirs.id = ${other}) or (mine.id = ${other} and theirs.id = ${one})`.execute(tx);
}
