import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { lockAppraisal, recordAppraisal } from "#features/appraisals/appraisal/locking/commands.ts";
import { mayWeigh } from "#features/appraisals/decision/decision-policy.ts";
import type { OptionsWish } from "#features/appraisals/decision/decision-words.ts";

/**
 * Writes what could be chosen, held against what matters, from the version of the appraisal that was read. Both parties may:
 * those who propose, and whoever decides.
 */
export function writeOptions(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { criteria, options, version }: OptionsWish,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisal(tx, actor, slug, now());
    if (!mayWeigh(inside)) throw new Refusal("forbidden", "appraisal_decision.not_yours_to_weigh");
    const { id } = inside.appraisal;
    if (inside.appraisal.version !== version) throw new Refusal("conflict", "appraisal.changed_meanwhile");
    await tx.deleteFrom("decision_option").where("appraisal_id", "=", id).execute();
    await tx.deleteFrom("decision_criterion").where("appraisal_id", "=", id).execute();
    const columns = criteria.map((text, position) => ({
      id: newId<"decision_criterion">(),
      appraisal_id: id,
      position,
      text,
    }));
    if (columns.length > 0) await tx.insertInto("decision_criterion").values(columns).execute();
    for (const [position, { text, weighing }] of options.entries()) {
      const optionId = newId<"decision_option">();
      await tx.insertInto("decision_option").values({ id: optionId, appraisal_id: id, position, text }).execute();
      const said = columns.flatMap(({ id: criterion_id }, at) => {
        const words = weighing[at];
        return words ? [{ option_id: optionId, criterion_id, text: words }] : [];
      });
      if (said.length > 0) await tx.insertInto("decision_weighing").values(said).execute();
    }
    await tx
      .updateTable("appraisal")
      .set({ version: version + 1 })
      .where("id", "=", id)
      .execute();
    const told = { options: options.length, criteria: criteria.length };
    await recordAppraisal(tx, actor, inside, "appraisals.options_weighed", told);
  });
}
