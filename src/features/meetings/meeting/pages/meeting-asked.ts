import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";

type Page = Context<Environment>;

/** The meeting a page is about, for those inside it. */
export function meetingAsked(c: Page) {
  const { db, actor, now } = c.var;
  return meetingInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}

/** As `meetingAsked`, for those who may plan it. */
export async function meetingToPlan(c: Page) {
  const inside = await meetingAsked(c);
  if (!mayPlanMeeting(inside.bodies.map(({ standing }) => standing)))
    throw new Refusal("forbidden", "meeting.not_yours_to_plan");
  return inside;
}
