import type { Insertable } from "kysely";
import { newId } from "../src/kernel/ids.ts";
import type { AppraisalId, Source } from "../src/features/appraisals/appraisal/appraisal.ts";
import type { ConsultationId, Criterion, OutcomeId, ReferenceId } from "../src/features/appraisals/sources/sources.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { someDay } from "./given.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

/** What somebody types who judges an outcome by GRADE: its steps lead to low. */
export const gradeTyped = {
  outcome: "Placeringar efter 12 månader",
  result: "färre placeringar",
  start: "high",
  riskOfBias: "1",
  inconsistency: "0",
  indirectness: "0",
  imprecision: "1",
  publicationBias: "0",
  largeEffect: "0",
  doseResponse: "0",
  opposingConfounding: "0",
  level: "low",
  reason: "Små grupper och ingen blindning",
  judgedByName: "",
  judgedOn: "2027-03-17",
};

/**
 * Sentences about what is written under the three sources of an appraisal, which has been begun:
 *
 *     await sources.found(id, "research", { summary: "Färre placeringar", speaks: "for" });
 *     await sources.outcome(id, { level: "low" });
 */
export function givenSources(db: Database) {
  const says = async (appraisalId: AppraisalId, source: Source, over: Over<"appraisal_source">): Promise<void> => {
    await db
      .updateTable("appraisal_source")
      .set(over as never)
      .where("appraisal_id", "=", appraisalId)
      .where("source", "=", source)
      .execute();
  };

  const found = (id: AppraisalId, source: Source, over: Over<"appraisal_source"> = {}): Promise<void> =>
    says(id, source, { standing: "found", summary: "Den säger något.", ...over });

  const notFound = (id: AppraisalId, source: Source): Promise<void> =>
    says(id, source, { standing: "soughtNoneFound", sought_where: "Metodguiden", sought_on: someDay });

  /** An outcome of other studies than randomised, so that it starts at low and nothing has moved it. */
  const outcome = async (appraisal_id: AppraisalId, over: Over<"appraisal_outcome"> = {}): Promise<OutcomeId> => {
    const id = newId<"appraisal_outcome">();
    const steps = {
      risk_of_bias: 0,
      inconsistency: 0,
      indirectness: 0,
      imprecision: 0,
      publication_bias: 0,
      large_effect: 0,
      dose_response: 0,
      opposing_confounding: 0,
    };
    await db
      .insertInto("appraisal_outcome")
      .values({
        position: 0,
        outcome: "Placeringar efter 12 månader",
        result: "färre placeringar i två studier med små grupper",
        approach: "grade",
        starts: "low",
        ...steps,
        level: "low",
        reason: "Två studier utan lottning",
        judged_by_name: "Alva Lind",
        judged_on: someDay,
        ...over,
        id,
        appraisal_id,
      })
      .execute();
    return id;
  };

  const criterion = async (
    appraisal_id: AppraisalId,
    criterion: Criterion,
    score: number,
    evidence: string | null = "Fyra kommuner sedan 2022",
  ): Promise<void> => {
    await db.insertInto("appraisal_experience").values({ appraisal_id, criterion, score, evidence }).execute();
  };

  const consultation = async (
    appraisal_id: AppraisalId,
    over: Over<"appraisal_consultation"> = {},
  ): Promise<ConsultationId> => {
    const id = newId<"appraisal_consultation">();
    const said = { position: 0, who: "Brukarrådet", how: "Gruppsamtal", participation: "dialogue" as const };
    await db
      .insertInto("appraisal_consultation")
      .values({ ...said, ...over, id, appraisal_id })
      .execute();
    return id;
  };

  const reference = async (appraisal_id: AppraisalId, source: Source, title = "En rapport"): Promise<ReferenceId> => {
    const id = newId<"appraisal_reference">();
    await db.insertInto("appraisal_reference").values({ id, appraisal_id, source, position: 0, title }).execute();
    return id;
  };

  return { found, notFound, outcome, criterion, consultation, reference };
}
