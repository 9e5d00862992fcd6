import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { originalOfMeeting } from "#features/meetings/pasting/pages/original.tsx";
import { attendanceOfMeeting } from "#features/meetings/attendance/pages/attendance-door.tsx";
import { distributionDoor } from "#features/meetings/distribution/pages/distribution.tsx";
import { agendaOfMeeting } from "#features/meetings/agenda/pages/agenda-of-meeting.tsx";
import { repliesOfMeeting } from "#features/meetings/invitation/pages/calling.tsx";
import { papersOfMeeting } from "#features/meetings/paper/pages/papers.tsx";
import type { Environment } from "#platform/web/environment.ts";
import { minutesDoor } from "#features/meetings/minutes/pages/minutes-door.tsx";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";

type Page = Context<Environment>;

/** Something that stands on a meeting's page. It asks for what it needs, and draws nothing where it has nothing to say. */
export type PartOfMeeting = (c: Page, inside: MeetingInside) => Promise<Child>;

/** What stands on the page of a meeting, in this order: its agenda first. */
export const partsOfMeeting: readonly PartOfMeeting[] = [agendaOfMeeting, papersOfMeeting, repliesOfMeeting];

/** What has a page of its own: a few words and the way there, beside each other. */
export const doorsOfMeeting: readonly PartOfMeeting[] = [
  attendanceOfMeeting,
  minutesDoor,
  distributionDoor,
  originalOfMeeting,
];
