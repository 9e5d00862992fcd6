import { z } from "zod";
import { MaybeWords, Ticked } from "#kernel/answers.ts";
import { type Id, idOf, PersonId } from "#kernel/ids.ts";

/** A round passed from one who answered for it to another. */
export const HandoverId = idOf("round_handover");
export type HandoverId = Id<"round_handover">;

/** Who takes a round over, and what goes with it. */
export const Handover = z.strictObject({
  to: PersonId,
  /** Who answered for the round when this was decided; "nobody" when nobody in particular did. */
  from: z.union([PersonId, z.literal("nobody")]),
  /** Whoever led the round by a role in it may go on seeing it. */
  keepsReading: Ticked,
  /** The one who takes over stands as contact person instead. */
  takesContacts: Ticked,
  /** The drafts of the same series go along. */
  takesDrafts: Ticked,
  note: MaybeWords(2_000),
});
export type Handover = z.output<typeof Handover>;

type Contact = {
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/** Somebody who hands over or takes over, as a contact person would be written. */
export type Colleague = {
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/**
 * The contact persons of a round once somebody has taken it over: they stand where the former did, or first when the
 * former was no contact. Nobody stands twice.
 */
export function contactsAfter(contacts: readonly Contact[], giver: Colleague | undefined, taker: Colleague): Contact[] {
  const row = { name: taker.name, title: taker.title, email: taker.email, phone: taker.phone };
  const others = contacts.filter((contact) => !isSame(contact, taker));
  const at = others.findIndex((contact) => giver !== undefined && isSame(contact, giver));
  return at < 0 ? [row, ...others] : others.with(at, row);
}

/** Whether a contact person is this colleague: by their address, or by their name where no address is written. */
export function isSame(contact: Contact, colleague: Colleague): boolean {
  if (contact.email && colleague.email) return contact.email.toLowerCase() === colleague.email.toLowerCase();
  return contact.name.trim().toLocaleLowerCase("sv") === colleague.name.trim().toLocaleLowerCase("sv");
}
