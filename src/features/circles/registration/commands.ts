import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { revokeLinks } from "#platform/links/mailed-link.ts";
import { answerBy, confirmationDays } from "#features/circles/registration/answer-deadlines.ts";
import { askedAnswers, unfitAnswers } from "#features/circles/registration/application-questions.ts";
import { deleteExtrasAfter } from "#features/circles/registration/extras/extras-retention.ts";
import { keepManagerWord } from "#features/circles/registration/manager/commands.ts";
import { isManagerKnown } from "#features/circles/registration/manager/queries.ts";
import { registrationMeant, type WhoseRegistration } from "#features/circles/registration/own/queries.ts";
import { closeOffer, mailApplicant, moveQueue, takeStep } from "#features/circles/registration/queue/commands.ts";
import {
  contactsOf,
  lastSessionOf,
  lockPlaces,
  type LockedRound,
  metInRound,
  queueOf,
} from "#features/circles/registration/queue/queries.ts";
import type { Application, RegistrationId } from "#features/circles/registration/registration.ts";
import { canStep } from "#features/circles/registration/registration-lifecycle.ts";
import { hasFreeSeat } from "#features/circles/registration/seat-claims.ts";
import { wayIn } from "#features/circles/registration/way-in.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { foldName } from "#features/organisations/organisation-name.ts";

export type Applied = { readonly id: RegistrationId; readonly queueNo: number; readonly confirmBy: Temporal.Instant };

/**
 * Takes an application to a round: gives it its number in the queue, which holds two working days for the button
 * behind the mailed link, and mails that link.
 *
 * The number is taken while the round is locked, so the order is the server's and nobody's clock decides. The same
 * application sent twice in a row, as a double click does, is one application. (R024, R025, R117, R119, R121)
 */
export async function apply(
  db: Database,
  actor: Actor,
  wish: { readonly roundId: RoundId; readonly application: Application; readonly language: Language },
  now: Clock,
): Promise<Applied> {
  const { application } = wish;
  // Looked up before the round is locked: nothing here decides about places.
  const managerKnown = await isManagerKnown(db, application);
  return change(db, actor, async (tx) => {
    const round = await lockPlaces(tx, wish.roundId);
    if (!round) throw new Refusal("not_found", "registration.no_such_round");
    const at = now();
    const late = await checkedWayIn(tx, round, at);
    const { rules, twin } = await metInRound(tx, round.id, application, at);
    if (twin) return repeated(tx, actor, round, twin);
    const contact = rules.length > 0 ? (await contactsOf(tx, round.id)).contact : "";
    const problems = unfitAnswers({ ...round, rules, contact }, application);
    if (problems.length > 0) throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);

    const applied = await insertRegistration(tx, round, wish, late, at);
    await insertAnswers(tx, round, application, applied, rules, at);
    await keepManagerWord(tx, round, applied, application, managerKnown);
    await mailApplicant(tx, applied.id, "confirmAddress", at);
    await record(tx, {
      by: actor,
      what: "circles.application_received",
      about: applied.id,
      organisationId: round.organisationId,
      after: { roundId: round.id, queueNo: applied.queueNo, late },
    });
    return applied;
  });
}

/** The button was pressed twice: the application that is there is the answer. */
async function repeated(tx: Tx, actor: Actor, { organisationId }: LockedRound, known: Applied): Promise<Applied> {
  await record(tx, { by: actor, what: "circles.application_repeated", about: known.id, organisationId });
  return known;
}

/** Whether a round takes this application, and whether it comes late. Refuses when it does not. */
async function checkedWayIn(tx: Tx, round: LockedRound, at: Temporal.Instant): Promise<boolean> {
  const way = wayIn(round, dateIn(at));
  if (way === "notOpen") throw new Refusal("not_found", "registration.no_such_round");
  if (way === "closed") throw new Refusal("conflict", "registration.closed");
  if (way === "openWhilePlacesLeft") {
    const free = hasFreeSeat(await queueOf(tx, round, at), Number.MAX_SAFE_INTEGER, round.seats, at);
    if (!free) throw new Refusal("conflict", "registration.full");
  }
  return way === "late";
}

