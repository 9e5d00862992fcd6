import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** A meeting of one body, or a joint one of several with a common part and a part for each. */
export const MeetingId = idOf("meeting");
export type MeetingId = Id<"meeting">;

/** Planned, called (the invitation is sent), held (its minutes have begun or it was brought in afterwards), called off. */
export const meetingStates = ["planned", "called", "held", "calledOff"] as const;
export const MeetingState = z.enum(meetingStates);
export type MeetingState = z.infer<typeof MeetingState>;

export const meetingModes = ["physical", "digital", "hybrid"] as const;
export const MeetingMode = z.enum(meetingModes);
export type MeetingMode = z.infer<typeof MeetingMode>;

/** Something on the agenda. */
export const AgendaItemId = idOf("agenda_item");
export type AgendaItemId = Id<"agenda_item">;

/** Why something is on an agenda: put there by somebody, or come back by itself. */
export const agendaReasons = ["added", "parked", "continued", "commission", "referred", "review", "raised"] as const;
export type AgendaReason = (typeof agendaReasons)[number];
