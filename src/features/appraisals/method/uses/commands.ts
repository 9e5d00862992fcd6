import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { AppraisalId } from "#features/appraisals/appraisal/appraisal.ts";
import { maySayUse } from "#features/appraisals/method/method-policy.ts";
import type { MethodUse } from "#features/appraisals/method/method-words.ts";
import type { MethodId, MethodUseId, Phase } from "#features/appraisals/method/method.ts";
import { methodInside } from "#features/appraisals/method/queries.ts";

/** Writes in the register that an organisation uses a method and how far it has come. What was so before is kept. */
export function sayMethodUse(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { organisationId, phase, fromDay }: MethodUse,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { method } = await methodInside(tx, actor, slug);
    if (!maySayUse(actor, method.organisationId, organisationId))
      throw new Refusal("forbidden", "method.not_your_organisation");
    if (fromDay !== null && Temporal.PlainDate.compare(fromDay, dateIn(now())) > 0)
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "fromDay", code: "method.day_to_come" }]);
    await enterPhase(tx, { methodId: method.id, organisationId, phase, fromDay, appraisalId: null });
    const after = { organisationId, phase, fromDay: fromDay?.toString() ?? null };
    await record(tx, { by: actor, what: "appraisals.method_use_said", about: method.id, organisationId, after });
  });
}

/** Takes away what was written in the register by mistake. What an introduction has written follows the introduction. */
export function removeMethodUse(db: Database, actor: Actor, slug: string, useId: MethodUseId): Promise<void> {
  return change(db, actor, async (tx) => {
    const { method } = await methodInside(tx, actor, slug);
    const use = await tx
      .selectFrom("method_use")
      .where("id", "=", useId)
      .where("method_id", "=", method.id)
      .select(["organisation_id as organisationId", "appraisal_id as appraisalId", "phase"])
      .forUpdate()
      .executeTakeFirst();
    if (!use) throw new Refusal("not_found", "method.no_such_use");
    const { organisationId, appraisalId, phase } = use;
    if (!maySayUse(actor, method.organisationId, organisationId))
      throw new Refusal("forbidden", "method.not_your_organisation");
    if (appraisalId !== null) throw new Refusal("conflict", "method.use_follows_introduction");
    await tx.deleteFrom("method_use").where("id", "=", useId).execute();
    const before = { organisationId, phase };
    await record(tx, { by: actor, what: "appraisals.method_use_removed", about: method.id, organisationId, before });
  });
}

type Entered = {
  readonly methodId: MethodId;
  readonly organisationId: OrganisationId;
  readonly phase: Phase;
  readonly fromDay: Temporal.PlainDate | null;
  readonly appraisalId: AppraisalId | null;
};

/**
 * An organisation comes to a phase with a method: the phase it was in ends the day before. Said of the same day, it is a
 * correction; said of a day before the last, it is refused, since the last would then not be the last.
 */
export async function enterPhase(
  tx: Tx,
  { methodId, organisationId, phase, fromDay, appraisalId }: Entered,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('appraisals.use'), hashtext(${`${methodId} ${organisationId}`}))`.execute(
    tx,
  );
  const last = await tx
    .selectFrom("method_use")
    .where("method_id", "=", methodId)
    .where("organisation_id", "=", organisationId)
    .where("to_day", "is", null)
    .select(["id", "phase", "from_day as fromDay"])
    .executeTakeFirst();
  if (last) {
    const order = last.fromDay && fromDay ? Temporal.PlainDate.compare(fromDay, last.fromDay) : undefined;
    if (order !== undefined && order < 0)
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
        { path: "fromDay", code: "method.before_last_phase" },
      ]);
    // The same day, the same phase, or no day that tells them apart: what stood there is put right.
    if (order === 0 || fromDay === null || last.phase === phase) {
      const day = last.phase === phase ? (last.fromDay ?? fromDay) : (fromDay ?? last.fromDay);
      await tx
        .updateTable("method_use")
        .set({ phase, from_day: day, ...(appraisalId === null ? {} : { appraisal_id: appraisalId }) })
        .where("id", "=", last.id)
        .execute();
      return;
    }
    await tx
      .updateTable("method_use")
      .set({ to_day: fromDay.subtract({ days: 1 }) })
      .where("id", "=", last.id)
      .execute();
  }
  await tx
    .insertInto("method_use")
    .values({
      id: newId<"method_use">(),
      method_id: methodId,
      organisation_id: organisationId,
      phase,
      from_day: fromDay,
      appraisal_id: appraisalId,
    })
    .execute();
}
