import type { Id, OrganisationId } from "#kernel/ids.ts";

/** Where a role is held. A round is known with the organisation it belongs to. */
export type Scope =
  | { readonly kind: "everywhere" }
  | { readonly kind: "organisation"; readonly organisationId: OrganisationId }
  | { readonly kind: "round"; readonly roundId: Id<"round">; readonly organisationId: OrganisationId };

export const everywhere: Scope = { kind: "everywhere" };
