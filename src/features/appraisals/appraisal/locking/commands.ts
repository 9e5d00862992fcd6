import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import type { Tx } from "#platform/database/database.ts";
import { appraisalSteps, type AppraisalStep, isPossible } from "#features/appraisals/appraisal/appraisal-lifecycle.ts";
import { appraisalInside, type AppraisalInside } from "#features/appraisals/appraisal/queries.ts";

/** Takes an appraisal's lock, for somebody who sees it. */
export async function lockAppraisal(
  tx: Tx,
  actor: Actor,
  slug: string,
  at: Temporal.Instant,
): Promise<AppraisalInside> {
  const { appraisal } = await appraisalInside(tx, actor, slug, dateIn(at));
  await sql`select 1 from appraisal where id = ${appraisal.id} for update`.execute(tx);
  return appraisalInside(tx, actor, slug, dateIn(at));
}

/** Takes an appraisal's lock for one of its authors, while it is weighed. */
export async function lockAppraisalToWrite(
  tx: Tx,
  actor: Actor,
  slug: string,
  at: Temporal.Instant,
): Promise<AppraisalInside> {
  const inside = await lockAppraisal(tx, actor, slug, at);
  mustWrite(actor, inside);
  return inside;
}

/** Refuses somebody who may not write in an appraisal now, and says which it is: not theirs, or not while it is weighed. */
export function mustWrite(actor: Actor, inside: AppraisalInside): void {
  if (inside.can.write) return;
  if (isAuthor(actor, inside)) throw new Refusal("conflict", "appraisal.not_weighed_now");
  throw new Refusal("forbidden", "appraisal.not_yours_to_write");
}

/** Moves a locked appraisal to another state. */
export async function moveAppraisal(
  tx: Tx,
  { appraisal }: AppraisalInside,
  step: AppraisalStep,
  over: { decider_id?: PersonId; proposed_at?: Temporal.Instant; withdrawn_reason?: string | null } = {},
): Promise<void> {
  if (!isPossible(step, appraisal.state)) throw new Refusal("conflict", "appraisal.step_not_possible");
  await tx
    .updateTable("appraisal")
    .set({ state: appraisalSteps[step].to, ...over, version: appraisal.version + 1 })
    .where("id", "=", appraisal.id)
    .execute();
}

/** One thing wrong, said at its field. */
export function wrongAt(path: string, code: Refusal["code"]): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code }]);
}

/** Writes down in the audit trail what was done with an appraisal. */
export async function recordAppraisal(
  tx: Tx,
  actor: Actor,
  { appraisal: { id, organisationId } }: AppraisalInside,
  what: string,
  after: object = {},
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId, after });
}

/** Takes an appraisal's lock for whoever may change who writes and decides, or withdraw it. */
export async function lockAppraisalToKeep(
  tx: Tx,
  actor: Actor,
  slug: string,
  at: Temporal.Instant,
): Promise<AppraisalInside> {
  const inside = await lockAppraisal(tx, actor, slug, at);
  if (!inside.can.keep) throw new Refusal("forbidden", "appraisal.not_yours_to_keep");
  return inside;
}

/** Whether somebody is one of those who write. */
export function isAuthor({ personId }: Actor, { authors }: AppraisalInside): boolean {
  return authors.some(({ id }) => id === personId);
}
