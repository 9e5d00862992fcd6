import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiContext, type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { bodyCalled } from "#features/meetings/body/queries.ts";
import { mayPlanMeeting, maySeeMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import { MeetingId, MeetingMode, MeetingState } from "#features/meetings/meeting/meeting.ts";
import { callOffMeeting, changeMeeting, planMeeting } from "#features/meetings/meeting/planning/commands.ts";
import { CallingOff, MeetingChange, NewMeeting } from "#features/meetings/meeting/planning/meeting-plan.ts";
import { type MeetingInside, meetingInside, meetingLines } from "#features/meetings/meeting/queries.ts";

/** A meeting, as an address of the API names it. */
export const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const Done = { 204: { description: "Done" } };
const Text = z.string().nullable();
const Place = z.object({ id: MeetingId, slug: z.string() });

const MeetingJson = Place.extend({
  title: z.string(),
  bodies: z.array(z.object({ id: BodyId, slug: z.string(), name: z.string() })).describe("Those that meet, in order"),
  state: MeetingState,
  day: Text.describe("Null: the notes that were brought in do not say when they met"),
  starts: Text,
  ends: Text,
  mode: MeetingMode.nullable(),
  venue: Text,
  joinLink: Text,
  welcome: Text,
  documentsBy: Text,
  asksForReply: z.boolean(),
  replyBy: Text,
  calledAt: Text,
  calledOffReason: Text,
  version: z.int(),
  mayPlan: z.boolean().describe("Whether one may change it, arrange its agenda and call to it"),
});

const LineJson = Place.extend({ title: z.string(), day: Text, starts: Text, ends: Text, state: MeetingState });

/** The meeting an operation is about, for those inside it. */
export function meetingCalled(c: ApiContext, slug: string): Promise<MeetingInside> {
  return meetingInside(c.var.db, c.var.actor, slug, dateIn(c.var.now()));
}

/** As `meetingCalled`, for those who may plan it. */
export async function meetingToPlan(c: ApiContext, slug: string): Promise<MeetingInside> {
  const inside = await meetingCalled(c, slug);
  if (!mayPlan(inside)) throw new Refusal("forbidden", "meeting.not_yours_to_plan");
  return inside;
}

function mayPlan({ bodies }: MeetingInside): boolean {
  return mayPlanMeeting(bodies.map(({ standing }) => standing));
}

const day = (date: Temporal.PlainDate | null) => date?.toString() ?? null;
const time = (hour: Temporal.PlainTime | null) => hour?.toString({ smallestUnit: "minute" }) ?? null;

function meetingJson(inside: MeetingInside): z.output<typeof MeetingJson> {
  const { organisationId: _, calendarSequence: __, ...meeting } = inside.meeting;
  return {
    ...meeting,
    bodies: inside.bodies.map(({ id, slug, name }) => ({ id, slug, name })),
    day: day(meeting.day),
    starts: time(meeting.starts),
    ends: time(meeting.ends),
    documentsBy: day(meeting.documentsBy),
    replyBy: day(meeting.replyBy),
    calledAt: meeting.calledAt?.toString() ?? null,
    mayPlan: mayPlan(inside),
  };
}

/** The meetings of networks and councils: planned, changed and called off by whoever runs one of the bodies that meet. */
export const meetingsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/bodies/{slug}/meetings",
      operationId: "listMeetings",
      summary: "List the meetings of a body one is inside, the latest first",
      request: { ...bySlug, query: ListQuery },
      responses: { 200: json("One page of the meetings", z.object({ meetings: z.array(LineJson) })) },
    },
    async (c, { params: { slug }, query: { limit, after } }) => {
      const { db, actor, now } = c.var;
      const found = await bodyCalled(db, actor, slug, dateIn(now()));
      if (!maySeeMeeting([found.standing])) throw new Refusal("not_found", "body.no_such_body");
      const from = Math.max(0, Math.trunc(Number(after ?? 0)) || 0);
      const page = await meetingLines(db, found.id, { from, most: limit });
      nextLink(c, page.length === limit ? String(from + limit) : undefined);
      const meetings = page.map((line) => ({
        ...line,
        day: day(line.day),
        starts: time(line.starts),
        ends: time(line.ends),
      }));
      return c.json({ meetings });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings",
      operationId: "planMeeting",
      summary: "Plan a meeting of one body or a joint one of several, and a series when there are further days",
      request: { body: body(NewMeeting) },
      responses: { 201: json("The meetings, by day", z.object({ meetings: z.array(Place) })) },
    },
    async (c, { body: meeting }) =>
      c.json({ meetings: [...(await planMeeting(c.var.db, c.var.actor, c.var.now, meeting))] }, 201),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}",
      operationId: "getMeeting",
      summary: "Read when and where a meeting is, and who meets; for those inside it",
      request: bySlug,
      responses: { 200: json("The meeting", MeetingJson) },
    },
    async (c, { params: { slug } }) => c.json(meetingJson(await meetingCalled(c, slug))),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/meetings/{slug}",
      operationId: "changeMeeting",
      summary: "Change a meeting from the version one has read; those who are called are told when it is moved",
      request: { ...bySlug, body: body(MeetingChange) },
      responses: Done,
    },
    async (c, { params: { slug }, body: meeting }) => {
      await changeMeeting(c.var.db, c.var.actor, c.var.now, slug, meeting);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/calling-off",
      operationId: "callOffMeeting",
      summary: "Call a meeting off and say why; what stood on its agenda comes back to the next one",
      request: { ...bySlug, body: body(CallingOff) },
      responses: Done,
    },
    async (c, { params: { slug }, body: words }) => {
      await callOffMeeting(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
];
