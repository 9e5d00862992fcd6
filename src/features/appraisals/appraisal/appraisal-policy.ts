import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { AppraisalState } from "#features/appraisals/appraisal/appraisal.ts";

/** What of an appraisal settles who may do what with it. */
export type AppraisalStanding = {
  readonly state: AppraisalState;
  readonly organisationId: OrganisationId;
  readonly deciderId: PersonId | null;
  readonly authorIds: readonly PersonId[];
};

/** Beginning an appraisal for an organisation. */
export function mayBegin(actor: Actor, organisationId: OrganisationId): boolean {
  return reaches(actor, "appraisals:write", { organisationId });
}

/** Writing in an appraisal: its authors, while it is weighed. What is proposed stands until it is taken or sent back. */
export function mayWrite(actor: Actor, appraisal: AppraisalStanding): boolean {
  return appraisal.state === "weighing" && isAuthor(actor, appraisal);
}

/** Asking before it is decided: whoever is to decide, and those who decide for the organisation. */
export function mayAsk(actor: Actor, appraisal: AppraisalStanding): boolean {
  const isOpen = appraisal.state === "weighing" || appraisal.state === "proposed";
  return isOpen && (isDecider(actor, appraisal) || decidesThere(actor, appraisal));
}

/** Deciding: exactly the one who is chosen to, as long as they decide for the organisation. */
export function mayDecide(actor: Actor, appraisal: AppraisalStanding): boolean {
  const isReady = appraisal.state === "proposed" || appraisal.state === "decided";
  return isReady && isDecider(actor, appraisal) && decidesThere(actor, appraisal);
}

/** Answering what is asked, and telling what became of it: its authors and whoever decides, until it is withdrawn. */
export function mayTell(actor: Actor, appraisal: AppraisalStanding): boolean {
  return appraisal.state !== "withdrawn" && (isAuthor(actor, appraisal) || isDecider(actor, appraisal));
}

/** Saying who writes and who decides, and withdrawing it: its authors, and those who weigh methods for the organisation. */
export function mayKeep(actor: Actor, appraisal: AppraisalStanding): boolean {
  return isAuthor(actor, appraisal) || mayBegin(actor, appraisal.organisationId);
}

/** Whether whoever decides wrote it alone: shown, and not stopped, since units are small. */
export function isSoleAuthor({ authorIds, deciderId }: Pick<AppraisalStanding, "authorIds" | "deciderId">): boolean {
  return deciderId !== null && authorIds.length === 1 && authorIds[0] === deciderId;
}

function isAuthor({ personId }: Actor, { authorIds }: AppraisalStanding): boolean {
  return personId !== undefined && authorIds.includes(personId);
}

function isDecider({ personId }: Actor, { deciderId }: AppraisalStanding): boolean {
  return personId !== undefined && deciderId === personId;
}

function decidesThere(actor: Actor, { organisationId }: AppraisalStanding): boolean {
  return reaches(actor, "appraisals:decide", { organisationId });
}
