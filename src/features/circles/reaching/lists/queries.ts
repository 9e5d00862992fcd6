import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { countDiets } from "#features/circles/reaching/lists/diet-counts.ts";
import type { Group } from "#features/circles/reaching/mailing/mailing.ts";
import { receiversOf, roundToReach } from "#features/circles/reaching/mailing/queries.ts";

/** The addresses of those in a group of a round, for a mail somebody writes in a program of their own. */
export async function addressList(db: Reader, actor: Actor, slug: string, group: Group, now: Temporal.Instant) {
  const found = await roundToReach(db, actor, slug, now);
  if (!found) return undefined;
  const receivers = await receiversOf(db, found.round.id, group);
  return {
    ...found,
    addresses: receivers.flatMap(({ email }) => email ?? []),
    withoutAddress: receivers.filter(({ email }) => email === null).length,
  };
}

/** What a caterer is told about each meeting where one eats. */
export type Catering = NonNullable<Awaited<ReturnType<typeof cateringList>>>;

/**
 * How many come to each meeting where food is served, and what they eat: counts, and what has no name without the
 * names of those who wrote it. What is due to be erased is not read, whether the job has come to it or not.
 */
export async function cateringList(db: Reader, actor: Actor, slug: string, now: Temporal.Instant) {
  const found = await roundToReach(db, actor, slug, now);
  if (!found) return undefined;
  const { round } = found;
  const today = dateIn(now);
  const { rows } = await sql<{ seats: number; diet: string | null; kept: boolean }>`
    select r.seats, x.diet,
      (x.delete_after > ${today}::date or exists (
        select 1 from session s where s.round_id = r.round_id and not s.called_off and s.date >= ${today}::date)) as kept
    from registration r left join registration_extra x on x.registration_id = r.id
    where r.round_id = ${round.id} and r.state in ('placed', 'completed')
    order by r.queue_no`.execute(db);
  return {
    ...found,
    people: rows.reduce((sum, { seats }) => sum + seats, 0),
    leaders: round.leaders.length,
    diets: countDiets(rows.map(({ diet, kept }) => (kept ? diet : null))),
    sessions: round.sessions.filter(({ catering, calledOff }) => catering === true && !calledOff),
    /** Meetings of which nobody has said whether food is served. */
    undecided: round.sessions.filter(
      ({ catering, calledOff, mode }) => catering === null && !calledOff && mode !== "digital",
    ).length,
  };
}