async function insertRegistration(
  tx: Tx,
  round: LockedRound,
  { application, language }: { application: Application; language: Language },
  late: boolean,
  at: Temporal.Instant,
): Promise<Applied> {
  const confirmBy = answerBy(at, confirmationDays);
  const answers = askedAnswers(round, application);
  const { id, queueNo } = await tx
    .insertInto("registration")
    .values({
      id: newId<"registration">(),
      round_id: round.id,
      // After the lock, so that two never get the same number and none is skipped.
      queue_no: sql<number>`(select coalesce(max(queue_no), 0) + 1 from registration where round_id = ${round.id})`,
      applied_at: sql<Temporal.Instant>`clock_timestamp()`,
      state: "unconfirmed",
      state_since: at,
      confirm_by: confirmBy,
      late,
      name: application.name,
      email: application.email,
      language,
      workplace: application.workplace,
      employer: application.employer,
      // The employer as we know it, by any name it is written with.
      organisation_id: sql<OrganisationId | null>`(
        select organisation_id from organisation_alias where folded = ${foldName(application.employer)})`,
      sector: application.sector,
      profession: application.profession,
      age_group: answers.ageGroup ?? null,
      motivation: application.motivation ?? null,
      hours_accepted: answers.hoursAccepted ? round.hours : null,
      round_version: round.version,
    })
    .returning(["id", "queue_no as queueNo"])
    .executeTakeFirstOrThrow();
  return { id, queueNo, confirmBy };
}

/** Keeps what was asked for one purpose apart, with its day of deletion, and the answers to the rules. */
async function insertAnswers(
  tx: Tx,
  round: LockedRound,
  application: Application,
  { id }: Applied,
  rules: Awaited<ReturnType<typeof metInRound>>["rules"],
  at: Temporal.Instant,
): Promise<void> {
  const { diet, adaptation, postalAddress } = askedAnswers(round, application);
  if (diet ?? adaptation ?? postalAddress) {
    const deleteAfter = deleteExtrasAfter(await lastSessionOf(tx, round.id), dateIn(at));
    await tx
      .insertInto("registration_extra")
      .values({
        registration_id: id,
        diet: diet ?? null,
        adaptation: adaptation ?? null,
        postal_address: postalAddress ?? null,
        delete_after: deleteAfter,
      })
      .execute();
  }
  const answered = rules.flatMap((rule) => {
    const meets = application.meets[rule.id];
    return meets === undefined ? [] : [{ registration_id: id, rule_id: rule.id, meets }];
  });
  if (answered.length > 0) await tx.insertInto("eligibility_answer").values(answered).execute();
}

/**
 * Takes an application back, whatever it has come to; a seat it had goes to whoever waits. Done by the applicant
 * through their own page or signed in, or by staff whom they have told. What was asked for one purpose is erased at
 * once, and the links in earlier mails stop working. Whoever wants back applies again and takes a new number.
 */
export function withdraw(
  db: Database,
  actor: Actor,
  whose: WhoseRegistration,
  now: Clock,
): Promise<{ id: RegistrationId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { round, registration } = await registrationMeant(tx, actor, whose, at);
    const { id, state } = registration;
    if (!canStep(state, "withdraw")) throw new Refusal("conflict", "registration.cannot_withdraw");

    await closeOffer(tx, id, "revoked", at);
    await takeStep(tx, "withdraw", id, at);
    for (const purpose of ["registration.confirm", "manager.answer", "offer.answer"])
      await revokeLinks(tx, purpose, id);
    const offered = await moveQueue(tx, round, at);
    await mailApplicant(tx, id, "withdrawn", at, state === "placed");
    await record(tx, {
      by: actor,
      what: "circles.registration_withdrawn",
      about: id,
      organisationId: round.organisationId,
      before: { state },
      after: { state: "withdrawn", offered },
    });
    return { id };
  });
}
