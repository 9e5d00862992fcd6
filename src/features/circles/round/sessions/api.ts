import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { bySlug, roundCalled } from "#features/circles/round/api.ts";
import { CallingOff, SessionAnswers, Venue } from "#features/circles/round/round-sections.ts";
import { SessionId } from "#features/circles/round/round.ts";
import { addSessions, changeSession, removeSession, setVenue } from "#features/circles/round/sessions/commands.ts";

const bySession = { params: bySlug.params.extend({ sessionId: SessionId }) };
const Sessions = z.object({ sessions: z.array(z.object({ id: z.string(), date: z.string().nullable() })) });
const Nothing = { description: "Done" };

/** When a round meets. */
export const sessionsApi: readonly ApiRoute[] = [
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/sessions",
      operationId: "addSessions",
      summary: "Plan one or several more meetings",
      request: { ...bySlug, body: body(z.strictObject({ sessions: z.array(SessionAnswers).min(1).max(60) })) },
      responses: { 201: json("All meetings of the round, in order", Sessions) },
    },
    async (c, { params: { slug }, body: { sessions } }) => {
      const { round } = await roundCalled(c, slug);
      const after = await addSessions(c.var.db, c.var.actor, round.id, sessions);
      return c.json({ sessions: after.sessions.map(({ id, date }) => ({ id, date: date?.toString() ?? null })) }, 201);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "put",
      path: "/rounds/{slug}/sessions/{sessionId}",
      operationId: "changeSession",
      summary: "Change what is planned for one meeting; one that was called off is planned again",
      request: { ...bySession, body: body(SessionAnswers) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, sessionId }, body: answers }) => {
      const { round } = await roundCalled(c, slug);
      await changeSession(c.var.db, c.var.actor, c.var.now, round.id, sessionId, answers);
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "delete",
      path: "/rounds/{slug}/sessions/{sessionId}",
      operationId: "removeSession",
      summary:
        "Take a meeting away from a draft, or call it off in a published round; a follow-up is called off with a reason",
      request: bySession,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, sessionId } }) => {
      const { round } = await roundCalled(c, slug);
      await removeSession(c.var.db, c.var.actor, c.var.now, round.id, sessionId);
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/sessions/{sessionId}/call-off",
      operationId: "callOffSession",
      summary: "Call a meeting of a published round off and say why; a follow-up is not called off without a reason",
      request: { ...bySession, body: body(CallingOff) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, sessionId }, body: { reason } }) => {
      const { round } = await roundCalled(c, slug);
      await removeSession(c.var.db, c.var.actor, c.var.now, round.id, sessionId, reason);
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/venue",
      operationId: "setVenue",
      summary: "Say where meetings are held; those with a place are told",
      request: { ...bySlug, body: body(Venue.extend({ sessionIds: z.array(SessionId).min(1).max(60) })) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: { venue, sessionIds } }) => {
      const { round } = await roundCalled(c, slug);
      await setVenue(c.var.db, c.var.actor, round.id, sessionIds, venue);
      return c.body(null, 204);
    },
  ),
];
