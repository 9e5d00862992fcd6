import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { BodySeatId, SeatKind } from "#features/meetings/body/body.ts";
import { bodyCalled } from "#features/meetings/body/queries.ts";
import {
  addSeat,
  agreeToBeNamed,
  changeSeat,
  endHolding,
  endSeat,
  seatPerson,
} from "#features/meetings/body/seats/commands.ts";
import { holdingCalled, type Seat, seatCalled } from "#features/meetings/body/seats/queries.ts";
import { HoldingId, LastDay, Naming, NewHolding, NewSeat, SeatChange } from "#features/meetings/body/seats/seat.ts";

const Text = z.string().nullable();
const Slug = z.string().max(200);
const bySlug = { params: z.object({ slug: Slug }) };
const bySeat = { params: z.object({ slug: Slug, seatId: BodySeatId }) };
const byHolding = { params: z.object({ slug: Slug, holdingId: HoldingId }) };
const Nothing = { description: "Done" };

/** A seat as the API tells of it, with who sits, has sat and will sit in it. */
export const seatJson = z.object({
  id: BodySeatId,
  kind: SeatKind,
  function: z.string(),
  organisation: Text.describe("Whom the seat speaks for"),
  endedOn: Text,
  holdings: z.array(
    z.object({
      id: HoldingId,
      name: Text.describe("Null: a service-user representative who has not agreed to be named"),
      isOwn: z.boolean(),
      isSubstitute: z.boolean(),
      validFrom: z.string(),
      validTo: Text,
      source: Text,
    }),
  ),
});

export function seatOf({ organisation, endedOn, holdings, ...seat }: Seat): z.output<typeof seatJson> {
  return {
    ...seat,
    organisation: organisation?.name ?? null,
    endedOn: endedOn?.toString() ?? null,
    holdings: holdings.map(({ validFrom, validTo, ...holding }) => {
      return { ...holding, validFrom: validFrom.toString(), validTo: validTo?.toString() ?? null };
    }),
  };
}

const seatAsked = ({ var: { db, actor, now } }: ApiContext, { slug, seatId }: { slug: string; seatId: string }) =>
  seatCalled(db, actor, slug, seatId, dateIn(now()));

const holdingAsked = (
  { var: { db, actor, now } }: ApiContext,
  { slug, holdingId }: { slug: string; holdingId: string },
) => holdingCalled(db, actor, slug, holdingId, dateIn(now()));

/** The seats of a body and who sits in them. */
export const seatsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/seats",
      operationId: "addSeat",
      summary: "Add a seat by its function; two at once for service-user representatives, if wished",
      request: { ...bySlug, body: body(NewSeat) },
      responses: { 201: json("The seats", z.object({ ids: z.array(BodySeatId) })) },
    },
    async (c, { params: { slug }, body: seat }) => {
      const { db, actor, now } = c.var;
      const { id } = await bodyCalled(db, actor, slug, dateIn(now()));
      const { ids } = await addSeat(db, actor, now, id, seat);
      return c.json({ ids: [...ids] }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/bodies/{slug}/seats/{seatId}",
      operationId: "changeSeat",
      summary: "Change the function of a seat and whom it speaks for",
      request: { ...bySeat, body: body(SeatChange) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: said }) => {
      const { seat } = await seatAsked(c, params);
      await changeSeat(c.var.db, c.var.actor, c.var.now, seat.id, said);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/seats/{seatId}/end",
      operationId: "endSeat",
      summary: "End a seat after a last day, and the time of everybody in it; both stay as history",
      request: { ...bySeat, body: body(LastDay) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: last }) => {
      const { seat } = await seatAsked(c, params);
      await endSeat(c.var.db, c.var.actor, c.var.now, seat.id, last);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/seats/{seatId}/holdings",
      operationId: "seatPerson",
      summary: "Give somebody a seat for a time, as its ordinary holder or as a substitute",
      request: { ...bySeat, body: body(NewHolding) },
      responses: { 201: json("Their time in the seat", z.object({ id: HoldingId })) },
    },
    async (c, { params, body: holding }) => {
      const { seat } = await seatAsked(c, params);
      return c.json(await seatPerson(c.var.db, c.var.actor, c.var.now, seat.id, holding), 201);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/holdings/{holdingId}/end",
      operationId: "endHolding",
      summary: "End somebody's time in a seat after a last day; it stays as history",
      request: { ...byHolding, body: body(LastDay) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: last }) => {
      const { holding } = await holdingAsked(c, params);
      await endHolding(c.var.db, c.var.actor, c.var.now, holding.id, last);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/bodies/{slug}/holdings/{holdingId}/naming",
      operationId: "agreeToBeNamed",
      summary: "Note whether a service-user representative agrees to be named: one's own, or on their word",
      request: { ...byHolding, body: body(Naming) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: naming }) => {
      const { holding } = await holdingAsked(c, params);
      await agreeToBeNamed(c.var.db, c.var.actor, c.var.now, holding.id, naming);
      return c.body(null, 204);
    },
  ),
];
