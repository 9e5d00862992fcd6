import { z } from "zod";
import { ItemKind } from "#features/meetings/minutes/minutes.ts";

const Time = z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/u);
const MonthDay = z.string().regex(/^--\d{2}-\d{2}$/u);
const DayAsTold = z.union([z.iso.date(), MonthDay]);

/**
 * One name under one group. `group` is the heading it stands under, `organisation` what stands beside the name, both
 * as written. `municipality` is the code the organisation is known by, and null when it is none or nobody knows it.
 * `represents` is another body the person speaks for. `guest` is null when the text does not show it.
 */
export const MinutesAttendance = z.strictObject({
  group: z.string().nullable(),
  name: z.string(),
  organisation: z.string().nullable(),
  municipality: z
    .string()
    .regex(/^\d{4}$/u)
    .nullable(),
  represents: z.string().nullable(),
  guest: z.boolean().nullable(),
  excused: z.boolean(),
  title: z.string().nullable(),
  substituteFor: z.string().nullable(),
});
export type MinutesAttendance = z.infer<typeof MinutesAttendance>;

/**
 * One thing that was said, decided or handed out. `topic` is the heading above it. `decidedBy` and `decidedOn` are set
 * only for a decision of another body, which is a reference and never owned here (R214). `due` is a day ("2027-05-12",
 * "--05-12" when the year does not stand there) or, when it is no day, the words themselves ("nästa möte").
 */
export const MinutesItem = z.strictObject({
  group: z.string().nullable(),
  topic: z.string().nullable(),
  text: z.string(),
  kind: ItemKind,
  decidedBy: z.string().nullable(),
  decidedOn: DayAsTold.nullable(),
  owner: z.string().nullable(),
  deliverables: z.array(z.string()),
  due: z.string().nullable(),
});
export type MinutesItem = z.infer<typeof MinutesItem>;

export const minutesWarningCodes = [
  "date_missing",
  "date_year_missing",
  "date_ambiguous",
  "weekday_mismatch",
  "no_attendance",
  "approximate_attendance",
  "duplicate_person",
  "similar_names",
  "unknown_organisation",
  "user_representative",
  "no_items",
  "no_items_for_group",
  "no_due_date",
  "next_year_missing",
  "personal_number",
  "not_minutes",
  "unread_text",
] as const;
export type MinutesWarningCode = (typeof minutesWarningCodes)[number];

/** `at` is [start, end] in the text as it was pasted; null when the warning is about something that is not there. */
export const MinutesWarning = z.strictObject({
  code: z.enum(minutesWarningCodes),
  message: z.string(),
  at: z.tuple([z.int(), z.int()]).nullable(),
});
export type MinutesWarning = z.infer<typeof MinutesWarning>;

/**
 * Minutes or notes as read from plain text: the contract `parse minutes`. Null means that the text does not say.
 *
 * `persons` and `municipalities` count those who were there, each once; `attendance` holds a row for every place
 * where somebody stands, also the excused. Three different figures (R168, R170). `approximatePersons` is a number
 * the text gives instead of names ("cirka 30 deltagare"); it makes no rows. Questions stand as they were written, also
 * when two are nearly the same (R182, R183). All texts are stretches of the pasted one, with white space made single.
 */
export const Minutes = z.strictObject({
  kind: z.literal("minutes"),
  title: z.string().nullable(),
  date: DayAsTold.nullable(),
  attendance: z.array(MinutesAttendance),
  persons: z.int(),
  municipalities: z.int(),
  approximatePersons: z.int().nullable(),
  questions: z.array(z.string()),
  items: z.array(MinutesItem),
  attachments: z.array(z.string()),
  noteTakers: z.array(z.string()),
  next: z.array(z.strictObject({ date: DayAsTold, start: Time.nullable(), end: Time.nullable() })),
  warnings: z.array(MinutesWarning),
});
export type Minutes = z.infer<typeof Minutes>;
