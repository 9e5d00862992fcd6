import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import {
  ApproximateCount,
  AttendanceId,
  AttendanceRole,
  AttendanceState,
  AttendeeChange,
  NewAttendee,
  RestMark,
  SeatMark,
} from "#features/meetings/attendance/attendance.ts";
import {
  addAttendee,
  changeAttendee,
  markSeat,
  markTheRest,
  removeAttendee,
  setApproximateCount,
} from "#features/meetings/attendance/commands.ts";
import { presenceOverYear } from "#features/meetings/attendance/never-present/queries.ts";
import { maySeePresence } from "#features/meetings/attendance/pages/presence-over-year.tsx";
import { type Attendance, attendanceOf } from "#features/meetings/attendance/queries.ts";
import { quorumOf } from "#features/meetings/attendance/quorum.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { bodyCalled } from "#features/meetings/body/queries.ts";
import { type MeetingInside, meetingInside } from "#features/meetings/meeting/queries.ts";

const bySlug = { params: z.object({ slug: z.string().max(200) }) };
const byAttendee = { params: bySlug.params.extend({ attendeeId: AttendanceId }) };
const Done = { 204: { description: "Done" } };

const Counts = z
  .object({ rows: z.int(), persons: z.int(), municipalities: z.int() })
  .describe("Of those who were there. Three different figures: a person in two lists is two rows");
const Municipality = z.object({ name: z.string(), code: z.string() });
const AttendanceJson = z.object({
  lists: z.array(
    z.object({
      bodyId: BodyId.nullable().describe("Null: those who came for no body"),
      rows: z.array(
        z.object({
          id: AttendanceId,
          personId: PersonId.nullable(),
          name: z.string().nullable().describe("Null: a service-user representative who has not agreed to be named"),
          role: AttendanceRole,
          organisation: z.string().nullable(),
          isOrganisationKnown: z.boolean(),
          municipalityCode: z.string().nullable(),
          represents: z.string().nullable(),
          state: AttendanceState,
        }),
      ),
      counts: Counts,
      approximate: z.int().nullable().describe("About how many, where nobody wrote a list; in no other figure"),
      absentMunicipalities: z.array(Municipality),
      quorum: z
        .object({
          of: z.enum(["persons", "municipalities"]),
          here: z.int(),
          total: z.int(),
          needed: z.int(),
          isEnough: z.boolean().nullable(),
        })
        .nullable(),
    }),
  ),
  counts: Counts,
  absentMunicipalities: z.array(Municipality),
});
const PresenceJson = z.object({
  from: z.string(),
  to: z.string(),
  meetings: z.int().describe("Meetings with a list"),
  municipalities: z.array(z.object({ name: z.string(), meetings: z.int(), lastDay: z.string().nullable() })),
});

/** Who came to the meetings of networks and councils. */
export const meetingAttendanceApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}/attendance",
      operationId: "readMeetingAttendance",
      summary: "Read who came to a meeting, a list for each body; for those inside it",
      request: bySlug,
      responses: { 200: json("The lists", AttendanceJson) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const inside = await meetingInside(db, actor, slug, dateIn(now()));
      return c.json(attendanceJson(inside, await attendanceOf(db, inside)));
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/meetings/{slug}/attendance",
      operationId: "markMeetingAttendance",
      summary: "Note how somebody who sits in a body took part, or take it back with `unmarked`",
      request: { ...bySlug, body: body(SeatMark) },
      responses: Done,
    },
    async (c, { params: { slug }, body: mark }) => {
      await markSeat(c.var.db, c.var.actor, c.var.now, slug, mark);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/attendance/rest",
      operationId: "markRestOfMeeting",
      summary: "Note everybody of one body about whom nothing is noted as having been there",
      request: { ...bySlug, body: body(RestMark) },
      responses: { 200: json("How many were noted", z.object({ marked: z.int() })) },
    },
    async (c, { params: { slug }, body: mark }) =>
      c.json(await markTheRest(c.var.db, c.var.actor, c.var.now, slug, mark)),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/meetings/{slug}/attendance/approximate",
      operationId: "setApproximateAttendance",
      summary: "Say about how many came for a body where nobody wrote a list; null takes it back",
      request: { ...bySlug, body: body(ApproximateCount) },
      responses: Done,
    },
    async (c, { params: { slug }, body: count }) => {
      await setApproximateCount(c.var.db, c.var.actor, c.var.now, slug, count);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/attendees",
      operationId: "addMeetingAttendee",
      summary: "Write down somebody who came without a seat: a guest, a substitute or somebody for another body",
      request: { ...bySlug, body: body(NewAttendee) },
      responses: { 201: json("The row", z.object({ id: AttendanceId })) },
    },
    async (c, { params: { slug }, body: attendee }) =>
      c.json(await addAttendee(c.var.db, c.var.actor, c.var.now, slug, attendee), 201),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/meetings/{slug}/attendees/{attendeeId}",
      operationId: "changeMeetingAttendee",
      summary: "Put a row of the attendance right",
      request: { ...byAttendee, body: body(AttendeeChange) },
      responses: Done,
    },
    async (c, { params: { slug, attendeeId }, body: wanted }) => {
      await changeAttendee(c.var.db, c.var.actor, c.var.now, slug, attendeeId, wanted);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/meetings/{slug}/attendees/{attendeeId}",
      operationId: "removeMeetingAttendee",
      summary: "Take a row of the attendance away",
      request: byAttendee,
      responses: Done,
    },
    async (c, { params: { slug, attendeeId } }) => {
      await removeAttendee(c.var.db, c.var.actor, c.var.now, slug, attendeeId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/bodies/{slug}/attendance",
      operationId: "readBodyAttendance",
      summary: "Read how often each member municipality has come to the meetings of a body during 12 months",
      request: bySlug,
      responses: { 200: json("Every member municipality; those with no meetings have not been there", PresenceJson) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const today = dateIn(now());
      const found = await bodyCalled(db, actor, slug, today);
      if (!maySeePresence(found)) throw new Refusal("forbidden", "presence.only_inside");
      const { from, to, meetings, municipalities } = await presenceOverYear(db, found.id, today);
      return c.json({
        from: from.toString(),
        to: to.toString(),
        meetings,
        municipalities: municipalities.map(({ name, meetings: came, lastDay }) => ({
          name,
          meetings: came,
          lastDay: lastDay?.toString() ?? null,
        })),
      });
    },
  ),
];

function attendanceJson({ bodies }: MeetingInside, attendance: Attendance): z.input<typeof AttendanceJson> {
  const bare = (each: { name: string; code: string }) => ({ name: each.name, code: each.code });
  return {
    lists: attendance.lists.map(({ bodyId, rows, counts, approximate, absentMunicipalities }) => {
      const found = bodies.find(({ id }) => id === bodyId);
      return {
        bodyId,
        rows: rows.map(
          ({ id, personId, name, role, organisation, isOrganisationKnown, municipalityCode, represents, state }) => ({
            id,
            // Nameless is nameless: an id leads to the name elsewhere.
            personId: name === null ? null : personId,
            name,
            role,
            organisation,
            isOrganisationKnown,
            municipalityCode,
            represents,
            state,
          }),
        ),
        counts,
        approximate,
        absentMunicipalities: absentMunicipalities.map(bare),
        quorum: (found && quorumOf(found, attendance)) ?? null,
      };
    }),
    counts: attendance.counts,
    absentMunicipalities: attendance.absentMunicipalities.map(bare),
  };
}
