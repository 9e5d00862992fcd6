import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { lockToLead, raiseRoom, recordWorkshop } from "#features/workshops/workshop/leading/commands.ts";
import type { DeviceId, AnswerId } from "#features/workshops/moderation/moderation.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";
import type { Hiding } from "#features/workshops/workshop/workshop-words.ts";

/** Hides an answer from the room and from what comes of it, and says why. It is kept, word for word. (Rule J-5) */
export function hideAnswer(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: AnswerId,
  { reason }: Hiding,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockToLead(tx, actor, slug, at);
    await mustBeThere(tx, inside.workshop.id, id);
    await tx
      .updateTable("workshop_answer")
      .set({ hidden_at: at, hidden_reason: reason })
      .where("id", "=", id)
      .execute();
    await raiseRoom(tx, inside.workshop.id);
    await recordWorkshop(tx, actor, inside, "workshops.answer_hidden", { answerId: id });
  });
}

/** Shows a hidden answer again. */
export function showAnswer(db: Database, actor: Actor, now: Clock, slug: string, id: AnswerId): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockToLead(tx, actor, slug, now());
    await mustBeThere(tx, inside.workshop.id, id);
    await tx
      .updateTable("workshop_answer")
      .set({ hidden_at: null, hidden_reason: null })
      .where("id", "=", id)
      .execute();
    await raiseRoom(tx, inside.workshop.id);
    await recordWorkshop(tx, actor, inside, "workshops.answer_shown", { answerId: id });
  });
}

/** Shuts a device out: it can answer no more, and what it has answered is hidden with it. */
export function shutOut(db: Database, actor: Actor, now: Clock, slug: string, id: DeviceId): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockToLead(tx, actor, slug, at);
    await changeDevice(tx, inside.workshop.id, id, at);
    await tx
      .updateTable("workshop_answer")
      .set({ hidden_at: at, hidden_reason: null })
      .where("device_id", "=", id)
      .where("hidden_at", "is", null)
      .execute();
    await raiseRoom(tx, inside.workshop.id);
    await recordWorkshop(tx, actor, inside, "workshops.device_shut_out");
  });
}

/** Lets a device in again, with what was hidden only because it was shut out. */
export function letIn(db: Database, actor: Actor, now: Clock, slug: string, id: DeviceId): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockToLead(tx, actor, slug, now());
    await changeDevice(tx, inside.workshop.id, id, null);
    await tx
      .updateTable("workshop_answer")
      .set({ hidden_at: null })
      .where("device_id", "=", id)
      .where("hidden_reason", "is", null)
      .execute();
    await raiseRoom(tx, inside.workshop.id);
    await recordWorkshop(tx, actor, inside, "workshops.device_let_in");
  });
}

async function mustBeThere(tx: Tx, workshopId: WorkshopId, id: AnswerId): Promise<void> {
  const found = await tx
    .selectFrom("workshop_answer")
    .where("id", "=", id)
    .where("workshop_id", "=", workshopId)
    .select("id")
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new Refusal("not_found", "moderation.no_such_answer");
}

async function changeDevice(
  tx: Tx,
  workshopId: WorkshopId,
  id: DeviceId,
  shutOutAt: Temporal.Instant | null,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("workshop_device")
    .set({ shut_out_at: shutOutAt })
    .where("id", "=", id)
    .where("workshop_id", "=", workshopId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Refusal("not_found", "moderation.no_such_device");
}
