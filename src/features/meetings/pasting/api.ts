import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { Minutes } from "#features/meetings/minutes-reading/minutes.ts";
import { confirmPasted, discardPasted, keepPasted } from "#features/meetings/pasting/commands.ts";
import { PastedMinutesId, PastingAnswers } from "#features/meetings/pasting/pasted-minutes.ts";
import { pastedProblem } from "#features/meetings/pasting/pasted-text.ts";
import { bodiesToPasteFor, readingToConfirm, readPasted } from "#features/meetings/pasting/queries.ts";

const byId = { params: z.object({ id: PastedMinutesId }) };
const PastedText = z.strictObject({ bodies: z.array(BodyId).min(1).max(12), text: z.string() });

/** Minutes brought in as text. */
export const pastingApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/pasted-minutes",
      operationId: "pasteMinutes",
      summary: "Read minutes from a text and keep the reading until it is confirmed; for those who run the bodies",
      request: { body: body(PastedText) },
      responses: {
        201: json("What was read; nothing is a meeting yet", z.object({ id: PastedMinutesId, minutes: Minutes })),
      },
    },
    async (c, { body: { bodies, text } }) => {
      const { db, actor, now, t } = c.var;
      await bodiesToPasteFor(db, actor, bodies, dateIn(now()));
      const problem = pastedProblem(text, "text");
      if (problem) throw new Refusal("invalid", problem.code, problem.values, [problem]);
      const minutes = await readPasted(db, text, t.language);
      const { id } = await keepPasted(db, actor, now, bodies, { text, fileName: null, minutes });
      return c.json({ id, minutes }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/pasted-minutes/{id}",
      operationId: "readPastedMinutes",
      summary: "Read one's own reading that waits to be confirmed, with the text it was read from",
      request: byId,
      responses: { 200: json("The reading", z.object({ text: z.string(), minutes: Minutes })) },
    },
    async (c, { params: { id } }) => {
      const { db, actor, now } = c.var;
      const { text, minutes } = await readingToConfirm(db, actor, id, dateIn(now()));
      return c.json({ text, minutes });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/pasted-minutes/{id}/confirm",
      operationId: "confirmPastedMinutes",
      summary: "Make a meeting with attendance and working minutes of a reading, as a person has confirmed it",
      request: { ...byId, body: body(PastingAnswers) },
      responses: { 201: json("The meeting", z.object({ slug: z.string(), planned: z.int() })) },
    },
    async (c, { params: { id }, body: answers }) => {
      const { db, actor, now, t } = c.var;
      return c.json(await confirmPasted(db, actor, now, id, answers, t("pasting.reading.questions_heading")), 201);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/pasted-minutes/{id}",
      operationId: "discardPastedMinutes",
      summary: "Throw a reading away that nobody has confirmed",
      request: byId,
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { id } }) => {
      await discardPasted(c.var.db, c.var.actor, c.var.now, id);
      return c.body(null, 204);
    },
  ),
];
