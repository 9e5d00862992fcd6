import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { notify } from "#platform/database/notices.ts";
import { type Room, roomWithId, type SessionInRoom } from "#features/circles/room/queries.ts";
import { type RoundFacts, roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId, SessionId } from "#features/circles/round/round.ts";
import { contributorsOf, planItemsOf, themesOf } from "#features/circles/session-plan/queries.ts";
import {
  type ContributorsWish,
  inPlace,
  markOf,
  mostItems,
  mostThemes,
  namedContributors,
  type SessionPlanWish,
  type ThemeId,
  themesMark,
  type ThemesWish,
} from "#features/circles/session-plan/session-plan.ts";
import { mayPlanMeetings } from "#features/circles/session-plan/session-plan-policy.ts";

/**
 * Says what a circle goes through. A new theme that a meeting already goes by is taken up at that meeting, so that it is
 * not said twice; a theme that is taken away is taken up nowhere. (R105)
 */
export function arrangeThemes(db: Database, actor: Actor, id: RoundId, { themes, mark }: ThemesWish): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockToPlan(tx, actor, id);
    const before = await themesOf(tx, id);
    const names = (each: readonly { readonly name: string }[]) => each.map(({ name }) => name);
    if (themes.some((wish) => wish.id !== undefined && !before.some((theme) => theme.id === wish.id)))
      throw new Refusal("not_found", "plan.no_such_theme");
    const kept = inPlace(themes).flatMap(({ id: themeId, name }) => (name === null ? [] : [{ id: themeId, name }]));
    // Sent twice, it is written once.
    if (markOf(names(kept)) === markOf(names(before))) return markRecorded(tx);
    mustBeSeen(mark, themesMark(before));
    if (kept.length > mostThemes) throw new Refusal("conflict", "plan.too_many_themes", { count: mostThemes });

    const gone = before.filter((theme) => !kept.some((each) => each.id === theme.id)).map((theme) => theme.id);
    if (gone.length > 0) await tx.deleteFrom("circle_theme").where("id", "in", gone).execute();
    for (const [position, { id: themeId, name }] of kept.entries()) {
      if (themeId) {
        await tx.updateTable("circle_theme").set({ position, name }).where("id", "=", themeId).execute();
        continue;
      }
      await addTheme(tx, room.round, position, name);
    }
    await settle(tx, actor, room, "circles.themes_arranged", id, {
      before: { themes: names(before) },
      after: { themes: names(kept) },
    });
  });
}

/** Plans a meeting: which of the circle's themes it takes up, and what is done in which order. */
export function planSession(
  db: Database,
  actor: Actor,
  id: RoundId,
  sessionId: SessionId,
  { themes, items, mark }: SessionPlanWish,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockToPlan(tx, actor, id);
    const session = meetingIn(room, sessionId);
    const known = await themesOf(tx, id);
    const chosen = known.filter(({ sessionIds }) => sessionIds.includes(session.id)).map((theme) => theme.id);
    const before = { themes: chosen, items: await planItemsOf(tx, session.id) };
    if (themes.some((theme) => !known.some((each) => each.id === theme)))
      throw new Refusal("not_found", "plan.no_such_theme");
    const rows = inPlace(items).flatMap(({ part, heading, minutes, text }) =>
      heading === null ? [] : [{ part, heading, minutes, text }],
    );
    const after = { themes: known.flatMap((theme) => (themes.includes(theme.id) ? [theme.id] : [])), items: rows };
    if (markOf(after) === markOf(before)) return markRecorded(tx);
    mustBeSeen(mark, markOf(before));
    if (rows.length > mostItems) throw new Refusal("conflict", "plan.too_many_items", { count: mostItems });

    await tx.deleteFrom("session_theme").where("session_id", "=", session.id).execute();
    await takeUp(
      tx,
      id,
      after.themes.map((theme) => [session.id, theme]),
    );
    await tx.deleteFrom("session_plan_item").where("session_id", "=", session.id).execute();
    if (rows.length > 0) {
      const numbered = rows.map((row, position) => ({ ...row, id: newId<"session_plan_item">(), position }));
      await tx
        .insertInto("session_plan_item")
        .values(numbered.map((row) => ({ ...row, session_id: session.id })))
        .execute();
    }
    await settle(tx, actor, room, "circles.session_planned", session.id, {
      before: { items: before.items },
      after: { items: rows },
    });
  });
}

