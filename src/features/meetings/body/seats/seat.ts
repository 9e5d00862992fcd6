import { z } from "zod";
import { MaybeDay, MaybeWords, OneLine, Ticked } from "#kernel/answers.ts";
import { EmailAddress } from "#kernel/email-address.ts";
import { type Id, idOf, OrganisationId, PersonId } from "#kernel/ids.ts";
import { SeatKind } from "#features/meetings/body/body.ts";

/** That somebody has a seat for a time. */
export const HoldingId = idOf("body_seat_holding");
export type HoldingId = Id<"body_seat_holding">;

/** A seat is described by its function, such as "någon från folkhälsan", and is there before anybody sits in it. (R059) */
export const NewSeat = z.strictObject({
  kind: SeatKind,
  function: OneLine(200),
  organisationId: OrganisationId.nullish().transform((id) => id ?? null),
  /** A service-user representative is not to sit alone at the table: two seats come at once. */
  two: Ticked,
});
export type NewSeat = z.output<typeof NewSeat>;

export const SeatChange = z.strictObject({
  function: OneLine(200),
  organisationId: OrganisationId.nullish().transform((id) => id ?? null),
});
export type SeatChange = z.output<typeof SeatChange>;

/** Somebody to sit or to represent others: chosen among those who are known, or by name and mail address. */
export const someone = {
  personId: PersonId.optional(),
  name: OneLine(120).optional(),
  email: EmailAddress.optional(),
};
export const isSomeone = ({ personId, name }: { personId?: string | undefined; name?: string | undefined }) =>
  personId !== undefined || name !== undefined;
export const nobodySaid = { path: ["name"], params: { code: "body.nobody_said" } };

/** Who takes a seat, as ordinary or as substitute, and for which time; from today when nothing else is said. */
export const NewHolding = z
  .strictObject({
    ...someone,
    isSubstitute: Ticked,
    validFrom: MaybeDay,
    validTo: MaybeDay,
    source: MaybeWords(500),
  })
  .refine(isSomeone, nobodySaid)
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || Temporal.PlainDate.compare(validFrom, validTo) <= 0, {
    path: ["validTo"],
    params: { code: "body.ends_before_it_begins" },
  });
export type NewHolding = z.output<typeof NewHolding>;

/** The days of a form, asked about before anything else in it is looked up. */
export const Days = z.looseObject({ validFrom: MaybeDay, validTo: MaybeDay });

/** The last day of a seat, of somebody in it or of a member; today when none is said. */
export const LastDay = z.strictObject({ lastDay: MaybeDay });
export type LastDay = z.output<typeof LastDay>;

/** Whether a service-user representative agrees to be named; noted by somebody else only on their own word. */
export const Naming = z.strictObject({ agrees: Ticked, onTheirWord: Ticked });
export type Naming = z.output<typeof Naming>;

/**
 * How many seats come with a new one. The first service-user seat of a body comes with a second when that is wished:
 * alone at the table it is hard to be heard. (R5.6)
 */
export function seatsToAdd({ kind, two }: Pick<NewSeat, "kind" | "two">): 1 | 2 {
  return kind === "userRepresentative" && two ? 2 : 1;
}

/** A time somebody sits; an open end holds for ever. */
export type Period = { readonly validFrom: Temporal.PlainDate; readonly validTo: Temporal.PlainDate | null };

/** Whether two times share a day. */
export function overlaps(one: Period, other: Period): boolean {
  const begins = (a: Period, b: Period) =>
    b.validTo === null || Temporal.PlainDate.compare(a.validFrom, b.validTo) <= 0;
  return begins(one, other) && begins(other, one);
}

/** Whether a time in a seat holds on a day: the first and the last day are theirs. */
export function holdsOn({ validFrom, validTo }: Period, day: Temporal.PlainDate): boolean {
  const hasBegun = Temporal.PlainDate.compare(validFrom, day) <= 0;
  return hasBegun && (validTo === null || Temporal.PlainDate.compare(day, validTo) <= 0);
}

/** Whether a seat is there on a day. */
export function isThere(
  { endedOn }: { readonly endedOn: Temporal.PlainDate | null },
  day: Temporal.PlainDate,
): boolean {
  return endedOn === null || Temporal.PlainDate.compare(day, endedOn) <= 0;
}
