import { z } from "zod";
import { Day } from "#kernel/answers.ts";
import { EmailAddress } from "#kernel/email-address.ts";
import { type Id, idOf, OrganisationId } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { languages } from "#kernel/messages.ts";
import { Role } from "#features/organisations/people/roles.ts";

export const RoleAssignmentId = idOf("role_assignment");
export type RoleAssignmentId = Id<"role_assignment">;

const Name = FreeText(200).min(1);
const Phone = FreeText(40).refine((written) => /^[+()\d\s./-]{5,40}$/u.test(written), {
  params: { code: "organisations.phone_wrong" },
});
const Title = FreeText(200);

/** "0,35" as Swedes write it. */
const withPoint = (written: unknown) => (typeof written === "string" ? written.replace(",", ".") : written);

/** Which role, and where: in an organisation, in a round, or (neither) in the whole installation. */
const placed = {
  role: Role,
  organisationId: OrganisationId.optional(),
  roundId: idOf("round").optional(),
  /** Who employs the person, where that is another organisation (R032). */
  hostOrganisationId: OrganisationId.optional(),
  /** The share of a full-time post, with decimals: three leaders share 0.35 (R031). */
  fte: z.preprocess(withPoint, z.coerce.number().positive().max(1).multipleOf(0.001)).optional(),
  validFrom: Day.optional(),
  validTo: Day.optional(),
};

/** A role somebody is given. It begins today unless a day is said. */
export const NewRole = z.strictObject(placed);
export type NewRole = z.output<typeof NewRole>;

/** Somebody who is asked to come in, with the role they are asked for. */
export const Invitation = z.strictObject({
  name: Name,
  email: EmailAddress,
  title: Title.optional(),
  ...placed,
  /** "This is somebody else": said after the names of those who are spelled alike were shown. */
  anotherPerson: z.coerce.boolean().optional(),
});
export type Invitation = z.output<typeof Invitation>;

/** An account made on the command line. */
export const NewAccount = z.strictObject({ name: Name, email: EmailAddress, ...NewRole.partial().shape });
export type NewAccount = z.output<typeof NewAccount>;

/** When a role ends: on a day, which is its last, or (none said) at once. */
export const RoleEnd = z.strictObject({ lastDay: Day.optional() });
export type RoleEnd = z.output<typeof RoleEnd>;

/** What people change about themselves. The address is what they sign in with and is changed by an administrator. */
export const OwnDetails = z.strictObject({
  name: Name,
  phone: Phone.optional(),
  title: Title.optional(),
  language: z.enum(languages),
});
export type OwnDetails = z.output<typeof OwnDetails>;
