import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { Part } from "#features/circles/room/room-policy.ts";

/** Those who lead a circle settle who has taken part in it. */
export function maySettle(part: Part): boolean {
  return part === "leads";
}

/** A certificate is handed to whoever it is about, and to those who lead the circle. */
export function mayHaveCertificate(
  room: { readonly part: Part; readonly own: { readonly registrationId: RegistrationId } | undefined },
  about: RegistrationId,
): boolean {
  return room.part === "leads" || room.own?.registrationId === about;
}
