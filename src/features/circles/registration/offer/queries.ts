import type { Reader } from "#platform/database/database.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import { roundAsSeen } from "#features/circles/public/queries.ts";
import { roundOf, standingOf } from "#features/circles/registration/queue/queries.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";

/** What the page behind an offer's link shows: the round, and until when to answer. Opening it answers nothing. */
export async function offerToAnswer(db: Reader, token: string, now: Temporal.Instant) {
  const link = await readLink(db, "offer.answer", token, now);
  const id = RegistrationId.safeParse(link?.subject).data;
  const roundId = id && (await roundOf(db, id));
  const seen = roundId && (await roundAsSeen(db, roundId, now));
  const registration = id && (await standingOf(db, id));
  if (!link || !seen || !registration) return undefined;
  const offer = await db
    .selectFrom("waitlist_offer")
    .where("registration_id", "=", registration.id)
    .orderBy("offered_at", "desc")
    .limit(1)
    .select(["answer", "answer_by as answerBy", "answered_at as answeredAt"])
    .executeTakeFirst();
  if (!offer) return undefined;
  const { state, name, managerAwaited } = registration;
  return { ...offer, link: link.state, state, name, managerAwaited, seen };
}
