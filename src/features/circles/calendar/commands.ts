import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { issueLink, revokeLinks } from "#platform/links/mailed-link.ts";
import { calendarPurposes, yearsFollowed } from "#features/circles/calendar/feed-link.ts";
import { ownLinkExpiry } from "#features/circles/registration/own/own-link.ts";
import { registrationMeant, type WhoseRegistration } from "#features/circles/registration/own/queries.ts";
import { lastSessionOf } from "#features/circles/registration/queue/queries.ts";

/**
 * Makes the secret address of somebody's own calendar: all they lead, all they have a place in and the meetings of the
 * bodies they sit in. The one before leads nowhere from now on. The secret is told once; only its hash is kept.
 */
export function renewOwnCalendar(db: Database, actor: Actor, now: Clock): Promise<string> {
  return change(db, actor, async (tx) => {
    const { personId } = actor;
    if (!personId) throw new Refusal("forbidden", "platform.token.needs_person");
    const at = now();
    const secret = await renewed(
      tx,
      calendarPurposes.person,
      personId,
      at,
      at.add({ hours: yearsFollowed * 365 * 24 }),
    );
    await record(tx, { by: actor, what: "circles.calendar_address_made", about: personId });
    return secret;
  });
}

/**
 * Makes the secret address of the calendar of one application that has a place: its meetings with where the digital
 * ones are joined. Only for the applicant themselves.
 */
export function renewRegistrationCalendar(
  db: Database,
  actor: Actor,
  now: Clock,
  whose: WhoseRegistration,
): Promise<string> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { registration, round } = await registrationMeant(tx, actor, whose, at);
    const isOwn = "ownToken" in whose || (actor.personId !== undefined && actor.personId === registration.personId);
    if (!isOwn) throw new Refusal("forbidden", "calendar.not_yours");
    if (registration.state !== "placed" && registration.state !== "completed")
      throw new Refusal("conflict", "calendar.no_place");
    const until = ownLinkExpiry(await lastSessionOf(tx, round.id), at);
    const secret = await renewed(tx, calendarPurposes.registration, registration.id, at, until);
    await record(tx, {
      by: actor,
      what: "circles.calendar_address_made",
      about: registration.id,
      organisationId: round.organisationId,
    });
    return secret;
  });
}

async function renewed(tx: Tx, purpose: string, subject: string, now: Temporal.Instant, expiresAt: Temporal.Instant) {
  await revokeLinks(tx, purpose, subject, now);
  return issueLink(tx, { purpose, subject, expiresAt });
}
