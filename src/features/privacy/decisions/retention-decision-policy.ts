import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";

/** Writing down what an organisation has decided about how long personal data is kept. */
export function mayDecideRetention(actor: Actor, organisationId: OrganisationId): boolean {
  return reaches(actor, "retention:decide", { organisationId });
}

/** Seeing what was decided, what would be erased and what was: also those who watch over personal data. */
export function maySeeRetention(actor: Actor, organisationId: OrganisationId): boolean {
  return mayDecideRetention(actor, organisationId) || reaches(actor, "audit:read", { organisationId });
}
