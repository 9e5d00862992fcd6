import type { Id, OrganisationId } from "#kernel/ids.ts";

/** Where a role is held. A round is known with the organisation it belongs to. */
export type Scope =
  | { readonly kind: "everywhere" }
  | { readonly kind: "organisation"; readonly organisationId: OrganisationId }
  | { readonly kind: "round"; readonly roundId: Id<"round">; readonly organisationId: OrganisationId };

export const everywhere: Scope = { kind: "everywhere" };

/** The organisation a scope lies in; none for the whole installation. */
export function organisationOf(scope: Scope): OrganisationId | undefined {
  return scope.kind === "everywhere" ? undefined : scope.organisationId;
}

export function isSamePlace(one: Scope, other: Scope): boolean {
  if (one.kind === "round" && other.kind === "round") return one.roundId === other.roundId;
  return one.kind === other.kind && organisationOf(one) === organisationOf(other);
}
