import { z } from "zod";
import { OneLine } from "#kernel/answers.ts";
import { EmailAddress } from "#kernel/email-address.ts";
import { Application, largestTeam, PhoneNumber, TeamMember } from "#features/circles/registration/registration.ts";

/**
 * What staff may put right in an application: who it is, where they work, how they are reached, who their manager is
 * and who is in the team. What the applicant has written in their own words is theirs.
 */
export const Correction = z.strictObject({
  ...Application.pick({ name: true, workplace: true, employer: true, sector: true, profession: true, ageGroup: true })
    .shape,
  email: EmailAddress.optional(),
  phone: PhoneNumber.optional(),
  managerName: OneLine(120).optional(),
  managerEmail: EmailAddress.optional(),
  members: z.array(TeamMember).max(largestTeam).optional(),
});
export type Correction = z.output<typeof Correction>;

/** An application's details as they stand, in the words of a correction. */
export type Correctable = {
  readonly [Field in Exclude<keyof Correction, "members">]: string | null;
};

/** Which details a correction changes. What is left out becomes empty; a team is compared apart. */
export function changedFields(before: Correctable, correction: Correction): (keyof Correctable)[] {
  return (Object.keys(before) as (keyof Correctable)[]).filter(
    (field) => (before[field] ?? undefined) !== correction[field],
  );
}

/** A team before and after: who goes, who comes, and who stays though the name or the title may be another. */
export function changedMembers<Known extends { readonly email: string }>(
  before: readonly Known[],
  after: readonly TeamMember[],
): { readonly gone: readonly Known[]; readonly come: readonly TeamMember[]; readonly stay: readonly TeamMember[] } {
  const known = new Set(before.map(({ email }) => email));
  const named = new Set(after.map(({ email }) => email));
  return {
    gone: before.filter(({ email }) => !named.has(email)),
    come: after.filter(({ email }) => !known.has(email)),
    stay: after.filter(({ email }) => known.has(email)),
  };
}
