import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { readLink, revokeLinks, spendLink } from "#platform/links/mailed-link.ts";
import { isOver, lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import { askWhileHeld } from "#features/circles/registration/manager/commands.ts";
import { registrationMeant, type WhoseRegistration } from "#features/circles/registration/own/queries.ts";
import {
  closeOffer,
  mailApplicant,
  moveQueue,
  takeSeat,
  takeStep,
} from "#features/circles/registration/queue/commands.ts";
import { lockPlaces, roundOf, standingOf } from "#features/circles/registration/queue/queries.ts";
import { RegistrationId, type RegistrationState } from "#features/circles/registration/registration.ts";

/** Which offer is meant: the one behind the link in its mail, or the open one of a registration. */
export type WhichOffer = { readonly offerToken: string } | WhoseRegistration;

/**
 * Answers the offer of a freed place in time: yes takes the seat (kept first, if the manager has to answer), no ends
 * the registration and the place is offered to whoever stands next. After the last day it has gone on already.
 */
export function answerOffer(
  db: Database,
  actor: Actor,
  which: WhichOffer,
  answer: "yes" | "no",
  now: Clock,
): Promise<{ id: RegistrationId; state: RegistrationState }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { round, registration } = await offerMeant(tx, actor, which, at);
    const { id } = registration;
    const offer = await tx
      .selectFrom("waitlist_offer")
      .where("registration_id", "=", id)
      .where("answer", "is", null)
      .select("answer_by as answerBy")
      .executeTakeFirst();
    if (registration.state !== "offered" || !offer) throw new Refusal("conflict", "registration.offer_gone");
    if (isOver(offer.answerBy, at)) {
      throw new Refusal("conflict", "registration.offer_over", { date: lastDayToAnswer(offer.answerBy).toString() });
    }

    if ("offerToken" in which) await spendLink(tx, "offer.answer", which.offerToken, at);
    await revokeLinks(tx, "offer.answer", id, at);
    await closeOffer(tx, id, answer, at);
    const state =
      answer === "yes"
        ? await takeSeat(tx, id, registration.managerAwaited, at)
        : await takeStep(tx, "withdraw", id, at);
    if (state === "held") await askWhileHeld(tx, id, at);
    await mailApplicant(tx, id, state === "placed" || state === "held" ? state : "withdrawn", at);
    if (answer === "no") await moveQueue(tx, round, at);
    await record(tx, {
      by: actor,
      what: "circles.offer_answered",
      about: id,
      organisationId: round.organisationId,
      after: { answer, state },
    });
    return { id, state };
  });
}

async function offerMeant(tx: Tx, actor: Actor, which: WhichOffer, at: Temporal.Instant) {
  if (!("offerToken" in which)) return registrationMeant(tx, actor, which, at);
  const link = await readLink(tx, "offer.answer", which.offerToken, at);
  const id = RegistrationId.safeParse(link?.subject).data;
  const roundId = id && (await roundOf(tx, id));
  const round = roundId && (await lockPlaces(tx, roundId));
  const registration = id && (await standingOf(tx, id));
  if (!round || !registration) throw new Refusal("not_found", "registration.no_such_link");
  return { round, registration };
}