/** Names who contributes to a meeting without leading it, each with a perspective. (R106) */
export function nameContributors(
  db: Database,
  actor: Actor,
  id: RoundId,
  sessionId: SessionId,
  wish: ContributorsWish,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockToPlan(tx, actor, id);
    const session = meetingIn(room, sessionId);
    const before = await contributorsOf(tx, session.id);
    const contributors = namedContributors(wish);
    if (markOf(contributors) === markOf(before)) return markRecorded(tx);
    mustBeSeen(wish.mark, markOf(before));

    await tx.deleteFrom("session_contributor").where("session_id", "=", session.id).execute();
    if (contributors.length > 0) {
      await tx
        .insertInto("session_contributor")
        .values(
          contributors.map(({ ownWord, ...contributor }, position) => ({
            ...contributor,
            perspective_word: ownWord,
            id: newId<"session_contributor">(),
            session_id: session.id,
            position,
          })),
        )
        .execute();
    }
    await settle(tx, actor, room, "circles.contributors_named", session.id, {
      before: { contributors: before },
      after: { contributors },
    });
  });
}

/**
 * Takes what a circle goes through along to the next round of it, inside the change that copies it. Which meetings take
 * up what follows from what they are called; who contributed was of last time. (R001)
 */
export async function copyThemes(tx: Tx, from: RoundId, to: RoundId): Promise<void> {
  const themes = await themesOf(tx, from);
  const round = await roundFacts(tx, to);
  if (!round) throw new Error(`Round ${to} is gone in its own change`);
  for (const [position, { name }] of themes.entries()) await addTheme(tx, round, position, name);
}

/** The circle, with its round locked so that two who plan come one after the other; to those who are not in it, it is not there. */
async function lockToPlan(tx: Tx, actor: Actor, id: RoundId): Promise<Room> {
  await tx.selectFrom("round").where("id", "=", id).select("id").forUpdate().execute();
  const room = await roomWithId(tx, actor, id);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  if (mayPlanMeetings(room)) return room;
  throw room.part === "leads"
    ? new Refusal("conflict", "plan.over_for_good")
    : new Refusal("forbidden", "plan.leaders_plan");
}

/** A meeting of the circle that is to be held. */
function meetingIn({ round }: Room, sessionId: SessionId): SessionInRoom["session"] {
  const session = round.sessions.find(({ id }) => id === sessionId);
  if (!session) throw new Refusal("not_found", "round.no_such_session");
  if (session.calledOff) throw new Refusal("conflict", "plan.called_off");
  return session;
}

function mustBeSeen(mark: string | undefined, stands: string): void {
  if (mark !== undefined && mark !== stands) throw new Refusal("conflict", "plan.changed_meanwhile");
}

/** A theme is taken up at the meetings that go by it already. */
async function addTheme(
  tx: Tx,
  { id, sessions }: Pick<RoundFacts, "id" | "sessions">,
  position: number,
  name: string,
): Promise<void> {
  const theme = newId<"circle_theme">();
  await tx.insertInto("circle_theme").values({ id: theme, round_id: id, position, name }).execute();
  const meetings = sessions.filter((session) => session.theme !== null && isSame(session.theme, name));
  await takeUp(
    tx,
    id,
    meetings.map((meeting) => [meeting.id, theme]),
  );
}

async function takeUp(tx: Tx, id: RoundId, taken: readonly (readonly [SessionId, ThemeId])[]): Promise<void> {
  if (taken.length === 0) return;
  await tx
    .insertInto("session_theme")
    .values(taken.map(([session, theme]) => ({ round_id: id, session_id: session, theme_id: theme })))
    .execute();
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase("sv") === other.trim().toLocaleLowerCase("sv");
}

async function settle(
  tx: Tx,
  actor: Actor,
  { round }: Room,
  what: string,
  about: string,
  changed: { readonly before: object; readonly after: object },
): Promise<void> {
  // Themes and those who contribute stand on the public page.
  await notify(tx, "public_content");
  await record(tx, { by: actor, what, about, organisationId: round.organisationId, ...changed });
}
