import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { addDispatch, changeDispatch, removeDispatch } from "#features/circles/postal-dispatch/commands.ts";
import { DispatchWish, PostalDispatchId } from "#features/circles/postal-dispatch/postal-dispatch.ts";
import { postOf } from "#features/circles/postal-dispatch/queries.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { bySlug, roundCalled } from "#features/circles/round/api.ts";

const Nothing = { description: "Done" };
const byDispatch = { params: bySlug.params.extend({ dispatchId: PostalDispatchId }) };

/** What rounds send by post. */
export const postApi: readonly ApiRoute[] = [
  operation(
    "circles:read",
    {
      method: "get",
      path: "/rounds/{slug}/post",
      operationId: "readPost",
      summary: "Read what a round sends by post, and the postal addresses of those with a place",
      request: bySlug,
      responses: {
        200: json(
          "The dispatches, and those who get them",
          z.object({
            dispatches: z.array(
              z.object({
                id: PostalDispatchId,
                contents: z.string(),
                sentOn: z.iso.date().nullable(),
                isLast: z.boolean(),
              }),
            ),
            addressees: z.array(
              z.object({
                registrationId: RegistrationId,
                name: z.string(),
                workplace: z.string(),
                lines: z.array(z.string()).describe("The address as on an envelope; empty when there is none"),
              }),
            ),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const { dispatches, addressees } = await postCalled(c, slug);
      return c.json({
        dispatches: dispatches.map(({ sentOn, ...dispatch }) => ({ ...dispatch, sentOn: sentOn?.toString() ?? null })),
        addressees: addressees.map(({ lines, ...who }) => ({ ...who, lines: [...lines] })),
      });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/post",
      operationId: "addPostalDispatch",
      summary: "Write down what is sent to the participants by post, or is meant to be",
      request: { ...bySlug, body: body(DispatchWish) },
      responses: { 201: json("The dispatch", z.object({ id: PostalDispatchId })) },
    },
    async (c, { params: { slug }, body: wish }) => {
      const { round } = await roundCalled(c, slug);
      return c.json({ id: await addDispatch(c.var.db, c.var.actor, c.var.now, round.id, wish) }, 201);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "put",
      path: "/rounds/{slug}/post/{dispatchId}",
      operationId: "changePostalDispatch",
      summary: "Say something else about a dispatch: that it has been sent, that it was the last",
      request: { ...byDispatch, body: body(DispatchWish) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, dispatchId }, body: wish }) => {
      const { round } = await roundCalled(c, slug);
      await changeDispatch(c.var.db, c.var.actor, c.var.now, { roundId: round.id, id: dispatchId }, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "delete",
      path: "/rounds/{slug}/post/{dispatchId}",
      operationId: "removePostalDispatch",
      summary: "Take a dispatch away that was written down by mistake",
      request: byDispatch,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, dispatchId } }) => {
      const { round } = await roundCalled(c, slug);
      await removeDispatch(c.var.db, c.var.actor, { roundId: round.id, id: dispatchId });
      return c.body(null, 204);
    },
  ),
];

async function postCalled(c: ApiContext, slug: string) {
  const found = await postOf(c.var.db, c.var.actor, slug, c.var.now());
  if (!found) throw new Refusal("not_found", "registration.no_such_round");
  return found;
}
