import { z } from "zod";
import { type Id, idOf, PersonId } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { BodyId } from "#features/meetings/body/body.ts";

/** A row of the list of those who came. A person who sits in two bodies stands in two rows. */
export const AttendanceId = idOf("attendance_at_meeting");
export type AttendanceId = Id<"attendance_at_meeting">;

/** As what somebody is at a meeting. Guests, staff and adjoined are not counted for quorum. */
export const attendanceRoles = ["member", "substitute", "adjoined", "guest", "staff", "userRepresentative"] as const;
export const AttendanceRole = z.enum(attendanceRoles);
export type AttendanceRole = z.infer<typeof AttendanceRole>;

/** In the room, by link, or away with a word about it. */
export const attendanceStates = ["present", "digital", "excused"] as const;
export const AttendanceState = z.enum(attendanceStates);
export type AttendanceState = z.infer<typeof AttendanceState>;

/** Whether somebody was there, in the room or by link. */
export function isThere(state: AttendanceState): boolean {
  return state !== "excused";
}

/** How one of those who sit takes part: one press. `unmarked` takes back what was noted in that list. */
export const SeatMark = z.strictObject({
  bodyId: BodyId,
  personId: PersonId,
  state: z.enum([...attendanceStates, "unmarked"]),
});
export type SeatMark = z.output<typeof SeatMark>;

/** All those of one body about whom nothing is noted, at once. */
export const RestMark = z.strictObject({ bodyId: BodyId, state: z.enum(["present", "digital"]) });
export type RestMark = z.output<typeof RestMark>;

const Line = FreeText(200).regex(/^[^\n\r\t]*$/u);
const Written = Line.transform((text) => (text === "" ? null : text))
  .nullish()
  .transform((text) => text ?? null);

/**
 * Somebody who came without a seat, as they are written down. The organisation is looked up by every name it goes by;
 * one that is in no register stays as it was written, and is shown as not known. (R170-R172)
 */
export const NewAttendee = z
  .strictObject({
    /** Whose list they stand in; none: others, such as guests of the whole meeting. */
    bodyId: BodyId.nullish().transform((id) => id ?? null),
    /** May be left out for a service-user representative only: then they stand as a role and an organisation. */
    name: Written,
    role: AttendanceRole,
    organisation: Written,
    represents: Written,
    /** For a substitute: whom they come instead of. */
    substitutesFor: PersonId.nullish().transform((id) => id ?? null),
    state: AttendanceState.default("present"),
  })
  .superRefine(({ name, role }, context) => {
    if (name === null && role !== "userRepresentative")
      context.addIssue({ code: "custom", path: ["name"], params: { code: "web.field_missing" } });
  });
export type NewAttendee = z.output<typeof NewAttendee>;

/** What may be put right in a row afterwards: whom they come for and as what. */
export const AttendeeChange = z.strictObject({
  role: AttendanceRole,
  organisation: Written,
  represents: Written,
  state: AttendanceState,
});
export type AttendeeChange = z.output<typeof AttendeeChange>;

/** "About 30", where nobody wrote a list. Nothing takes it back. */
export const ApproximateCount = z.strictObject({
  bodyId: BodyId,
  count: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .nullish()
    .transform((count) => count ?? null),
});
export type ApproximateCount = z.output<typeof ApproximateCount>;
