import type { Context } from "hono";
import { type Grant, reaches } from "#kernel/actor.ts";
import { OrganisationId } from "#kernel/ids.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import { type Choice, meantOrganisation, organisationsReached } from "#features/organisations/queries.ts";

type Page = Context<Environment>;

const grant = "appraisals:write" satisfies Grant;

/** More organisations than this are not chosen from a list: one is written. */
const longestList = 40;

/** The organisations somebody weighs methods for, to choose among; nothing when there are too many to list. */
export async function organisationsToWeighFor(c: Page): Promise<readonly Choice[] | undefined> {
  const { db, actor } = c.var;
  const isEverywhere = reaches(actor, grant, {});
  const reached = isEverywhere ? [] : await organisationsReached(db, actor, grant);
  return isEverywhere || reached.length > longestList ? undefined : reached;
}

/** The form's word for an organisation turned into its id. */
export async function withOrganisation(c: Page, filled: Filled): Promise<Filled> {
  const { organisation: sent = "", ...values } = filled.values;
  const written = String(sent).trim();
  const known = OrganisationId.safeParse(written).data;
  const organisationId = known ?? (await meantOrganisation(c.var.db, written, "organisation", c.var.now));
  return { ...filled, values: { ...values, organisationId } };
}
