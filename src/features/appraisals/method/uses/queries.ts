import { sql } from "kysely";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { MethodId, MethodUseId, Phase } from "#features/appraisals/method/method.ts";

/** That an organisation uses a method: how far it had come, and from when to when. */
export type MethodUsed = {
  readonly id: MethodUseId;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly phase: Phase;
  readonly fromDay: Temporal.PlainDate | null;
  /** Null: it is so now. */
  readonly toDay: Temporal.PlainDate | null;
  /** The decided appraisal that it came by; null: none, or it is not decided now. */
  readonly appraisalSlug: string | null;
  /** Whether it comes of an introduction, and follows it. */
  readonly isIntroduced: boolean;
};

/** Where a method is used, by organisation and over time: the latest first of each. */
export async function methodUses(db: Reader, methodId: MethodId): Promise<MethodUsed[]> {
  const { rows } = await sql<MethodUsed>`
    select u.id, u.organisation_id as "organisationId", o.name as organisation, u.phase, u.from_day as "fromDay",
      u.to_day as "toDay", a.slug as "appraisalSlug", u.appraisal_id is not null as "isIntroduced"
    from method_use u
      join organisation o on o.id = u.organisation_id
      left join appraisal a on a.id = u.appraisal_id and a.state = 'decided'
    where u.method_id = ${methodId}
    order by o.name, o.id, u.to_day desc nulls first, u.from_day desc nulls last, u.id
    limit 1000`.execute(db);
  return rows;
}
