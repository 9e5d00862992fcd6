import type { Context } from "hono";
import { type Grant, reaches } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { ItemKind } from "#features/knowledge/item/item.ts";
import { organisationsOfRoles } from "#features/knowledge/item/roles/queries.ts";
import { organisationChoices } from "#features/knowledge/item/terms/queries.ts";
import { type Choice, meantOrganisation } from "#features/organisations/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";

type Page = Context<Environment>;

/** More organisations than this are not chosen from a list: one is written. */
const longestList = 40;

/**
 * The organisations somebody may do something for, to choose among; nothing when there are too many to list. An experience
 * may be written where one has a role, whatever it is.
 */
export async function organisationsWith(
  c: Page,
  grants: readonly Grant[],
  kind?: ItemKind,
): Promise<readonly Choice[] | undefined> {
  const { db, actor, now } = c.var;
  if (grants.some((grant) => reaches(actor, grant, {}))) return undefined;
  const reached = grants.flatMap((grant) => [...(actor.reach.get(grant)?.organisations ?? [])]);
  const own = kind === "professional" ? await organisationsOfRoles(db, actor.personId, dateIn(now())) : [];
  const ids = new Set([...reached, ...own]);
  return ids.size > longestList ? undefined : organisationChoices(db, [...ids] as OrganisationId[]);
}

/** The form's word for an organisation turned into its id. */
export async function withOrganisation(c: Page, filled: Filled): Promise<Filled> {
  const { organisation: sent = "", ...values } = filled.values;
  const written = String(sent).trim();
  const known = OrganisationId.safeParse(written).data;
  const organisationId = known ?? (await meantOrganisation(c.var.db, written, "organisation", c.var.now));
  return { ...filled, values: { ...values, organisationId } };
}

/** The right to write anything at all: told before what was sent is read. */
export async function mustWriteSomewhere(c: Page): Promise<void> {
  const { db, actor, now } = c.var;
  if (actor.reach.has("knowledge:write") || actor.reach.has("knowledge:publish")) return;
  if ((await organisationsOfRoles(db, actor.personId, dateIn(now()))).length > 0) return;
  throw new Refusal("forbidden", "item.not_your_organisation");
}
