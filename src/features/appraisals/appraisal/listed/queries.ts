import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { AppraisalId, AppraisalState, Decision } from "#features/appraisals/appraisal/appraisal.ts";
import { isAppraisalSeen, isAtWorkWith } from "#features/appraisals/appraisal/queries.ts";
import type { MethodId } from "#features/appraisals/method/method.ts";

/** What the list of appraisals is narrowed to. */
export type AppraisalWish = {
  /** By the name of the method or of the appraisal. */
  readonly typed?: string | undefined;
  readonly state?: AppraisalState | undefined;
  readonly methodId?: MethodId | undefined;
  readonly organisationId?: OrganisationId | undefined;
  /** Those one is at work with, or those others have decided. */
  readonly which?: "own" | "others" | undefined;
  /** The list goes on after this appraisal. */
  readonly after?: AppraisalId | undefined;
  readonly limit: number;
};

/** An appraisal in a list: none of the three sources stands here, so none stands without the others. */
export type ListedAppraisal = {
  readonly id: AppraisalId;
  readonly slug: string;
  readonly title: string;
  readonly method: string;
  readonly organisation: string;
  readonly state: AppraisalState;
  readonly isInUse: boolean;
  /** Whether whoever asks is one of its authors or is to decide. */
  readonly isOwn: boolean;
  readonly decision: Decision | null;
  readonly decidedOn: Temporal.PlainDate | null;
};

/** The appraisals somebody may see, the latest begun first, and how many there are of those wished for. */
export async function appraisalsListed(
  db: Reader,
  actor: Actor,
  wish: AppraisalWish,
): Promise<{
  readonly appraisals: ListedAppraisal[];
  readonly count: number;
  readonly after: AppraisalId | undefined;
}> {
  const pattern = `%${(wish.typed ?? "").trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const wished = db
    .selectFrom("appraisal as a")
    .innerJoin("method as m", "m.id", "a.method_id")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .where(isAppraisalSeen(actor))
    .where(sql<SqlBool>`(a.title ilike ${pattern} or m.name ilike ${pattern}
      or exists (select from unnest(m.also_called) as n where n ilike ${pattern}))`)
    .$if(wish.state !== undefined, (qb) => qb.where("a.state", "=", wish.state as AppraisalState))
    .$if(wish.methodId !== undefined, (qb) => qb.where("a.method_id", "=", wish.methodId as MethodId))
    .$if(wish.organisationId !== undefined, (qb) =>
      qb.where("a.organisation_id", "=", wish.organisationId as OrganisationId),
    )
    .$if(wish.which === "own", (qb) => qb.where(isAtWorkWith(actor)))
    .$if(wish.which === "others", (qb) => qb.where(sql<SqlBool>`not ${isAtWorkWith(actor)}`));
  const person = sql`${actor.personId ?? null}::uuid`;
  const [{ count }, rows] = await Promise.all([
    wished.select(sql<number>`count(*)::int`.as("count")).executeTakeFirstOrThrow(),
    wished
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom("appraisal_decision as d")
            .whereRef("d.appraisal_id", "=", "a.id")
            .orderBy("d.decision_no", "desc")
            .limit(1)
            .select(["d.decision", "d.decided_on as decidedOn"])
            .as("last"),
        (join) => join.onTrue(),
      )
      .$if(wish.after !== undefined, (qb) =>
        qb.where(sql<SqlBool>`(a.created_at, a.id) < (
          select created_at, id from appraisal where id = ${wish.after ?? null}::uuid)`),
      )
      .orderBy("a.created_at", "desc")
      .orderBy("a.id", "desc")
      .limit(wish.limit + 1)
      .select(["a.id", "a.slug", "a.title", "m.name as method", "o.name as organisation", "a.state"])
      .select(["a.is_in_use as isInUse", "last.decision", "last.decidedOn"])
      .select(
        sql<boolean>`(coalesce(a.decider_id = ${person}, false) or exists (
          select from appraisal_author au where au.appraisal_id = a.id and au.person_id = ${person}))`.as("isOwn"),
      )
      .execute(),
  ]);
  const appraisals = rows.slice(0, wish.limit);
  return { appraisals, count, after: rows.length > wish.limit ? appraisals.at(-1)?.id : undefined };
}

/** How a method was weighed, as far as somebody may see. */
export async function appraisalsOfMethod(db: Reader, actor: Actor, methodId: MethodId): Promise<ListedAppraisal[]> {
  const { appraisals } = await appraisalsListed(db, actor, { methodId, limit: 200 });
  return appraisals;
}
