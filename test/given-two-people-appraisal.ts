import { newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenAppraisals } from "./given-appraisals.ts";
import { noon } from "./given-rounds.ts";
import { someDay } from "./given.ts";

type Who = PersonId | null;

const at = noon("2027-03-18")();

/** Rows of appraisals and introductions that name a person, keyed by the column that names them. */
export function givenAppraisalRowsAbout(ownerDb: Database) {
  const appraisals = givenAppraisals(ownerDb);
  type On = { readonly unit: OrganisationId };
  const outcomeOf = { outcome: "Placeringar", approach: "cerqual", level: "low", reason: "Små studier" } as const;
  const limits = { methodology: 0, coherence: 0, adequacy: 0, relevance: 0 };

  const put: Record<string, (on: On, person: Who) => Promise<void>> = {
    "appraisal.decider_id": async ({ unit }, decider_id) => void (await appraisals.appraisal(unit, { decider_id })),
    "appraisal_author.person_id": async ({ unit }, person) => {
      if (person) await appraisals.appraisal(unit, {}, { authors: [person] });
    },
    "appraisal_outcome.judged_by": async ({ unit }, judged_by) => {
      const { id } = await appraisals.appraisal(unit);
      const judged = { judged_by, judged_by_name: judged_by ? null : "Eva Ek", judged_on: someDay };
      await ownerDb
        .insertInto("appraisal_outcome")
        .values({ id: newId(), appraisal_id: id, position: 0, ...outcomeOf, ...limits, ...judged })
        .execute();
    },
    "appraisal_answer.owner_id": async ({ unit }, owner_id) => {
      const { id, checklist } = await appraisals.appraisal(unit);
      const { id: question_id } = await ownerDb
        .selectFrom("checklist_question")
        .where("version_id", "=", checklist)
        .limit(1)
        .select("id")
        .executeTakeFirstOrThrow();
      const said = { standing: "answered" as const, text: "Stormöten", answered_on: someDay, owner_id };
      await ownerDb
        .insertInto("appraisal_answer")
        .values({ id: newId(), appraisal_id: id, question_id, ...said })
        .execute();
    },
    "appraisal_inquiry.asked_by": ({ unit }, asked_by) => inquiry(unit, { asked_by }),
    "appraisal_inquiry.answered_by": ({ unit }, answered_by) =>
      inquiry(unit, { answered_by, answer: "Tusen kronor", answered_at: at }),
    "appraisal_decision.decided_by": ({ unit }, decided_by) => decision(unit, { decided_by }),
    "appraisal_decision.outcome_by": ({ unit }, outcome_by) =>
      decision(unit, { outcome_by, outcome: "Det gick bra", outcome_met: "asExpected", outcome_on: someDay }),
    "introduction.responsible_id": async ({ unit }, responsible_id) => {
      const { id } = await appraisals.appraisal(unit);
      await appraisals.introduction(id, { responsible_id });
    },
  };

  async function inquiry(unit: OrganisationId, over: object) {
    const { id } = await appraisals.appraisal(unit);
    await ownerDb
      .insertInto("appraisal_inquiry")
      .values({ id: newId(), appraisal_id: id, text: "Vad kostar det?", asked_at: at, ...over })
      .execute();
  }

  async function decision(unit: OrganisationId, over: object) {
    const { id } = await appraisals.appraisal(unit);
    const said = { decision_no: 1, decision: "no", reason: "För dyrt", decided_on: someDay, recorded_at: at } as const;
    await ownerDb
      .insertInto("appraisal_decision")
      .values({ id: newId(), appraisal_id: id, ...said, is_sole_author: false, ...over })
      .execute();
  }

  return put;
}
