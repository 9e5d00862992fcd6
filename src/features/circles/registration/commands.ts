import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { Language } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { revokeLinks } from "#platform/links/mailed-link.ts";
import { answerBy, confirmationDays } from "#features/circles/registration/answer-deadlines.ts";
import { writeAnswers, writeApplication } from "#features/circles/registration/application/commands.ts";
import { unfitAnswers } from "#features/circles/registration/application-questions.ts";
import { keepManagerWord } from "#features/circles/registration/manager/commands.ts";
import { isManagerKnown } from "#features/circles/registration/manager/queries.ts";
import { registrationMeant, type WhoseRegistration } from "#features/circles/registration/own/queries.ts";
import { closeOffer, mailApplicant, moveQueue, takeStep } from "#features/circles/registration/queue/commands.ts";
import {
  contactsOf,
  lockPlaces,
  type LockedRound,
  metInRound,
  queueOf,
} from "#features/circles/registration/queue/queries.ts";
import type { Application, RegistrationId } from "#features/circles/registration/registration.ts";
import { canStep } from "#features/circles/registration/registration-lifecycle.ts";
import { hasFreeSeat } from "#features/circles/registration/seat-claims.ts";
import { unfitTeam } from "#features/circles/registration/team/team.ts";
import { type WayIn, wayIn } from "#features/circles/registration/way-in.ts";
import type { RoundId } from "#features/circles/round/round.ts";

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
    if (round.externalForm !== null) throw new Refusal("conflict", "registration.external_form");
    const late = await checkedWayIn(tx, round, wayIn(round, dateIn(at)), at);
    const { rules, twin } = await metInRound(tx, round.id, application, at);
    if (twin) return repeated(tx, actor, round, twin);
    await checkAnswers(tx, round, rules, application);

    const confirmBy = answerBy(at, confirmationDays);
    const written = await writeApplication(tx, round, application, { language: wish.language, late, confirmBy }, at);
    const applied = { ...written, confirmBy };
    await writeAnswers(tx, round, application, applied, rules, at);
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

/** Somebody who comes after all who have applied so far. */
const lastInLine = { queueNo: Number.MAX_SAFE_INTEGER, seats: 1 };

/** The button was pressed twice: the application that is there is the answer. */
async function repeated(tx: Tx, actor: Actor, { organisationId }: LockedRound, known: Applied): Promise<Applied> {
  await record(tx, { by: actor, what: "circles.application_repeated", about: known.id, organisationId });
  return known;
}

/** Refuses answers that do not fit the round, each with what has to be put right. */
export async function checkAnswers(
  tx: Tx,
  round: LockedRound,
  rules: Awaited<ReturnType<typeof metInRound>>["rules"],
  answers: Omit<Application, "email">,
): Promise<void> {
  const contact = rules.length > 0 ? (await contactsOf(tx, round.id)).contact : "";
  const problems = [...unfitAnswers({ ...round, rules, contact }, answers), ...unfitTeam(round, answers)];
  if (problems.length > 0) throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);
}

/** Whether a round takes an application by this way, and whether it comes late. Refuses when it does not. */
export async function checkedWayIn(tx: Tx, round: LockedRound, way: WayIn, at: Temporal.Instant): Promise<boolean> {
  if (way === "notOpen") throw new Refusal("not_found", "registration.no_such_round");
  if (way === "closed") throw new Refusal("conflict", "registration.closed");
  if (way === "openWhilePlacesLeft") {
    const free = hasFreeSeat(await queueOf(tx, round, at), lastInLine, round.seats, at);
    if (!free) throw new Refusal("conflict", "registration.full");
  }
  return way === "late";
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
