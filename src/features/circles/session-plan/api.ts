import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { AssignmentId } from "#features/circles/assignment/assignment.ts";
import { ProposalId, proposalStates } from "#features/circles/proposal/proposal.ts";
import { roomCalled } from "#features/circles/room/api.ts";
import { type SessionInRoom, sessionInRoom } from "#features/circles/room/queries.ts";
import { bySlug } from "#features/circles/round/api.ts";
import { SessionId } from "#features/circles/round/round.ts";
import { arrangeThemes, nameContributors, planSession } from "#features/circles/session-plan/commands.ts";
import { promisesOf } from "#features/circles/session-plan/follow-up/queries.ts";
import { contributorsOf, planItemsOf, themesOf } from "#features/circles/session-plan/queries.ts";
import {
  ContributorsWish,
  markOf,
  perspectives,
  planParts,
  SessionPlanWish,
  ThemeId,
  themesMark,
  ThemesWish,
} from "#features/circles/session-plan/session-plan.ts";
import { coverages, coverThemes } from "#features/circles/session-plan/theme-coverage.ts";

const bySession = { params: bySlug.params.extend({ sessionId: SessionId }) };
const done = { 204: { description: "Done" } };
const Mark = z
  .string()
  .describe("Send it along with a change, and nothing is written over what others wrote meanwhile");

const ThemesJson = z.object({
  themes: z.array(
    z.object({
      id: ThemeId,
      name: z.string(),
      sessions: z.array(SessionId).describe("The meetings it is taken up at, without those called off"),
      coverage: z.enum(coverages).describe("Whether it has had its meeting, is to have it, or has none"),
    }),
  ),
  mark: Mark,
});

const PlanJson = z.object({
  themes: z.array(z.object({ id: ThemeId, name: z.string() })),
  items: z.array(
    z.object({
      part: z.enum(planParts).nullable().describe("The part of the usual course of a meeting that this is"),
      heading: z.string(),
      minutes: z.int().nullable(),
      text: z.string().nullable(),
    }),
  ),
  mark: Mark,
  contributors: z.array(
    z.object({
      name: z.string(),
      role: z.string().nullable(),
      organisation: z.string().nullable(),
      perspective: z.enum(perspectives),
      ownWord: z.string().nullable(),
    }),
  ),
  contributorsMark: Mark,
});

const day = z.iso.date();
const PromisesJson = z.object({
  proposals: z.array(
    z.object({
      id: ProposalId,
      title: z.string(),
      author: z.string().nullable(),
      state: z.enum(proposalStates),
      said: z.object({
        on: day,
        same: z.boolean().describe("That nothing has changed"),
        reason: z.string().nullable(),
      }),
      unansweredSince: day.nullable(),
    }),
  ),
  assignments: z.array(
    z.object({
      id: AssignmentId,
      title: z.string(),
      ownWaits: z.boolean(),
      notHandedIn: z.int(),
      notAnswered: z.int(),
    }),
  ),
  spread: z.object({ reached: z.int(), target: z.int() }),
});

/** What a circle goes through, how its meetings are planned, and what it promised. */
export const sessionPlanApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/themes",
      operationId: "readThemes",
      summary: "Read what a circle goes through, and which theme has its meeting",
      request: bySlug,
      responses: { 200: json("The themes, in order", ThemesJson) },
    },
    async (c, { params: { slug } }) => {
      const { db, now } = c.var;
      const { round } = await roomCalled(c, slug);
      const themes = await themesOf(db, round.id);
      return c.json({
        themes: coverThemes(themes, round.sessions, dateIn(now())).map(({ theme, sessions, coverage }) => ({
          ...theme,
          sessions: sessions.map(({ id }) => id),
          coverage,
        })),
        mark: themesMark(themes),
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/themes",
      operationId: "arrangeThemes",
      summary: "Say what a circle goes through; a theme that is left out is taken away",
      request: { ...bySlug, body: body(ThemesWish) },
      responses: done,
    },
    async (c, { params: { slug }, body: wish }) => {
      const { round } = await roomCalled(c, slug);
      await arrangeThemes(c.var.db, c.var.actor, round.id, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/sessions/{sessionId}/plan",
      operationId: "readSessionPlan",
      summary: "Read how a meeting is planned: its themes, what is done in which order, and who contributes",
      request: bySession,
      responses: { 200: json("The plan", PlanJson) },
    },
    async (c, { params }) => {
      const { round, session } = await meetingCalled(c, params);
      const { db } = c.var;
      const [all, items, contributors] = await Promise.all([
        themesOf(db, round.id),
        planItemsOf(db, session.id),
        contributorsOf(db, session.id),
      ]);
      const themes = all.filter(({ sessionIds }) => sessionIds.includes(session.id));
      return c.json({
        themes: themes.map(({ id, name }) => ({ id, name })),
        items,
        mark: markOf({ themes: themes.map(({ id }) => id), items }),
        contributors,
        contributorsMark: markOf(contributors),
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/sessions/{sessionId}/plan",
      operationId: "planSession",
      summary: "Plan a meeting: which of the circle's themes it takes up, and what is done in which order",
      request: { ...bySession, body: body(SessionPlanWish) },
      responses: done,
    },
    async (c, { params, body: wish }) => {
      const { round, session } = await meetingCalled(c, params);
      await planSession(c.var.db, c.var.actor, round.id, session.id, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/sessions/{sessionId}/contributors",
      operationId: "nameContributors",
      summary: "Name who contributes to a meeting without leading it, each with a perspective",
      request: { ...bySession, body: body(ContributorsWish) },
      responses: done,
    },
    async (c, { params, body: wish }) => {
      const { round, session } = await meetingCalled(c, params);
      await nameContributors(c.var.db, c.var.actor, round.id, session.id, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/promises",
      operationId: "readPromises",
      summary: "Read what a circle promised and its follow-up goes through",
      request: bySlug,
      responses: { 200: json("What was promised", PromisesJson) },
    },
    async (c, { params: { slug } }) => {
      const { proposals, assignments, spread } = await promisesOf(c.var.db, await roomCalled(c, slug));
      return c.json({
        proposals: proposals.map(({ id, title, author, state, last, unansweredSince }) => ({
          id,
          title,
          author,
          state,
          said: {
            on: last.day.toString(),
            same: last.kind === "same",
            reason: last.kind === "told" ? last.reason : null,
          },
          unansweredSince: unansweredSince?.toString() ?? null,
        })),
        assignments,
        spread: { reached: spread.reached, target: spread.target },
      });
    },
  ),
];

function meetingCalled(
  c: ApiContext,
  { slug, sessionId }: { readonly slug: string; readonly sessionId: SessionId },
): Promise<SessionInRoom> {
  return sessionInRoom(c.var.db, c.var.actor, slug, sessionId);
}
