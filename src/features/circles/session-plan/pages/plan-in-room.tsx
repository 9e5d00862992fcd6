import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Room, SessionInRoom } from "#features/circles/room/queries.ts";
import { CircleContributors } from "#features/circles/session-plan/parts/circle-contributors.tsx";
import { CircleThemes } from "#features/circles/session-plan/parts/circle-themes.tsx";
import { SessionPlanShown } from "#features/circles/session-plan/parts/session-plan-shown.tsx";
import { planTimes } from "#features/circles/session-plan/plan-times.ts";
import { contributorsIn, contributorsOf, planItemsOf, themesOf } from "#features/circles/session-plan/queries.ts";
import { mayPlanMeetings } from "#features/circles/session-plan/session-plan-policy.ts";
import { coverThemes } from "#features/circles/session-plan/theme-coverage.ts";

type Page = Context<Environment>;

/** What the circle goes through, on its page. */
export async function themesOfRoom(c: Page, room: Room): Promise<Child> {
  const { t, db, now } = c.var;
  const { round } = room;
  const today = dateIn(now());
  const covered = coverThemes(await themesOf(db, round.id), round.sessions, today);
  const mayPlan = mayPlanMeetings(room);
  if (covered.length === 0 && !mayPlan) return null;
  return (
    <CircleThemes
      t={t}
      round={round}
      covered={covered}
      mayPlan={mayPlan}
      today={today}
      saved={c.req.query("klart") === "teman" ? `teman-${round.id}` : undefined}
    />
  );
}

/** Who contributes to the circle's meetings, on its page. */
export async function contributorsOfRoom(c: Page, { round }: Room): Promise<Child> {
  const { t, db, now } = c.var;
  const contributors = await contributorsIn(db, round.id);
  if (contributors.length === 0) return null;
  return <CircleContributors t={t} round={round} contributors={contributors} today={dateIn(now())} />;
}

/** How the meeting is planned, on its page. Of a meeting that is called off nothing is planned. */
export async function planOfSession(c: Page, room: SessionInRoom): Promise<Child> {
  const { t, db } = c.var;
  const { round, session } = room;
  if (session.calledOff) return null;
  const [all, items, contributors] = await Promise.all([
    themesOf(db, round.id),
    planItemsOf(db, session.id),
    contributorsOf(db, session.id),
  ]);
  const themes = all.filter(({ sessionIds }) => sessionIds.includes(session.id));
  const mayPlan = mayPlanMeetings(room);
  const saved = ["upplagg", "medverkande"].find((form) => form === c.req.query("klart"));
  if (!mayPlan && themes.length + items.length + contributors.length === 0) return null;
  return (
    <SessionPlanShown
      t={t}
      address={`/cirkel/${round.slug}/traff/${session.id}`}
      themes={themes}
      times={planTimes(items, session.starts, session.ends)}
      contributors={contributors}
      mayPlan={mayPlan}
      saved={saved ? `${saved}-${session.id}` : undefined}
    />
  );
}
