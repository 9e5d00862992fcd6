import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { Part } from "#features/circles/room/room-policy.ts";
import type { RoundState } from "#features/circles/round/round.ts";

/** What the rights to proposals are decided by: what somebody is to the circle, and the place they have in it. */
export type Inside = {
  readonly part: Part;
  readonly round: { readonly state: RoundState };
  readonly own: { readonly registrationId: RegistrationId } | undefined;
};

/** Writing a proposal: everybody in the circle, also long after its last meeting. What is cancelled has come to nothing. */
export function mayWriteProposals({ round }: Inside): boolean {
  return round.state !== "cancelled";
}

/** Changing one and telling what became of it: whoever made it, and those who lead. */
export function mayChangeProposal(
  inside: Inside,
  { registrationId }: { registrationId: RegistrationId | null },
): boolean {
  if (!mayWriteProposals(inside)) return false;
  return inside.part === "leads" || (registrationId !== null && inside.own?.registrationId === registrationId);
}

/** Letting anybody read one: those who lead, because it stands in the organiser's name. */
export function mayPublishProposal(inside: Inside): boolean {
  return inside.part === "leads" && mayWriteProposals(inside);
}

/** Whether a proposal says enough for those who were not there: what is proposed, and whose it is to carry out. */
export function isPublishable({ content, owner }: { content: string | null; owner: string | null }): boolean {
  return content !== null && owner !== null;
}
