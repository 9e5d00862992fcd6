import { type Insertable, sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { Schema } from "#platform/database/schema.ts";
import { lockToEdit, refuseIfLimited, settle } from "#features/circles/round/editor/commands.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { SessionAnswers } from "#features/circles/round/round-sections.ts";
import type { RoundId, SessionId, SessionPlan } from "#features/circles/round/round.ts";

/** Plans one or several more meetings of a round. */
export function addSessions(db: Database, actor: Actor, id: RoundId, plans: readonly SessionAnswers[]) {
  return change(db, actor, async (tx) => {
    const before = await lockToEdit(tx, actor, id);
    await insertSessions(tx, id, plans);
    return settle(tx, actor, before, "circles.sessions_added");
  });
}

/** Changes what is planned for one meeting. A meeting that was called off is planned again by this. */
export function changeSession(
  db: Database,
  actor: Actor,
  now: Clock,
  id: RoundId,
  sessionId: SessionId,
  plan: SessionAnswers,
) {
  return change(db, actor, async (tx) => {
    const before = await lockToEdit(tx, actor, id);
    const session = sessionIn(before, sessionId);
    const sessions = before.sessions.map((each) => (each === session ? { ...each, ...plan, calledOff: false } : each));
    await refuseIfLimited(tx, before, { ...before, sessions }, now());
    await tx
      .updateTable("session")
      .set({ ...plan, called_off: false, called_off_reason: null })
      .where("id", "=", sessionId)
      .execute();
    await putInOrder(tx, id);
    return settle(tx, actor, before, "circles.session_changed");
  });
}

/**
 * Takes one meeting away: a draft forgets it, a published round calls it off so that calendars can be told. A follow-up
 * is called off with a reason, because the round ends with it. (R101)
 */
export function removeSession(
  db: Database,
  actor: Actor,
  now: Clock,
  id: RoundId,
  sessionId: SessionId,
  reason: string | null = null,
) {
  return change(db, actor, async (tx) => {
    const before = await lockToEdit(tx, actor, id);
    const session = sessionIn(before, sessionId);
    if (before.state === "draft") {
      await tx.deleteFrom("session").where("id", "=", sessionId).execute();
      await putInOrder(tx, id);
    } else {
      const sessions = before.sessions.map((each) => (each === session ? { ...each, calledOff: true } : each));
      await refuseIfLimited(tx, before, { ...before, sessions }, now());
      if (session.kind === "followUp" && reason === null)
        throw new Refusal("invalid", "round.follow_up_needs_reason", {}, [
          { path: "reason", code: "round.follow_up_needs_reason" },
        ]);
      await tx
        .updateTable("session")
        .set({ called_off: true, called_off_reason: reason })
        .where("id", "=", sessionId)
        .execute();
    }
    return settle(tx, actor, before, "circles.session_removed");
  });
}

/** Says where meetings are held, once it is known; those with a place are told. (R012) */
export function setVenue(db: Database, actor: Actor, id: RoundId, sessionIds: readonly SessionId[], venue: string) {
  return change(db, actor, async (tx) => {
    const before = await lockToEdit(tx, actor, id);
    for (const sessionId of sessionIds) sessionIn(before, sessionId);
    if (sessionIds.length === 0)
      throw new Refusal("invalid", "round.choose_sessions", {}, [{ path: "sessions", code: "round.choose_sessions" }]);
    await tx.updateTable("session").set({ venue }).where("id", "in", sessionIds).execute();
    return settle(tx, actor, before, "circles.venue_set");
  });
}

/** Writes meetings into a round whose lock is held. */
export async function insertSessions(tx: Tx, id: RoundId, plans: readonly SessionPlan[]): Promise<void> {
  if (plans.length === 0) return;
  const last = await tx
    .selectFrom("session")
    .where("round_id", "=", id)
    .select((eb) => eb.fn.max("position").as("position"))
    .executeTakeFirst();
  const first = (last?.position ?? -1) + 1;
  const rows = plans.map((plan, index): Insertable<Schema["session"]> => {
    const { date, starts, ends, kind, mode, provisional, venue, catering, theme, audience } = plan;
    const row = { date, starts, ends, kind, mode, provisional, venue, catering, theme, audience };
    return { ...row, id: newId<"session">(), round_id: id, position: first + index };
  });
  await tx.insertInto("session").values(rows).execute();
  await putInOrder(tx, id);
}

/** Meetings stand in the order of their days; those without a day keep their places at the end. */
async function putInOrder(tx: Tx, id: RoundId): Promise<void> {
  await sql`
    update session set position = ordered.place
    from (select id, (row_number() over (order by date nulls last, starts nulls first, position))::int - 1 as place
          from session where round_id = ${id}) as ordered
    where session.id = ordered.id and session.position <> ordered.place`.execute(tx);
}

function sessionIn(round: RoundFacts, id: SessionId) {
  const session = round.sessions.find((each) => each.id === id);
  if (!session) throw new Refusal("not_found", "round.no_such_session");
  return session;
}
