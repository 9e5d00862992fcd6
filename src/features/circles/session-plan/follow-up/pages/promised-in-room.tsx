import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { SessionInRoom } from "#features/circles/room/queries.ts";
import { Promised } from "#features/circles/session-plan/follow-up/parts/promised.tsx";
import { promisesOf } from "#features/circles/session-plan/follow-up/queries.ts";

/** What was promised, on the page of the follow-up: its agenda makes itself. (R101) */
export async function promisedAtFollowUp(c: Context<Environment>, room: SessionInRoom): Promise<Child> {
  const { t, db, now } = c.var;
  const { round, session } = room;
  if (session.kind !== "followUp" || session.calledOff) return null;
  return <Promised t={t} slug={round.slug} promises={await promisesOf(db, room)} today={dateIn(now())} />;
}
