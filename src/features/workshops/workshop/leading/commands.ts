import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import type { Tx } from "#platform/database/database.ts";
import { notify } from "#platform/database/notices.ts";
import { type WorkshopInside, workshopInside } from "#features/workshops/workshop/queries.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

/** What the processes that show rooms listen to; the payload is the id of the workshop that has changed. */
export const workshopChannel = "workshop";

/**
 * Takes a workshop's lock for somebody who leads it, and tells how it is under the lock. Others are refused; to strangers
 * it is not there. Answers come in meanwhile: they refer to the workshop and do not wait for it.
 */
export async function lockToLead(tx: Tx, actor: Actor, slug: string, at: Temporal.Instant): Promise<WorkshopInside> {
  await sql`select from workshop where slug = ${slug} for no key update`.execute(tx);
  const inside = await workshopInside(tx, actor, slug, dateIn(at));
  if (!inside.can.lead) throw new Refusal("forbidden", "workshop.not_yours");
  return inside;
}

/** Raises what the room has seen, and tells every process that shows it: once for each change the room must see. */
export async function raiseRoom(tx: Tx, id: WorkshopId): Promise<void> {
  await tx
    .updateTable("workshop")
    .set((eb) => ({ room_version: eb("room_version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  await notify(tx, workshopChannel, id);
}

/** Records what was done in a workshop, with the organisation that holds it. */
export async function recordWorkshop(
  tx: Tx,
  actor: Actor,
  { workshop: { id, organisationId } }: Pick<WorkshopInside, "workshop">,
  what: string,
  after: object = {},
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId, after });
}
