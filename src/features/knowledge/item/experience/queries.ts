import { sql, type SqlBool } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { criteria, type CriterionFacts } from "#features/appraisals/sources/sources.ts";
import type { ExperienceStage } from "#features/knowledge/item/experience-lifecycle.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { Id } from "#kernel/ids.ts";

/** One step of an experience on its way, with what it was taken on. */
export type StepTaken = {
  readonly id: Id<"experience_step">;
  readonly stage: ExperienceStage;
  readonly saidOn: Temporal.PlainDate;
  readonly reason: string;
  readonly body: string | null;
  readonly reviewOn: Temporal.PlainDate | null;
};

/** How an experience came to where it stands, the latest first. */
export function stepsOf(db: Reader, itemId: ItemId): Promise<StepTaken[]> {
  return db
    .selectFrom("experience_step as s")
    .leftJoin("body as b", "b.id", "s.body_id")
    .where("s.item_id", "=", itemId)
    .orderBy("s.recorded_at", "desc")
    .orderBy("s.id", "desc")
    .select(["s.id", "s.stage", "s.said_on as saidOn", "s.reason", "b.name as body", "s.review_on as reviewOn"])
    .execute();
}

/** How far an experience meets each criterion; null where nobody has said. */
export async function profileOf(db: Reader, itemId: ItemId): Promise<CriterionFacts[]> {
  const rows = await db
    .selectFrom("experience_profile")
    .where("item_id", "=", itemId)
    .select(["criterion", "score", "evidence"])
    .execute();
  return criteria.map((criterion) => {
    const said = rows.find((row) => row.criterion === criterion);
    return { criterion, score: said?.score ?? null, evidence: said?.evidence ?? null };
  });
}

export type BodyChoice = { readonly id: BodyId; readonly name: string; readonly organisation: string };

/** The networks and councils that can say that an experience is proven, by name. Those that rest cannot. */
export async function bodiesThatProve(db: Reader): Promise<BodyChoice[]> {
  return db
    .selectFrom("body as b")
    .innerJoin("organisation as o", "o.id", "b.organisation_id")
    .where(sql<SqlBool>`not exists (select from body_dormancy d where d.body_id = b.id and d.to_day is null)`)
    .orderBy("b.name")
    .orderBy("b.id")
    .limit(300)
    .select(["b.id", "b.name", "o.short_name as organisation"])
    .execute();
}
