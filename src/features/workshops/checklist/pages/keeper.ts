import type { Context } from "hono";
import { reaches } from "#kernel/actor.ts";
import { OrganisationId } from "#kernel/ids.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import { type Choice, meantOrganisation, organisationsReached } from "#features/organisations/queries.ts";

const grants = ["workshops:lead", "appraisals:write"] as const;
/** More organisations than this are not chosen from a list: one is written. */
const longestList = 40;

/** The organisations whose checklists somebody keeps, to choose among; nothing when there are too many to list. */
export async function checklistKeepers(c: Context<Environment>): Promise<readonly Choice[] | undefined> {
  const { db, actor } = c.var;
  if (grants.some((grant) => reaches(actor, grant, {}))) return undefined;
  const reached = (await Promise.all(grants.map((grant) => organisationsReached(db, actor, grant)))).flat();
  const once = [...new Map(reached.map((choice) => [choice.id, choice])).values()];
  return once.length > longestList ? undefined : once;
}

/** The form's words for an organisation turned into its id. */
export async function withKeeper(c: Context<Environment>, filled: Filled): Promise<Filled> {
  const { keeper = "", ...values } = filled.values;
  const written = String(keeper).trim();
  const id =
    OrganisationId.safeParse(written).data ?? (await meantOrganisation(c.var.db, written, "keeper", c.var.now));
  return { ...filled, values: { ...values, organisationId: id } };
}
