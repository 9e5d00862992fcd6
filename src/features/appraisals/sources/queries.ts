import type { Reader } from "#platform/database/database.ts";
import type { AppraisalId, Source } from "#features/appraisals/appraisal/appraisal.ts";
import {
  type AllSources,
  type ConsultationFacts,
  criteria,
  type CriterionFacts,
  type OutcomeFacts,
  type ReferenceFacts,
} from "#features/appraisals/sources/sources.ts";

/**
 * The three sources of an appraisal, always all three and in one order. What nobody has written anything of is there as
 * well, and is said not to be sought yet: no page, file or API asks for one source in any other way. (R014, R065)
 */
export async function sourcesOf(db: Reader, id: AppraisalId): Promise<AllSources> {
  const [rows, references, outcomes, profile, consultations] = await Promise.all([
    db.selectFrom("appraisal_source").where("appraisal_id", "=", id).selectAll().execute(),
    referencesOf(db, id),
    outcomesOf(db, id),
    profileOf(db, id),
    consultationsOf(db, id),
  ]);
  const facts = <Name extends Source>(source: Name) => {
    const row = rows.find((each) => each.source === source);
    return {
      source,
      standing: row?.standing ?? ("notSought" as const),
      summary: row?.summary ?? null,
      soughtWhere: row?.sought_where ?? null,
      soughtOn: row?.sought_on ?? null,
      speaks: row?.speaks ?? null,
      version: row?.version ?? 0,
      references: references.get(source) ?? [],
    };
  };
  return [
    { ...facts("research"), outcomes },
    { ...facts("profession"), profile },
    { ...facts("serviceUsers"), consultations },
  ];
}

async function referencesOf(db: Reader, id: AppraisalId): Promise<Map<string, ReferenceFacts[]>> {
  const rows = await db
    .selectFrom("appraisal_reference")
    .where("appraisal_id", "=", id)
    .orderBy("position")
    .orderBy("id")
    .select(["id", "source", "title", "year", "link"])
    .execute();
  return Map.groupBy(rows, ({ source }) => source);
}

async function outcomesOf(db: Reader, id: AppraisalId): Promise<OutcomeFacts[]> {
  const rows = await db
    .selectFrom("appraisal_outcome as u")
    .leftJoin("person as p", "p.id", "u.judged_by")
    .where("u.appraisal_id", "=", id)
    .orderBy("u.position")
    .orderBy("u.id")
    .selectAll("u")
    .select("p.name as judge")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    outcome: row.outcome,
    result: row.result,
    basis:
      row.approach === "grade"
        ? {
            approach: "grade",
            start: row.starts ?? "low",
            riskOfBias: row.risk_of_bias ?? 0,
            inconsistency: row.inconsistency ?? 0,
            indirectness: row.indirectness ?? 0,
            imprecision: row.imprecision ?? 0,
            publicationBias: row.publication_bias ?? 0,
            largeEffect: row.large_effect ?? 0,
            doseResponse: row.dose_response ?? 0,
            opposingConfounding: row.opposing_confounding ?? 0,
          }
        : {
            approach: "cerqual",
            methodology: row.methodology ?? 0,
            coherence: row.coherence ?? 0,
            adequacy: row.adequacy ?? 0,
            relevance: row.relevance ?? 0,
          },
    judged: { level: row.level, reason: row.reason, by: row.judge ?? row.judged_by_name ?? "", on: row.judged_on },
  }));
}

async function profileOf(db: Reader, id: AppraisalId): Promise<CriterionFacts[]> {
  const rows = await db.selectFrom("appraisal_experience").where("appraisal_id", "=", id).selectAll().execute();
  return criteria.map((criterion) => {
    const row = rows.find((each) => each.criterion === criterion);
    return { criterion, score: row?.score ?? null, evidence: row?.evidence ?? null };
  });
}

function consultationsOf(db: Reader, id: AppraisalId): Promise<ConsultationFacts[]> {
  return db
    .selectFrom("appraisal_consultation")
    .where("appraisal_id", "=", id)
    .orderBy("position")
    .orderBy("id")
    .select(["id", "who", "how", "how_many as howMany", "asked_on as askedOn", "said", "missing", "participation"])
    .execute();
}
