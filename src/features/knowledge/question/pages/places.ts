import type { Context } from "hono";
import { reaches } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import { organisationsOf } from "#features/knowledge/question/contacts/queries.ts";
import { type Choice, meantOrganisation } from "#features/organisations/queries.ts";

type Page = Context<Environment>;

/**
 * The organisations somebody may ask a question for, to choose among; nothing when any may be written.
 *
 * @throws Refusal `forbidden` for somebody without a role anywhere.
 */
export async function placesToAskFor(c: Page): Promise<readonly Choice[] | undefined> {
  const { db, actor, now } = c.var;
  const places = await organisationsOf(db, actor.personId, dateIn(now()));
  if (places.length > 0) return places;
  if (reaches(actor, "knowledge:write", {})) return undefined;
  throw new Refusal("forbidden", "ask.no_organisation");
}

/** The form's word for an organisation turned into its id; the only one there is goes without saying. */
export async function withPlace(
  c: Page,
  filled: Filled,
  places: readonly Choice[] | undefined,
): Promise<Filled["values"]> {
  const { organisation: sent = "", ...values } = filled.values;
  const written = String(sent).trim();
  const known = OrganisationId.safeParse(written).data;
  const only = places?.length === 1 ? places[0]?.id : undefined;
  const organisationId =
    known ??
    (written === "" ? only : undefined) ??
    (await meantOrganisation(c.var.db, written, "organisation", c.var.now));
  return { ...values, organisationId };
}
