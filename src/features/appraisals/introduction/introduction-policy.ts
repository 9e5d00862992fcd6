import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";

type Standing = {
  readonly organisationId: OrganisationId;
  readonly authorIds: readonly PersonId[];
  readonly deciderId: PersonId | null;
  readonly responsibleId: PersonId | null;
};

/** Writing how an introduction goes: who is responsible for it, who wrote or decided, and who weighs methods there. */
export function mayRunIntroduction(actor: Actor, introduction: Standing): boolean {
  const { personId } = actor;
  const { organisationId, authorIds, deciderId, responsibleId } = introduction;
  const isNamed = personId !== undefined && [...authorIds, deciderId, responsibleId].includes(personId);
  return isNamed || reaches(actor, "appraisals:write", { organisationId });
}
