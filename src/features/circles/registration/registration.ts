import { z } from "zod";
import { Day, OneLine, Time } from "#kernel/answers.ts";
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

/** A question that has been answered, yes or no. Left out it stays so: it was not asked, or nobody knows. */
export const YesOrNo = z.union([z.boolean(), z.stringbool({ truthy: ["yes", "on"], falsy: ["no"] })]);

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
  meets: z.record(idOf("eligibility_rule"), YesOrNo).default({}),
  managerName: OneLine(120).optional(),
  managerEmail: EmailAddress.optional(),
  /** "I have settled this with my manager": the hours, and the mandate to develop at home. */
  managerDeclared: YesOrNo.optional(),
  hoursAccepted: YesOrNo.optional(),
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
  reachedDate: Day,
  reachedTime: Time,
});
export type WrittenDown = z.output<typeof WrittenDown>;

/** Why somebody cannot take part, as staff say it. Shown to the applicant. */
export const Reason = FreeText(1_000).min(3);

/** The reason of a registration whose manager said no; its sentence stands in the catalogue. */
export const managerSaidNo = "managerSaidNo";
