import type { Reader } from "#platform/database/database.ts";
import type { RoundId, SessionId } from "#features/circles/round/round.ts";
import type { Contributor, PlanItem, Theme } from "#features/circles/session-plan/session-plan.ts";

/** A theme and the meetings it is taken up at, called off or not. */
export type TakenUp = Theme & { readonly sessionIds: readonly SessionId[] };

/** What a circle goes through, in its order, with the meetings each theme is taken up at. */
export async function themesOf(db: Reader, roundId: RoundId): Promise<TakenUp[]> {
  const [themes, taken] = await Promise.all([
    db.selectFrom("circle_theme").where("round_id", "=", roundId).orderBy("position").select(["id", "name"]).execute(),
    db
      .selectFrom("session_theme")
      .where("round_id", "=", roundId)
      .select(["theme_id as themeId", "session_id as sessionId"])
      .execute(),
  ]);
  return themes.map((theme) => ({
    ...theme,
    sessionIds: taken.flatMap(({ themeId, sessionId }) => (themeId === theme.id ? [sessionId] : [])),
  }));
}

/** What is done at a meeting, in its order. None at all: nobody has planned it. */
export async function planItemsOf(db: Reader, sessionId: SessionId): Promise<PlanItem[]> {
  return db
    .selectFrom("session_plan_item")
    .where("session_id", "=", sessionId)
    .orderBy("position")
    .select(["part", "heading", "minutes", "text"])
    .execute();
}

/** Who contributes to a meeting without leading it. */
export async function contributorsOf(db: Reader, sessionId: SessionId): Promise<Contributor[]> {
  return contributors(db).where("c.session_id", "=", sessionId).execute();
}

/** Who contributes to the meetings of a circle, meeting by meeting. */
export async function contributorsIn(
  db: Reader,
  roundId: RoundId,
): Promise<(Contributor & { readonly sessionId: SessionId })[]> {
  return contributors(db)
    .innerJoin("session as s", "s.id", "c.session_id")
    .where("s.round_id", "=", roundId)
    .where("s.called_off", "=", false)
    .clearOrderBy()
    .orderBy("s.position")
    .orderBy("c.position")
    .select("c.session_id as sessionId")
    .execute();
}

function contributors(db: Reader) {
  return db
    .selectFrom("session_contributor as c")
    .orderBy("c.position")
    .select(["c.name", "c.role", "c.organisation", "c.perspective", "c.perspective_word as ownWord"]);
}
