import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader, Tx } from "#platform/database/database.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import { lockPlaces, roundOf, standingOf } from "#features/circles/registration/queue/queries.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { mayActFor, maySeeRoster } from "#features/circles/registration/registration-policy.ts";

/** Whose registration is meant: the one behind the applicant's own link, or one that the actor has a right to. */
export type WhoseRegistration = { readonly ownToken: string } | { readonly registrationId: RegistrationId };

/**
 * The registration behind an applicant's own link; the one it was merged into, if it was. Opening the link changes
 * nothing, however often.
 */
export async function ownRegistrationId(db: Reader, ownToken: string, now: Temporal.Instant): Promise<RegistrationId | undefined> {
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
  return { round, registration };
}
