import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { proposalStates } from "#features/circles/proposal/proposal.ts";
import { sectors } from "#features/circles/registration/registration.ts";
import { removeCost, writeCost } from "#features/circles/report/commands.ts";
import { Cost, CostId } from "#features/circles/report/cost.ts";
import { reportOfRound, reportOfSeveral } from "#features/circles/report/queries.ts";
import { markedStates, type Report } from "#features/circles/report/report.ts";
import { ReportFilter } from "#features/circles/report/report-filter.ts";
import { bySlug } from "#features/circles/round/api.ts";
import { RoundId, roundStates, SessionId, sessionKinds, sessionModes } from "#features/circles/round/round.ts";

const Count = z.number().int();
const MaybeFigure = z.number().nullable();
const marks = Object.fromEntries(markedStates.map((state) => [state, Count])) as Record<
  (typeof markedStates)[number],
  typeof Count
>;
const Marks = z.object(marks);
const Time = z.object({ meetings: Count, minutes: Count, unknown: Count.describe("Sessions without known times") });

const ReportJson = z.object({
  asOf: z.string(),
  comparedWith: z.enum(["members", "county", "unknown"]).describe("What the municipalities not reached rest on"),
  rounds: z.array(
    z.object({
      id: RoundId,
      slug: z.string(),
      title: z.string(),
      state: z.enum(roundStates),
      planned: Count,
      held: Count,
      places: Count,
      municipalities: Count,
      proposals: Count,
      colleagues: Count,
      cost: Count.nullable(),
    }),
  ),
  sessions: z.object({ planned: Count, held: Count, calledOff: Count, digital: Count }),
  meetings: z.array(
    z.object({
      id: SessionId,
      roundId: RoundId,
      date: z.string().nullable(),
      kind: z.enum(sessionKinds),
      mode: z.enum(sessionModes).nullable(),
      calledOff: z.boolean(),
      wasHeld: z.boolean(),
      marks: Marks,
    }),
  ),
  attendance: Marks,
  people: z.object({
    applied: Count,
    places: Count,
    persons: MaybeFigure.describe("Null when a team or somebody forgotten is among them"),
    completed: Count,
    neverCame: Count,
    withdrawn: Count,
    leaders: Count,
    facilitators: Count,
    guests: Count,
  }),
  municipalities: Count.describe("Municipalities with a participant"),
  homes: z.array(
    z.object({
      code: z.string().nullable(),
      name: z.string(),
      places: Count,
      wasPresent: z.boolean().nullable().describe("Null when nobody has noted it"),
    }),
  ),
  notReached: z.array(z.object({ name: z.string(), why: z.enum(["noPlace", "neverPresent"]) })),
  sectors: z.array(z.object({ sector: z.enum(sectors), places: Count })),
  hours: z.object({
    planned: Time,
    attended: Time,
    between: z.object({ minutes: Count, unknown: Count }).describe("Assignments and reading between the sessions"),
    commitment: MaybeFigure.describe("Hours; null when some round does not say"),
  }),
  proposals: z.object({
    count: Count,
    participants: Count.describe("Participants who have written one"),
    byState: z.array(z.object({ state: z.enum(proposalStates), count: Count })),
  }),
  reach: z.object({ colleagues: Count, participants: Count, perParticipant: MaybeFigure, target: Count }),
  costs: z.object({
    total: Count.nullable().describe("In kronor; null as long as no cost is written"),
    perPlace: MaybeFigure,
    sources: z.array(z.object({ funder: z.string(), amount: Count })),
    rows: z.array(z.object({ id: CostId, roundId: RoundId, funder: z.string(), purpose: z.string(), amount: Count })),
  }),
});

type Told = {
  readonly report: Report;
  readonly territory: z.output<typeof ReportJson>["comparedWith"];
  readonly today: Temporal.PlainDate;
};

function reportJson({ report, territory, today }: Told): z.output<typeof ReportJson> {
  const { published: _, ...proposals } = report.proposals;
  const { byEmployer: __, byWorkplace: ___, perParticipant, ...reach } = report.reach;
  return {
    asOf: today.toString(),
    comparedWith: territory,
    rounds: report.rounds,
    sessions: report.sessions,
    meetings: report.meetings.map(({ date, ...meeting }) => ({ ...meeting, date: date?.toString() ?? null })),
    attendance: report.attendance,
    people: { ...report.people, persons: report.people.persons ?? null },
    municipalities: report.municipalities,
    homes: report.homes.map((home) => ({ ...home, wasPresent: home.wasPresent ?? null })),
    notReached: report.notReached,
    sectors: report.sectors,
    hours: { ...report.hours, commitment: report.hours.commitment ?? null },
    proposals,
    reach: { ...reach, perParticipant: perParticipant ?? null },
    costs: { ...report.costs, rows: [...report.costs.rows], perPlace: report.costs.perPlace ?? null },
  };
}

/** What circles have come to. */
export const reportApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/report",
      operationId: "readReport",
      summary: "Read what a round has come to: sessions, people, municipalities, hours, proposals, reach and costs",
      request: bySlug,
      responses: { 200: json("The report", ReportJson) },
    },
    async (c, { params: { slug } }) =>
      c.json(reportJson(await reportOfRound(c.var.db, c.var.actor, slug, c.var.now()))),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/circle-reports",
      operationId: "readReportOfSeveral",
      summary: "Read what several rounds have come to: those of a series, those with a session in a year, or all",
      request: { query: ReportFilter.strict() },
      responses: { 200: json("The report", ReportJson) },
    },
    async (c, { query }) => c.json(reportJson(await reportOfSeveral(c.var.db, c.var.actor, query, c.var.now()))),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/costs",
      operationId: "writeCost",
      summary: "Write down something a round has cost, and who paid",
      request: { ...bySlug, body: body(Cost) },
      responses: { 201: json("The cost", z.object({ id: CostId })) },
    },
    async (c, { params: { slug }, body: cost }) => {
      const { round } = await reportOfRound(c.var.db, c.var.actor, slug, c.var.now());
      return c.json(await writeCost(c.var.db, c.var.actor, c.var.now, round.id, cost), 201);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/circles/{slug}/costs/{costId}",
      operationId: "removeCost",
      summary: "Take away a cost that was written down by mistake",
      request: { params: bySlug.params.extend({ costId: CostId }) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug, costId } }) => {
      const { round } = await reportOfRound(c.var.db, c.var.actor, slug, c.var.now());
      await removeCost(c.var.db, c.var.actor, round.id, costId);
      return c.body(null, 204);
    },
  ),
];
