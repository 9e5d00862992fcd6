import { z } from "zod";
import { type Grant, grants } from "#kernel/actor.ts";
import type { Scope } from "#features/organisations/people/scope.ts";

/** What somebody is to an organisation, a round or the installation, for a time. A person may be several at once. */
export const roles = [
  "administrator",
  "nationalCoordinator",
  "developmentLeader",
  "municipalCoordinator",
  "socialServicesDirector",
  "headOfOperations",
  "unitManager",
  "circleLeader",
  "circleReader",
  "participant",
  "userRepresentative",
  "registrar",
  "dataProtectionOfficer",
  "guest",
] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** What a role is trusted with, by where it is held. A place that is not named cannot be where the role is held. */
type RoleRule = Readonly<Partial<Record<Scope["kind"], readonly Grant[]>>>;

const nothing: readonly Grant[] = [];
const deciding = ["appraisals:write", "appraisals:decide", "knowledge:write"] as const;
const leading = [
  "circles:manage",
  "circles:read",
  "bodies:manage",
  "workshops:lead",
  ...deciding,
  "knowledge:publish",
  "organisations:manage",
  "people:manage",
  "retention:decide",
] as const;
const registering = ["circles:read", "minutes:release", "audit:read", "retention:decide"] as const;

/**
 * Which role is trusted with what. Each is trusted with what its work needs and no more (law 2001:454, 10 §); the
 * reason of each stands as a sentence under `organisations.why.<role>` in the catalogue, where `access explain`
 * reads it.
 *
 * A role in an organisation reaches everything below it, never a member or an owner beside it. A manager, director or
 * head answers for an applicant through the link they are mailed; signed in they weigh methods, decide on them and write down what is known. Who
 * invites them holds the same, since nobody gives more than they hold. A circle leader reaches the round they lead and
 * nothing else of the organisation; a circle reader, who led it before, only sees it. A participant's own application is
 * theirs by its link.
 */
export const roleRules: Readonly<Record<Role, RoleRule>> = {
  administrator: { everywhere: grants, organisation: grants },
  nationalCoordinator: { everywhere: ["organisations:manage"], organisation: ["organisations:manage"] },
  developmentLeader: { organisation: leading },
  municipalCoordinator: { organisation: leading },
  socialServicesDirector: { organisation: deciding },
  headOfOperations: { organisation: deciding },
  unitManager: { organisation: deciding },
  circleLeader: { round: ["circles:manage", "circles:read"], organisation: nothing },
  circleReader: { round: ["circles:read"] },
  participant: { round: nothing, organisation: nothing },
  userRepresentative: { organisation: nothing, round: nothing },
  registrar: { everywhere: registering, organisation: registering },
  dataProtectionOfficer: { everywhere: ["audit:read"], organisation: ["audit:read"] },
  guest: { organisation: nothing, round: nothing },
};

/** What a role gives in a place. Nothing, where the role cannot be held. */
export function grantsOf(role: Role, scope: Scope): readonly Grant[] {
  return roleRules[role][scope.kind] ?? nothing;
}

/** Whether a role makes sense in a place: nobody is unit manager of the whole installation. */
export function canBeHeld(role: Role, scope: Scope): boolean {
  return roleRules[role][scope.kind] !== undefined;
}
