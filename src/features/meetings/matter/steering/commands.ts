import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import type { Tx } from "#platform/database/database.ts";
import type { MatterId } from "#features/meetings/matter/matter.ts";
import { type MatterInside, matterInScope } from "#features/meetings/matter/queries.ts";
import { type LockedMatter, lockMatter } from "#features/meetings/matter/steps/commands.ts";

/** A matter in the hands of somebody who may say what becomes of it. */
export type SteeredMatter = { readonly inside: MatterInside; readonly matter: LockedMatter };

/** Takes a matter's lock for somebody who runs a body that it concerns. Others are refused; to strangers it is not there. */
export async function lockToSteer(tx: Tx, actor: Actor, slug: string, at: Temporal.Instant): Promise<SteeredMatter> {
  const found = await matterInScope(tx, actor, slug, dateIn(at));
  const matter = await lockMatter(tx, found.matter.id);
  // Read again under the lock: somebody may have done something with it meanwhile.
  const inside = await matterInScope(tx, actor, slug, dateIn(at));
  if (!inside.can.steer) throw new Refusal("forbidden", "matter.not_yours");
  return { inside, matter };
}

/** Records what was done to a matter, with the organisation that keeps the body it lives in. */
export async function recordMatter(
  tx: Tx,
  actor: Actor,
  { matter: { id, bodyId }, bodies }: MatterInside,
  what: string,
  after: object = {},
): Promise<void> {
  const organisationId = bodies.find((body) => body.id === bodyId)?.organisationId;
  await record(tx, { by: actor, what, about: id, organisationId, after });
}

/** Refuses to end a matter while something that was commissioned in it is not closed. */
export async function refuseWithOpenCommissions(tx: Tx, id: MatterId): Promise<void> {
  const open = await tx
    .selectFrom("commission")
    .where("matter_id", "=", id)
    .where("state", "<>", "closed")
    .select("id")
    .limit(1)
    .executeTakeFirst();
  if (open) throw new Refusal("conflict", "matter.commissions_open");
}
