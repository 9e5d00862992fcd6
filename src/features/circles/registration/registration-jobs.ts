import { z } from "zod";
import { idOf } from "#kernel/ids.ts";
import { job } from "#platform/jobs/job.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { changeKinds } from "#features/circles/round/round-change.ts";

/**
 * Every kind of mail about one registration. Most say where it stands now, and are not sent when it has moved on
 * since; `changed` and `cancelled` tell what happened to the round.
 */
export const registrationMailKinds = [
  "confirmAddress",
  "added",
  "ownLink",
  "corrected",
  "received",
  "merged",
  "placed",
  "held",
  "waitlisted",
  "holdReleased",
  "offer",
  "offerLapsed",
  "ineligible",
  "declined",
  "withdrawn",
  "managerSaidYes",
  "changed",
  "joinLink",
  "cancelled",
] as const;
export type RegistrationMailKind = (typeof registrationMailKinds)[number];

/** Every kind of mail to a manager about one registration, and the manager's question to the round's contact. */
export const managerMailKinds = ["request", "reminder", "again", "question"] as const;
export type ManagerMailKind = (typeof managerMailKinds)[number];

/** Mails one applicant. `hadPlace`: a calendar that shows the sessions is told to take them away. */
export const registrationMailJob = job(
  "circles.registration_mail",
  z.object({
    registrationId: RegistrationId,
    kind: z.enum(registrationMailKinds),
    hadPlace: z.boolean().optional(),
    /** What was changed in the round, for `changed`. */
    told: z.array(z.enum(changeKinds)).optional(),
    /** Tells two mails of the same kind to the same person apart. */
    occasion: z.string().max(80),
  }),
);

export const managerMailJob = job(
  "circles.manager_mail",
  z.object({ registrationId: RegistrationId, kind: z.enum(managerMailKinds), occasion: z.string().max(80) }),
);

/** Mails one person in a team that somebody has changed: named, given a place, or taken out of it. */
export const memberMailJob = job(
  "circles.member_mail",
  z.object({
    memberId: idOf("team_member"),
    kind: z.enum(["named", "placed", "removed"]),
    occasion: z.string().max(80),
  }),
);
