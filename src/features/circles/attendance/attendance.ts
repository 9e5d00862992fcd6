import { z } from "zod";
import { OneLine } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";

/** How somebody with a seat took part in a meeting. `substitute`: another person from the workplace came instead. */
export const attendanceStates = ["present", "digital", "substitute", "excused", "absent"] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** The states in which the person was there: what counts as hours. */
export const attendedStates = ["present", "digital"] as const satisfies readonly AttendanceState[];
export type AttendedState = (typeof attendedStates)[number];

/** Whether somebody was at the meeting in person, in the room or digitally. */
export function isAttended(state: AttendanceState | undefined): state is AttendedState {
  return (attendedStates as readonly (AttendanceState | undefined)[]).includes(state);
}

/** What a leader notes about one participant; `unmarked` takes back what was noted. */
export const Mark = z.strictObject({
  registrationId: RegistrationId,
  state: z.enum([...attendanceStates, "unmarked"]),
});
export type Mark = z.output<typeof Mark>;

/** The code that is shown in the room: six digits, however they are typed. */
export const RoomCode = z
  .string()
  .max(40)
  .transform((typed) => typed.replaceAll(/[\s-]/gu, ""))
  .refine((code) => /^[0-9]{6}$/u.test(code), { params: { code: "attendance.code_form" } });

/** What a participant sends to say that they are there. */
export const CheckIn = z.strictObject({ code: RoomCode, state: z.enum(attendedStates) });
export type CheckIn = z.output<typeof CheckIn>;

/** Somebody who is at a meeting without a seat. */
export const VisitorId = idOf("attendance_visitor");
export type VisitorId = Id<"attendance_visitor">;
export const visitorParts = ["leader", "facilitator", "guest"] as const;
export type VisitorPart = (typeof visitorParts)[number];
export const NewVisitor = z.strictObject({ name: OneLine(200) });
export type NewVisitor = z.output<typeof NewVisitor>;
