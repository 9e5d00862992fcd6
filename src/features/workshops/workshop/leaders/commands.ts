import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { personToLead } from "#features/workshops/workshop/leaders/queries.ts";
import { lockToLead, recordWorkshop } from "#features/workshops/workshop/leading/commands.ts";
import { wrongAt } from "#features/workshops/workshop/preparing/commands.ts";
import type { NewLeader } from "#features/workshops/workshop/workshop-words.ts";

/** Names somebody who has an account as one who leads the workshop, told by the address they sign in with. */
export function addLeader(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { email }: NewLeader,
): Promise<{ readonly personId: PersonId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockToLead(tx, actor, slug, at);
    const person = await personToLead(tx, email, dateIn(at));
    if (!person) throw wrongAt("email", "workshop.nobody_with_address");
    await tx
      .insertInto("workshop_leader")
      .values({ id: newId<"workshop_leader">(), workshop_id: inside.workshop.id, person_id: person.id })
      .onConflict((conflict) => conflict.columns(["workshop_id", "person_id"]).doNothing())
      .execute();
    await recordWorkshop(tx, actor, inside, "workshops.leader_added", { personId: person.id });
    return { personId: person.id };
  });
}

/** Somebody leads the workshop no more. Whoever holds workshops for the organisation still does. */
export function removeLeader(db: Database, actor: Actor, now: Clock, slug: string, personId: PersonId): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockToLead(tx, actor, slug, now());
    const { numDeletedRows } = await tx
      .deleteFrom("workshop_leader")
      .where("workshop_id", "=", inside.workshop.id)
      .where("person_id", "=", personId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Refusal("not_found", "workshop.no_such_leader");
    await recordWorkshop(tx, actor, inside, "workshops.leader_removed", { personId });
  });
}
