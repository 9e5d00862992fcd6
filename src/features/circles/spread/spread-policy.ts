import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { Part } from "#features/circles/room/room-policy.ts";
import type { RoundState } from "#features/circles/round/round.ts";

type Place = { readonly registrationId: RegistrationId };

/** What the rights are decided by: what somebody is to the circle, and who has a place in it. */
type Inside = {
  readonly part: Part;
  readonly round: { readonly state: RoundState };
  readonly own: Place | undefined;
  readonly participants: readonly Place[];
};

/** Writing down that somebody told others: for oneself, or for anybody in the circle by those who lead it. */
export function mayTellOfSpread(inside: Inside, registrationId: RegistrationId): boolean {
  if (inside.round.state === "cancelled") return false;
  if (inside.part !== "leads") return inside.own?.registrationId === registrationId;
  return inside.participants.some((participant) => participant.registrationId === registrationId);
}

/** Setting a target: one's own, before one has told anybody. Afterwards it would be a result. (R100) */
export function maySetTarget({ own, round }: Inside, hasTold: boolean): boolean {
  return own !== undefined && round.state !== "cancelled" && !hasTold;
}

/** Seeing who has told how many: those who lead. The others see their own, and what all have reached together. */
export function maySeeWhoTold({ part }: { readonly part: Part }): boolean {
  return part === "leads";
}
