import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { ContactId, NewContact } from "#features/circles/reaching/mailing/mailing.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import { mayManageRound, maySeeRound } from "#features/circles/round/round-policy.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Adds a contact person to those an organisation sends its invitations to; the same address is written anew. */
export function addContact(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  { name, workplace, email }: NewContact,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { organisationId } = await roundToInviteTo(tx, actor, roundId);
    const said = { name, workplace: workplace || null };
    const at = { added_by: actor.personId ?? null, added_at: now() };
    await tx
      .insertInto("dispatch_contact")
      .values({ id: newId<"dispatch_contact">(), organisation_id: organisationId, email, ...said, ...at })
      .onConflict((conflict) => conflict.columns(["organisation_id", "email"]).doUpdateSet({ ...said, ...at }))
      .execute();
    await record(tx, { by: actor, what: "circles.contact_person_added", about: organisationId, organisationId });
  });
}

/** Takes a contact person away; what they were sent before stays in the history. */
export function removeContact(db: Database, actor: Actor, roundId: RoundId, id: ContactId): Promise<void> {
  return change(db, actor, async (tx) => {
    const { organisationId } = await roundToInviteTo(tx, actor, roundId);
    const removed = await tx
      .deleteFrom("dispatch_contact")
      .where("id", "=", id)
      .where("organisation_id", "=", organisationId)
      .returning("id")
      .executeTakeFirst();
    if (!removed) throw new Refusal("not_found", "reaching.dispatch.no_such_contact");
    await record(tx, { by: actor, what: "circles.contact_person_removed", about: organisationId, organisationId });
  });
}

async function roundToInviteTo(tx: Tx, actor: Actor, roundId: RoundId) {
  const round = await roundFacts(tx, roundId);
  if (!round || !maySeeRound(actor, round)) throw new Refusal("not_found", "round.no_such_round");
  if (!mayManageRound(actor, round)) throw new Refusal("forbidden", "round.not_yours");
  return round;
}
