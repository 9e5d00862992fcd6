import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import type { KnownLeader, LeaderId } from "#features/circles/round/known-leaders/known-leader.ts";
import { leadersToKnow } from "#features/circles/round/known-leaders/queries.ts";

/**
 * Says who a leader is that was only written by name, or that it is nobody of those who look alike. The name stays as it
 * is written in the round.
 */
export function knowLeader(db: Database, actor: Actor, id: LeaderId, { personId }: KnownLeader): Promise<void> {
  return change(db, actor, async (tx) => {
    const row = await tx
      .selectFrom("round_leader as l")
      .innerJoin("round", "round.id", "l.round_id")
      .where("l.id", "=", id)
      .forUpdate("l")
      .select(["round.id as roundId", "round.organisation_id as organisationId"])
      .executeTakeFirst();
    const [leader] = row ? await leadersToKnow(tx, actor, id) : [];
    if (!row || !leader) throw new Refusal("not_found", "round.no_such_leader");
    if (personId && !leader.people.some((person) => person.id === personId))
      throw new Refusal("not_found", "organisations.no_such_person");
    await tx
      .updateTable("round_leader")
      .set(personId ? { person_id: personId } : { nobody_known: true })
      .where("id", "=", id)
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.leader_known",
      about: row.roundId,
      organisationId: row.organisationId,
      after: { leaderId: id, personId: personId ?? null },
    });
  });
}
