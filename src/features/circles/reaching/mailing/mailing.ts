import { z } from "zod";
import { Several, Ticked } from "#kernel/answers.ts";
import { EmailAddress } from "#kernel/email-address.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { RegistrationId, type RegistrationState } from "#features/circles/registration/registration.ts";

/** Something that staff write to many at once: a message to those who applied, or the invitation to contact persons. */
export const MailingId = idOf("round_mailing");
export type MailingId = Id<"round_mailing">;

/** Whom a message is for. */
export const audiences = ["everyone", "placed", "waiting", "person"] as const;
export type Audience = (typeof audiences)[number];
export type Group = Exclude<Audience, "person">;
export const groups = ["everyone", "placed", "waiting"] as const satisfies readonly Group[];

/**
 * The registrations each group holds. Everyone is all who are in the running or took part: whoever has withdrawn, was
 * declined or never proved their address has nothing more to do with the round.
 */
export const statesIn: Readonly<Record<Group, readonly RegistrationState[]>> = {
  everyone: ["applied", "held", "placed", "waitlisted", "offered", "completed"],
  placed: ["placed", "completed"],
  waiting: ["waitlisted", "offered"],
};

/** States in which a single applicant is written to: all in which their address has been proved. */
export const statesOfPerson: readonly RegistrationState[] = [
  ...statesIn.everyone,
  "declined",
  "ineligible",
  "withdrawn",
  "noShow",
];

/** How long a message may be: about ten pages. */
export const longestText = 10_000;

const Subject = FreeText(150)
  .min(1)
  .regex(/^[^\r\n]*$/u);

/** A message as somebody writes it: the same schema for the form, the API and the command. */
export const Message = z
  .strictObject({
    /** Made by whoever sends, so that sending it twice is sending it once. */
    id: MailingId.optional(),
    to: z.enum(audiences),
    registrationId: RegistrationId.optional(),
    subject: Subject,
    text: FreeText(longestText).min(1),
    /** The address of one of the round's contacts, who gets the answers. */
    replyTo: EmailAddress,
  })
  .superRefine(({ to, registrationId }, context) => {
    if (to === "person" && registrationId === undefined)
      context.addIssue({ code: "custom", path: ["registrationId"], params: { code: "reaching.message.no_person" } });
  });
export type Message = z.output<typeof Message>;

/** The invitation as it is sent to contact persons. */
export const Dispatch = z.strictObject({
  id: MailingId.optional(),
  subject: Subject,
  /** What is said before the invitation itself. */
  text: z.preprocess((sent) => sent ?? "", FreeText(2_000)),
  replyTo: EmailAddress,
  receivers: Several(EmailAddress, 2_000).refine((list) => list.length > 0, {
    params: { code: "reaching.dispatch.choose" },
  }),
  /** "Send it again": said after the names of those who have had it were shown. */
  again: Ticked,
});
export type Dispatch = z.output<typeof Dispatch>;

/** Somebody an organisation sends its invitations to. */
export const ContactId = idOf("dispatch_contact");
export type ContactId = Id<"dispatch_contact">;

/** A contact person somebody adds by hand. */
export const NewContact = z.strictObject({
  name: FreeText(200).min(1),
  workplace: FreeText(200).optional(),
  email: EmailAddress,
});
export type NewContact = z.output<typeof NewContact>;
