import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { formToAdd } from "#features/circles/registration/added/queries.ts";
import type { Correctable } from "#features/circles/registration/correction/correction.ts";
import { standingOf } from "#features/circles/registration/queue/queries.ts";
import { type RegistrationId, stillToAnswer } from "#features/circles/registration/registration.ts";
import { membersOf } from "#features/circles/registration/team/queries.ts";
import { takesTeams } from "#features/circles/round/round.ts";

/** The details of an application that can be put right, as they stand. */
export async function correctableIn(db: Reader, id: RegistrationId): Promise<Correctable> {
  return db
    .selectFrom("registration as r")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .where("r.id", "=", id)
    .select(["r.name", "r.workplace", "r.employer", "r.sector", "r.profession", "r.age_group as ageGroup"])
    .select(["r.email", "r.phone", "m.manager_name as managerName", "m.manager_email as managerEmail"])
    .executeTakeFirstOrThrow();
}

/** An application whose details somebody who plans may put right, with what its round asks. */
export async function applicationToCorrect(
  db: Reader,
  actor: Actor,
  slug: string,
  id: RegistrationId,
  now: Temporal.Instant,
) {
  const form = await formToAdd(db, actor, slug, now);
  const row = form && (await standingOf(db, id));
  if (!row || row.roundId !== form.seen.round.id) return undefined;
  return {
    ...form,
    id,
    name: row.name,
    details: await correctableIn(db, id),
    members: takesTeams(form.seen.round.allocation) ? await membersOf(db, id) : [],
    can: { ...form.can, correct: (stillToAnswer as readonly string[]).includes(row.state) },
  };
}
