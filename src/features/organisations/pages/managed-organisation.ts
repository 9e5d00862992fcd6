import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { type OrganisationPage, organisationPage } from "#features/organisations/register/queries.ts";
import type { Environment } from "#platform/web/environment.ts";

export type Page = Context<Environment>;

/** The organisation that the address names. */
export async function organisationIn(c: Page): Promise<OrganisationPage> {
  const organisation = await organisationPage(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!organisation) throw new Refusal("not_found", "organisations.no_such_organisation");
  return organisation;
}

/** For forms that only those who look after the organisation have any use of. */
export async function managedIn(c: Page): Promise<OrganisationPage> {
  const organisation = await organisationIn(c);
  if (!organisation.can.manage) throw new Refusal("forbidden", "organisations.not_yours");
  return organisation;
}

/** Back to the organisation; one that has ended is shown as it was, since its address leads on. */
export function back(c: Page, { slug, validTo }: Pick<OrganisationPage, "slug" | "validTo">): Response {
  return c.redirect(`/organisationer/${slug}${validTo ? `?den=${validTo.toString()}` : ""}`, 303);
}
