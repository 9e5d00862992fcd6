import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { type ApiContext, type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { LastDay } from "#features/meetings/body/seats/seat.ts";
import { addRepresentation, endRepresentation, reportBack } from "#features/meetings/representation/commands.ts";
import {
  type Representation,
  representationCalled,
  representationsListed,
} from "#features/meetings/representation/queries.ts";
import {
  NewRepresentation,
  Report,
  RepresentationId,
  RepresentationLevel,
} from "#features/meetings/representation/representation.ts";

const Text = z.string().nullable();
const byId = { params: z.object({ representationId: RepresentationId }) };
const Nothing = { description: "Done" };

const listed = {
  id: RepresentationId,
  name: Text.describe("Null: a service-user representative who has not agreed to be named"),
  organisationId: OrganisationId,
  organisation: z.string().describe("Whom they represent"),
  keeper: z.string().describe("Who keeps the register"),
  place: z.string().describe("The body here, or the place outside"),
  bodySlug: Text,
  level: RepresentationLevel,
  mandate: Text,
  validFrom: z.string(),
  validTo: Text,
  reportedOn: Text.describe("Null: nothing has been told"),
};
const ListedJson = z.object(listed);
const RepresentationJson = z.object({
  ...listed,
  reports: z
    .array(z.object({ day: z.string(), text: z.string() }))
    .nullable()
    .describe("Null: not for whoever asks to read"),
});

function representationOf(representation: Representation): z.output<typeof ListedJson> {
  const { personId: _, keptBy: __, body: here, validFrom, validTo, reportedOn, ...said } = representation;
  return {
    ...said,
    bodySlug: here?.slug ?? null,
    validFrom: validFrom.toString(),
    validTo: validTo?.toString() ?? null,
    reportedOn: reportedOn?.toString() ?? null,
  };
}

const asked = ({ var: { db, actor, now } }: ApiContext, { representationId }: { representationId: string }) =>
  representationCalled(db, actor, representationId, dateIn(now()));

/** The register of who sits where for whom. */
export const representationsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/representations",
      operationId: "listRepresentations",
      summary: "List who sits where for whom today",
      request: {
        query: ListQuery.extend({
          organisationId: OrganisationId.optional(),
          level: RepresentationLevel.optional(),
          show: z.enum(["now", "unreported", "past"]).optional(),
        }),
      },
      responses: { 200: json("One page of the register", z.object({ representations: z.array(ListedJson) })) },
    },
    async (c, { query: { after, show, ...wish } }) => {
      const list = await representationsListed(c.var.db, dateIn(c.var.now()), {
        ...wish,
        after: RepresentationId.safeParse(after).data,
        unreported: show === "unreported",
        past: show === "past",
      });
      nextLink(c, list.after);
      return c.json({ representations: list.representations.map(representationOf) });
    },
  ),
  operation(
    "bodies:manage",
    {
      method: "post",
      path: "/representations",
      operationId: "addRepresentation",
      summary: "Write down who represents an organisation in a body here or at a place outside",
      request: { body: body(NewRepresentation) },
      responses: { 201: json("The representation", z.object({ id: RepresentationId })) },
    },
    async (c, { body: said }) => c.json(await addRepresentation(c.var.db, c.var.actor, c.var.now, said), 201),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/representations/{representationId}",
      operationId: "readRepresentation",
      summary: "Read a representation, and what was told of it for those who may read that",
      request: byId,
      responses: { 200: json("The representation", RepresentationJson) },
    },
    async (c, { params }) => {
      const { representation, can, reports } = await asked(c, params);
      const told = reports.map(({ day, text }) => ({ day: day.toString(), text }));
      return c.json({ ...representationOf(representation), reports: can.read ? told : null });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/representations/{representationId}/end",
      operationId: "endRepresentation",
      summary: "End a representation after a last day; it stays as history",
      request: { ...byId, body: body(LastDay) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: last }) => {
      const { representation } = await asked(c, params);
      await endRepresentation(c.var.db, c.var.actor, c.var.now, representation.id, last);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/representations/{representationId}/reports",
      operationId: "reportBack",
      summary: "Tell at home what came of representing others",
      request: { ...byId, body: body(Report) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: report }) => {
      const { representation } = await asked(c, params);
      await reportBack(c.var.db, c.var.actor, c.var.now, representation.id, report);
      return c.body(null, 204);
    },
  ),
];
