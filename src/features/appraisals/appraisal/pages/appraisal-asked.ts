import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { appraisalInside, type AppraisalInside } from "#features/appraisals/appraisal/queries.ts";

/** The appraisal an address names, for those who may see it. */
export function appraisalAsked(c: Context<Environment>): Promise<AppraisalInside> {
  const { db, actor, now } = c.var;
  return appraisalInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}
