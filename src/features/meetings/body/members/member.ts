import { z } from "zod";
import { MaybeDay, MaybeWords } from "#kernel/answers.ts";
import { type Id, idOf, OrganisationId } from "#kernel/ids.ts";

/** That an organisation is a member of a body for a time. */
export const MemberId = idOf("body_member");
export type MemberId = Id<"body_member">;

/** Organisations that become members, since a day if it is known, and where that is written down. (R173, R174) */
export const NewMembers = z.strictObject({
  organisationIds: z.array(OrganisationId).min(1).max(100),
  validFrom: MaybeDay,
  source: MaybeWords(500),
});
export type NewMembers = z.output<typeof NewMembers>;

/** Whether a membership holds on a day; since nobody knows when is since always. */
export function isMemberOn(
  {
    validFrom,
    validTo,
  }: { readonly validFrom: Temporal.PlainDate | null; readonly validTo: Temporal.PlainDate | null },
  day: Temporal.PlainDate,
): boolean {
  const hasBegun = validFrom === null || Temporal.PlainDate.compare(validFrom, day) <= 0;
  return hasBegun && (validTo === null || Temporal.PlainDate.compare(day, validTo) <= 0);
}
