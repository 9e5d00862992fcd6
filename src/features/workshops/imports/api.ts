import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { bringInAnswers } from "#features/workshops/imports/commands.ts";
import { BroughtIn } from "#features/workshops/imports/imports.ts";
import { byWorkshop } from "#features/workshops/workshop/api.ts";

/** Answers from a poll made elsewhere. */
export const bringingInApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/answers-from-elsewhere",
      operationId: "bringInAnswers",
      summary: "Bring in answers from a poll made elsewhere; the same ones come in once, however often they are sent",
      request: { ...byWorkshop, body: body(BroughtIn) },
      responses: {
        201: json("How many came in, and how many were here", z.object({ added: z.int(), known: z.int() })),
      },
    },
    async (c, { params: { slug }, body: wish }) => {
      const { db, actor, now } = c.var;
      return c.json(await bringInAnswers(db, actor, now, slug, wish), 201);
    },
  ),
];
