import { type Actor, reaches } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import {
  lockCommission,
  moveCommission,
  ownerColumns,
  recordCommission,
} from "#features/meetings/commission/commands.ts";
import type { CommissionAnswer, ReceivedCommission } from "#features/meetings/commission/commission-words.ts";
import { addDeliverables } from "#features/meetings/commission/giving/commands.ts";
import type { CommissionId } from "#features/meetings/matter/matter.ts";
import { commissionMailJob, intakeAnswerMailJob } from "#features/meetings/matter/matter-jobs.ts";

/** Writes down what somebody outside asks the support unit to do: from which level, how large and how pressing. (R163) */
export function receiveCommission(
  db: Database,
  actor: Actor,
  now: Clock,
  words: ReceivedCommission,
): Promise<{ readonly id: CommissionId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    if (!reaches(actor, "bodies:manage", { organisationId: words.organisation }))
      throw new Refusal("forbidden", "commission.not_your_unit");
    const id = newId<"commission">();
    await tx
      .insertInto("commission")
      .values({
        id,
        organisation_id: words.organisation,
        requester: words.requester,
        requester_email: words.requesterEmail,
        origin: words.origin,
        title: words.title,
        about: words.about,
        size: words.size,
        fte: words.fte,
        priority: words.priority,
        due_on: words.dueOn,
        state: "received",
        since: dateIn(at),
        created_at: at,
      })
      .execute();
    await addDeliverables(tx, id, [{ text: words.title, dueOn: null }]);
    const { organisation: organisationId, origin } = words;
    await record(tx, { by: actor, what: "meetings.commission_received", about: id, organisationId, after: { origin } });
    return { id };
  });
}

/**
 * Answers whoever asked: yes, no or not yet, the two last with a reason. Yes says who does it and how much it takes. An
 * answer goes by mail where there is an address. (R163)
 */
export function answerIntake(
  db: Database,
  actor: Actor,
  now: Clock,
  id: string,
  { answer, reason, size, fte, priority, dueOn, ...owner }: CommissionAnswer,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockCommission(tx, actor, id, at);
    const { commission, can } = inside;
    if (!can.run) throw new Refusal("forbidden", "commission.not_yours_to_run");
    if (commission.requester === null) throw new Refusal("conflict", "commission.not_from_outside");
    await moveCommission(tx, inside, answer, dateIn(at), reason === null ? {} : { reason });
    const { ownerPerson, ownerOrganisation, ownerName } = await ownerColumns(tx, owner);
    await tx
      .updateTable("commission")
      .set({
        reason,
        size,
        fte,
        priority,
        due_on: dueOn,
        owner_person: ownerPerson,
        owner_organisation: ownerOrganisation,
        owner_name: ownerName,
        ...(answer === "accept" ? { given_on: dateIn(at) } : {}),
      })
      .where("id", "=", commission.id)
      .execute();
    const version = commission.version + 1;
    // Whoever was thought of before the answer was yes has not been told; whoever was given it before has.
    if (
      answer === "accept" &&
      ownerPerson !== null &&
      (commission.givenOn === null || ownerPerson !== commission.ownerPerson)
    )
      await enqueue(tx, commissionMailJob, { commissionId: commission.id, personId: ownerPerson, version });
    if (answer !== "assess" && commission.requesterEmail !== null)
      await enqueue(tx, intakeAnswerMailJob, { commissionId: commission.id, version });
    await recordCommission(tx, actor, commission, "meetings.commission_answered", { answer });
  });
}
