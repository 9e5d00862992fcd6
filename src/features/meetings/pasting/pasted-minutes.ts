import { z } from "zod";
import {
  Maybe,
  MaybeCount,
  MaybeDay,
  MaybeOneOf,
  MaybeTime,
  MaybeWords,
  Several,
  Ticked,
  Words,
} from "#kernel/answers.ts";
import { type Id, idOf, PersonId } from "#kernel/ids.ts";
import { AttendanceRole, AttendanceState } from "#features/meetings/attendance/attendance.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { itemKinds } from "#features/meetings/minutes/minutes.ts";

/** Minutes that somebody has pasted, from the text to the meeting that comes of it. */
export const PastedMinutesId = idOf("pasted_minutes");
export type PastedMinutesId = Id<"pasted_minutes">;

/** More rows or items than this are not one meeting. */
export const mostRows = 300;
export const mostItems = 100;

/** Whose meeting the text is about. */
export const PastingStart = z.strictObject({ bodies: Several(BodyId, 12, 1) });
export type PastingStart = z.output<typeof PastingStart>;

/** A list of those who came: a body's own, or others (null). */
const List = z
  .preprocess((sent) => (sent === "" || sent === "others" ? null : sent), BodyId.nullish())
  .transform((id) => id ?? null);

/** One of those who came, as a person has confirmed them. `group` is which of the groups in the text they stood under. */
const Attendee = z.strictObject({
  group: z.coerce.number().int().min(0).max(50),
  name: MaybeWords(200),
  /** Set when whoever confirms says that it is this person who sits in the body. */
  personId: Maybe(PersonId),
  role: AttendanceRole,
  organisation: MaybeWords(200),
  represents: MaybeWords(200),
  state: AttendanceState.default("present"),
  /** That a service-user representative has agreed to be named. Without it the name is not kept. */
  isNameAgreed: Ticked,
  leaveOut: Ticked,
});

const Lines = z
  .preprocess(
    (sent) =>
      typeof sent === "string"
        ? sent
            .split(/\r\n?|\n/u)
            .map((line) => line.trim())
            .filter(Boolean)
        : (sent ?? []),
    z.array(Words(500)).max(20),
  )
  .default([]);

/** An item as a person has confirmed it. What somebody else decided is told with whom and when, as far as it is known. */
const Item = z
  .strictObject({
    /** Whose part it belongs to; none: the part that all have in common. */
    bodyId: Maybe(BodyId),
    heading: Words(200),
    text: MaybeWords(8_000),
    kind: MaybeOneOf(itemKinds),
    decidedBy: MaybeWords(200),
    decidedOn: MaybeDay,
    /** A day without a year, as it stood: used when nobody has said which year. */
    decidedDay: Maybe(z.string().regex(/^--[01]\d-[0-3]\d$/u)),
    owner: MaybeWords(200),
    dueOn: MaybeDay,
    deliverables: Lines,
    reason: MaybeWords(1_000),
    referTo: Maybe(BodyId),
    leaveOut: Ticked,
  })
  .superRefine(({ kind, referTo, leaveOut }, context) => {
    if (kind === "referred" && referTo === null && !leaveOut)
      context.addIssue({ code: "custom", path: ["referTo"], params: { code: "pasting.refer_to_missing" } });
  });

const Next = z
  .strictObject({ plan: Ticked, day: MaybeDay, starts: MaybeTime, ends: MaybeTime })
  .superRefine(({ plan, day, starts, ends }, context) => {
    if (plan && day === null)
      context.addIssue({ code: "custom", path: ["day"], params: { code: "pasting.next_day_missing" } });
    if (starts && ends && Temporal.PlainTime.compare(starts, ends) >= 0)
      context.addIssue({ code: "custom", path: ["ends"], params: { code: "pasting.ends_before_start" } });
  });

/** What somebody says about a reading: every value as they want it. A day that is missing stays missing. (R167) */
export const PastingAnswers = z.strictObject({
  title: Words(200),
  day: MaybeDay,
  /** Which list each group of the text is, in the order of the groups. */
  groups: z.array(List).max(51).default([]),
  attendance: z.array(Attendee).max(mostRows).default([]),
  /** "About 30", where the text names nobody. */
  approximateCount: MaybeCount(1, 10_000),
  approximateBody: Maybe(BodyId),
  items: z.array(Item).max(mostItems).default([]),
  /** Whether the questions of the text become an item, word for word. */
  keepQuestions: Ticked,
  noteTakers: Several(PersonId, 50),
  next: z.array(Next).max(12).default([]),
});
export type PastingAnswers = z.output<typeof PastingAnswers>;
export type ConfirmedAttendee = PastingAnswers["attendance"][number];
export type ConfirmedItem = PastingAnswers["items"][number];
