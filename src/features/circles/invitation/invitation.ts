import { z } from "zod";

/** What a session is in its circle. */
export const sessionKinds = ["regular", "kickOff", "closing", "followUp"] as const;
export const sessionModes = ["physical", "digital", "hybrid"] as const;

const Time = z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/u);
const FullDate = z.iso.date();
const MonthDay = z.string().regex(/^--\d{2}-\d{2}$/u);
const YearMonth = z.string().regex(/^\d{4}-\d{2}$/u);
const Month = z.string().regex(/^--\d{2}$/u);

/**
 * One session as the text tells it. `date` is null when the year is unknown, when only a week or a month is said,
 * or when the day does not exist; `Reading.partialDates` then holds what is known. `mode` is never inferred from a
 * place or from other sessions (R112). `provisional` is true when the text hopes or plans rather than promises (R109).
 */
export const InvitedSession = z.strictObject({
  date: FullDate.nullable(),
  start: Time.nullable(),
  end: Time.nullable(),
  kind: z.enum(sessionKinds),
  mode: z.enum(sessionModes).nullable(),
  provisional: z.boolean(),
  venue: z.string().nullable(),
  catering: z.boolean().nullable(),
  audience: z.string().nullable(),
});
export type InvitedSession = z.infer<typeof InvitedSession>;

/**
 * `stated`: the text gives a year for its sessions, beside a date, in a heading, or as a term ("hösten 2021").
 * Then nothing is proposed and `candidates` is empty. Otherwise `candidates` are the years that agree with every
 * weekday in the text (without weekdays: near years in which all dates are working days), and `proposed` is set
 * only when something in the text itself leaves one year; `why` says what.
 */
export const InvitedYear = z.strictObject({
  stated: z.boolean(),
  proposed: z.int().nullable(),
  candidates: z.array(z.int()),
  why: z.string().nullable(),
});
export type InvitedYear = z.infer<typeof InvitedYear>;

/** "max 12" is hard 12; "max ca 12" and "cirka 12" are target 12; "8–12" is hard 12; "ca 10, högst 12" is both. */
export const InvitedCapacity = z.strictObject({
  target: z.int().nullable(),
  hard: z.int().nullable(),
  approximate: z.boolean(),
});
export type InvitedCapacity = z.infer<typeof InvitedCapacity>;

export const warningCodes = [
  "year_missing",
  "year_ambiguous",
  "weekday_mismatch",
  "public_holiday",
  "deadline_missing",
  "deadline_year_missing",
  "no_dates",
  "no_contact_channel",
  "announced_but_missing",
  "capacity_missing",
  "duplicate_person",
  "unread_text",
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** `at` is [start, end] in the text as it was pasted; null when the warning is about something that is not there. */
export const InvitationWarning = z.strictObject({
  code: z.enum(warningCodes),
  message: z.string(),
  at: z.tuple([z.int(), z.int()]).nullable(),
});
export type InvitationWarning = z.infer<typeof InvitationWarning>;

/**
 * An invitation as read from plain text: the contract `parse invitation`. Null means that the text does not say;
 * nothing is guessed silently.
 *
 * `deadline` and `noticeDate` have a year only when it stands with the day or month itself; a deadline without year
 * is warned about. `cost` is in kronor per participant before VAT, null when several prices are given. `hours` is the
 * whole commitment, never per session. `managerConsultation` is `declared` when the applicant talks with a manager,
 * `confirmed` when the manager must answer, sign or apply, `none` when the text says it is not needed. `leaders.title`
 * and all texts are as written, with white space and line breaks made single.
 */
export const Invitation = z.strictObject({
  kind: z.literal("invitation"),
  title: z.string().nullable(),
  theme: z.string().nullable(),
  purpose: z.string().nullable(),
  goal: z.string().nullable(),
  sessions: z.array(InvitedSession),
  year: InvitedYear,
  capacity: InvitedCapacity.nullable(),
  allocation: z.enum(["firstCome", "selection", "teamByPrincipal"]).nullable(),
  noticeDate: z.union([FullDate, YearMonth, Month]).nullable(),
  deadline: z.union([FullDate, MonthDay]).nullable(),
  deadlineExtended: z.boolean(),
  managerConsultation: z.enum(["none", "declared", "confirmed"]).nullable(),
  hours: z.number().nullable(),
  cost: z.number().nullable(),
  funder: z.string().nullable(),
  materialByPost: z.boolean().nullable(),
  eligibility: z.array(z.strictObject({ text: z.string(), strength: z.enum(["required", "recommended"]) })),
  leaders: z.array(z.strictObject({ name: z.string(), title: z.string().nullable() })),
  contacts: z.array(
    z.strictObject({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() }),
  ),
  link: z.string().nullable(),
  warnings: z.array(InvitationWarning),
});
export type Invitation = z.infer<typeof Invitation>;
