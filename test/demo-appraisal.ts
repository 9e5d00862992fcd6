import { sql } from "kysely";
import { loadAppraisalsDemo } from "../src/features/appraisals/demo.ts";
import { loadOwnChecklist } from "../src/features/workshops/checklist/own/commands.ts";
import type { Clock } from "../src/kernel/clock.ts";
import type { PersonId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenAppraisals } from "./given-appraisals.ts";

type Ground = Parameters<typeof loadAppraisalsDemo>[1];

/**
 * The demo's methods and appraisals, and for the rest of the addresses: one that is proposed to the leader, one that was
 * withdrawn, one that is decided and whose introduction has not begun. The leader answers for them all.
 */
export async function demoAppraisal({ db, ownerDb }: { db: Database; ownerDb: Database }, ground: Ground, now: Clock) {
  await loadOwnChecklist(db, now);
  const demo = await loadAppraisalsDemo(db, ground, now);
  const appraisals = givenAppraisals(ownerDb);
  const { organisationId, leader } = ground;
  const written = (
    state: "proposed" | "withdrawn" | "decided" | "weighing",
    authors: readonly PersonId[] = [leader.id],
  ) =>
    appraisals.appraisal(
      organisationId,
      { state, decider_id: leader.id },
      { authors, isSought: true, method: demo.method.id },
    );
  const [weighing, proposed, withdrawn, decided, begun] = [
    await written("weighing"),
    await written("proposed"),
    await written("withdrawn"),
    await written("decided"),
    await written("decided"),
  ];
  // Two decisions to introduce: one that has begun, and one that has not.
  for (const { id } of [decided, begun])
    await sql`
      insert into appraisal_decision (id, appraisal_id, decision_no, decision, reason, decided_by, decided_on, recorded_at,
        is_sole_author, expected_effect, expected_by, measured_how, stop_when)
      values (gen_random_uuid(), ${id}, 1, 'broad', 'Det behövs', ${leader.id}, ${now()}::date, ${now()}, true,
        'Färre avbrott', ${now()}::date + 365, 'Före och efter', 'Fler avhopp')`.execute(ownerDb);
  const introductionId = await appraisals.introduction(begun.id);
  const stepId = await appraisals.step(introductionId);
  return { ...demo, weighing, proposed, gone: withdrawn, decided, begun, stepId };
}
