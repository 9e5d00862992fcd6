import type { Context } from "hono";
import { OrganisationId } from "#kernel/ids.ts";
import { reaches } from "#kernel/actor.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import { type Choice, meantOrganisation, organisationsReached } from "#features/organisations/queries.ts";

type Page = Context<Environment>;

/** More organisations than this are not chosen from a list: one is written. */
const longestList = 40;

/** The organisations whose bodies somebody looks after, to choose among; nothing when there are too many to list. */
export async function keepersFor(c: Page): Promise<readonly Choice[] | undefined> {
  const { db, actor } = c.var;
  const isEverywhere = reaches(actor, "bodies:manage", {});
  const reached = isEverywhere ? [] : await organisationsReached(db, actor, "bodies:manage");
  return isEverywhere || reached.length > longestList ? undefined : reached;
}

/** The form's words for an organisation turned into its id; a field that is left empty stays out. */
export async function withOrganisation(
  c: Page,
  filled: Filled,
  field: string,
  becomes: string,
  isNeeded: boolean,
): Promise<Filled> {
  const { [field]: sent = "", ...values } = filled.values;
  const written = String(sent).trim();
  if (written === "" && !isNeeded) return { ...filled, values };
  const id = OrganisationId.safeParse(written).data ?? (await meantOrganisation(c.var.db, written, field, c.var.now));
  return { ...filled, values: { ...values, [becomes]: id } };
}
