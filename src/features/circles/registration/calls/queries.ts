import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { isStillTrue } from "#features/circles/registration/mail/mail-moment.ts";
import { registrationMailKinds } from "#features/circles/registration/registration-jobs.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { withinReach } from "#features/circles/round/queries.ts";

/** A call that waits to be made: to whom, and what to tell. */
export type WaitingCall = Awaited<ReturnType<typeof callsToMake>>[number];

/**
 * What has to be told by telephone to people without a mail address, the oldest first: in the rounds that somebody plans.
 * What has moved on since is not told any more; it has a call of its own.
 */
export async function callsToMake(db: Reader, actor: Actor, only?: RegistrationId) {
  const rows = await db
    .selectFrom("phone_call as p")
    .innerJoin("registration as g", "g.id", "p.registration_id")
    .innerJoin("round as r", "r.id", "g.round_id")
    .where(withinReach(actor, "circles:manage"))
    .where("p.called_at", "is", null)
    .$if(only !== undefined, (qb) => qb.where("g.id", "=", only as RegistrationId))
    .orderBy("p.left_at")
    .orderBy("p.id")
    .select(["p.id", "p.kind", "p.words", "p.left_at as leftAt"])
    .select(["g.id as registrationId", "g.name", "g.phone", "g.state", "r.slug", "r.title"])
    .select(
      sql<number>`(select count(*)::int from registration w
        where w.round_id = g.round_id and w.state = 'waitlisted' and w.queue_no <= g.queue_no)`.as("waitingNumber"),
    )
    .execute();
  return rows.flatMap(({ kind, state, ...row }) => {
    const mail = registrationMailKinds.find((each) => each === kind);
    if (mail && !isStillTrue(mail, state)) return [];
    return [{ ...row, state, kind: mail }];
  });
}

/** The calls that have been made to one applicant. */
export async function callsMade(db: Reader, registrationId: RegistrationId) {
  return db
    .selectFrom("phone_call as p")
    .leftJoin("person as caller", "caller.id", "p.called_by")
    .where("p.registration_id", "=", registrationId)
    .where("p.called_at", "is not", null)
    .orderBy("p.called_at")
    .select(["p.kind", "p.called_at as calledAt", "caller.name as calledBy"])
    .execute();
}
