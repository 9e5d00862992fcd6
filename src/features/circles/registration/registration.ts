import { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { findPersonalNumber, FreeText } from "#kernel/personal-number.ts";

/** One person's application to a round, from the moment it is sent to the last session. */
export const RegistrationId = idOf("registration");
export type RegistrationId = Id<"registration">;

/**
 * Where a registration stands.
 *
 * - `unconfirmed`: sent, number taken, waits for the button behind the mailed link
 * - `lapsed`: the address was not confirmed, or an offer not answered, in time
 * - `merged`: the same person had a live application already, which goes on under the earliest number
 * - `applied`: confirmed, and nobody is placed before the notices are sent
 * - `held`: a place is kept while the manager answers
 * - `placed`, `waitlisted`, `offered` (a freed place, to be answered in time)
 * - `declined`: no place in the selection
 * - `ineligible`: a required rule is not met, or the manager said no
 * - `withdrawn`, `noShow`, `completed`
 */
export const registrationStates = [
  "unconfirmed",
  "lapsed",
  "merged",
  "applied",
  "held",
  "placed",
  "waitlisted",
  "offered",
  "declined",
  "ineligible",
  "withdrawn",
  "noShow",
  "completed",
] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** Confirmed and still in the running: a person has at most one such registration in a round. */
export const liveStates = [
  "applied",
  "held",
  "placed",
  "waitlisted",
  "offered",
] as const satisfies readonly RegistrationState[];

/** Still to be confirmed, or in the running: what a link, a correction or a call can be about. */
export const stillToAnswer = ["unconfirmed", ...liveStates] as const satisfies readonly RegistrationState[];

/** States that take a seat. An offer takes one while it is open; facilitators and leaders are no registrations. */
export const seatedStates = ["placed", "held", "offered", "completed"] as const satisfies readonly RegistrationState[];

/** Which part of society somebody works in. (R102) */
export const sectors = ["socialServices", "healthCare", "school", "civilSociety", "university", "other"] as const;
export type Sector = (typeof sectors)[number];

/** A telephone number as people write it; a personal identity number is none. */
export const PhoneNumber = z
  .string()
  .trim()
  .max(40)
  .refine((text) => /^(?:\+|0)[\d\s()/-]{5,}$/u.test(text) && findPersonalNumber(`telefon ${text}`) === undefined, {
    params: { code: "registration.phone_wrong" },
  });

/** How an application came in: by our own form, or written down by staff. */
export const waysIn = ["form", "phone", "mail", "letter", "inPerson", "otherForm"] as const;
export type WayCameIn = (typeof waysIn)[number];
export const writtenDownWays = [
  "phone",
  "mail",
  "letter",
  "inPerson",
  "otherForm",
] as const satisfies readonly WayCameIn[];

/**
 * A name of somebody or something: one line and no web address. It stands in mails that an applicant has us send,
 * and nobody shall be able to send advertisements through us.
 */
export const OneLine = (max: number) =>
  FreeText(max)
    .min(1)
    .regex(/^[^\r\n]*$/u)
    .refine((text) => !/:\/\/|www\./iu.test(text), { params: { code: "registration.link_in_name" } });
export const Ticked = z.union([z.boolean(), z.stringbool({ truthy: ["yes", "on"], falsy: ["no"] })]);

/** Somebody in a team that a principal applies for. */
export const TeamMember = z.strictObject({
  name: OneLine(120),
  email: EmailAddress,
  title: OneLine(120).optional(),
});
export type TeamMember = z.output<typeof TeamMember>;

/** No team is larger than this, whatever a round says. */
export const largestTeam = 100;

/**
 * What a person sends us when applying; the same schema guards the form, the API and the command.
 *
 * Which of the optional answers a round asks for, and which it cannot do without, is decided by
 * application-questions.ts: it depends on the round.
 */
export const Application = z.strictObject({
  name: OneLine(120),
  email: EmailAddress,
  workplace: OneLine(160),
  employer: OneLine(160),
  sector: z.enum(sectors),
  profession: OneLine(120),
  ageGroup: OneLine(100).optional(),
  motivation: FreeText(2_000).optional(),
  adaptation: FreeText(1_000).optional(),
  diet: FreeText(300).optional(),
  postalAddress: FreeText(300).optional(),
  /** Per eligibility rule of the round: whether the applicant meets it. */
  meets: z.record(idOf("eligibility_rule"), Ticked).default({}),
  managerName: OneLine(120).optional(),
  managerEmail: EmailAddress.optional(),
  /** "I have settled this with my manager": the hours, and the mandate to develop at home. */
  managerDeclared: Ticked.optional(),
  hoursAccepted: Ticked.optional(),
  /** Where one application is one team: who is in it, and what the principal would like it to be about. */
  members: z.array(TeamMember).max(largestTeam).optional(),
  themeProposal: FreeText(1_000).optional(),
});
export type Application = z.output<typeof Application>;

/** What the application schema takes before it is checked: a form's texts or a JSON body. */
export type ApplicationInput = z.input<typeof Application>;

/**
 * An application that somebody on the staff writes down for a person who telephoned, mailed or came by: the same answers,
 * with how and when it reached us. Somebody without an address is told by telephone.
 */
export const WrittenDown = Application.extend({
  email: EmailAddress.optional(),
  phone: PhoneNumber.optional(),
  way: z.enum(writtenDownWays),
  reachedDate: z.iso.date({ abort: true }).transform((text) => Temporal.PlainDate.from(text)),
  reachedTime: z
    .preprocess(clockTime, z.iso.time({ precision: -1, abort: true }))
    .transform((text) => Temporal.PlainTime.from(text)),
});
export type WrittenDown = z.output<typeof WrittenDown>;

/** A dot and a single digit are how a time is said in Swedish: "9.00". */
function clockTime(sent: unknown): unknown {
  return typeof sent === "string" ? sent.trim().replace(".", ":").padStart(5, "0") : sent;
}

/** Why somebody cannot take part, as staff say it. Shown to the applicant. */
export const Reason = FreeText(1_000).min(3);

/** The reason of a registration whose manager said no; its sentence stands in the catalogue. */
export const managerSaidNo = "managerSaidNo";
