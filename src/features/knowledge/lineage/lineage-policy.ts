import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { mayWriteFor } from "#features/knowledge/item/item-policy.ts";

/** What settles who may say that a thing and an item rest on each other. */
export type TieStanding = {
  readonly itemOrganisationId: OrganisationId | null;
  readonly thingOrganisationId: OrganisationId | null;
  /** Whether whoever asks keeps the thing: writes the appraisal, leads the circle. */
  readonly isKept: boolean;
};

/** Tying and untying: those who write knowledge for the item's or the thing's organisation, and whoever keeps the thing. */
export function mayTie(actor: Actor, { itemOrganisationId, thingOrganisationId, isKept }: TieStanding): boolean {
  return isKept || mayTieAnything(actor, itemOrganisationId) || mayTieAnything(actor, thingOrganisationId);
}

/** Tying whatever one sees to what an organisation keeps. */
export function mayTieAnything(actor: Actor, organisationId: OrganisationId | null): boolean {
  return mayWriteFor(actor, organisationId);
}
