import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { assignmentsOfRoom, assignmentsOfSession } from "#features/circles/assignment/pages/assignments-in-room.tsx";
import { changesOfRoom, changesOfSession } from "#features/circles/change-notice/pages/changes.tsx";
import { listsOfRoom } from "#features/circles/material/pages/lists-in-room.tsx";
import { materialOfSession, readingListOfRoom } from "#features/circles/material/pages/material-in-room.tsx";
import type { Environment } from "#platform/web/environment.ts";
import { proposalsInRoom } from "#features/circles/proposal/pages/proposals.tsx";
import { notesPart } from "#features/circles/notes/pages/notes-part.tsx";
import { attendancePart, hoursPart } from "#features/circles/attendance/pages/attendance-part.tsx";
import { questionnaireOfRoom } from "#features/circles/questionnaire/pages/questionnaire.tsx";
import { spreadPart } from "#features/circles/spread/pages/spread.tsx";
import { questionsPart } from "#features/circles/question/pages/questions-in-room.tsx";
import { promisedAtFollowUp } from "#features/circles/session-plan/follow-up/pages/promised-in-room.tsx";
import { contributorsOfRoom, planOfSession, themesOfRoom } from "#features/circles/session-plan/pages/plan-in-room.tsx";
import { reportInRoom } from "#features/circles/report/pages/reports.tsx";
import type { Room, SessionInRoom } from "#features/circles/room/queries.ts";

type Page = Context<Environment>;

/** Something that stands on a page of the circle. It asks for what it needs, and draws nothing where it has nothing to say. */
export type PartOf<Shown> = (c: Page, shown: Shown) => Promise<Child>;

/** What stands on the page of a circle under its meetings, in this order. */
export const partsOfRoom: readonly PartOf<Room>[] = [
  changesOfRoom,
  assignmentsOfRoom,
  themesOfRoom,
  readingListOfRoom,
  listsOfRoom,
  proposalsInRoom,
  contributorsOfRoom,
];

/** What has a page of its own: a few words and the way there, beside each other. */
export const doorsOfRoom: readonly PartOf<Room>[] = [
  questionsPart,
  spreadPart,
  questionnaireOfRoom,
  hoursPart,
  reportInRoom,
];

/** What stands on the page of one meeting, in this order. */
export const partsOfSession: readonly PartOf<SessionInRoom>[] = [
  changesOfSession,
  promisedAtFollowUp,
  planOfSession,
  attendancePart,
  assignmentsOfSession,
  materialOfSession,
  questionsPart,
  notesPart,
];
