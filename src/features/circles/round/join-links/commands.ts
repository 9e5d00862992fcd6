import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { registrationMailJob } from "#features/circles/registration/registration-jobs.ts";
import { lockToEdit } from "#features/circles/round/editor/commands.ts";
import type { JoinLink } from "#features/circles/round/join-links/join-links.ts";
import { joinLinksOf } from "#features/circles/round/join-links/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/**
 * Says where digital meetings are joined. Those who have a place are told, with new entries for their calendars;
 * nobody else ever sees the address, and neither does the log.
 */
export function setJoinLink(
  db: Database,
  actor: Actor,
  id: RoundId,
  { joinLink, sessionIds }: JoinLink,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const round = await lockToEdit(tx, actor, id);
    const meetings = sessionIds.map((sessionId) => {
      const session = round.sessions.find((each) => each.id === sessionId);
      if (!session) throw new Refusal("not_found", "round.no_such_session");
      return session;
    });
    if (meetings.some(({ mode }) => mode === "physical"))
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
        { path: "sessionIds", code: "round.join_link.physical" },
      ]);
    const before = await joinLinksOf(tx, id);
    const changed = sessionIds.filter((each) => (before.get(each) ?? null) !== joinLink);

    await tx.deleteFrom("session_join_link").where("session_id", "in", sessionIds).execute();
    if (joinLink) {
      const rows = sessionIds.map((sessionId) => ({ session_id: sessionId, address: joinLink }));
      await tx.insertInto("session_join_link").values(rows).execute();
    }
    if (round.state !== "draft" && changed.length > 0) {
      await tx
        .updateTable("session")
        .set({ sequence: sql`sequence + 1` })
        .where("id", "in", changed)
        .execute();
      if (joinLink) await tellPlaced(tx, id);
    }
    await record(tx, {
      by: actor,
      what: joinLink ? "circles.join_link_set" : "circles.join_link_removed",
      about: id,
      organisationId: round.organisationId,
      after: { sessions: sessionIds },
    });
  });
}

async function tellPlaced(tx: Tx, id: RoundId): Promise<void> {
  const occasion = newId();
  const placed = await tx
    .selectFrom("registration")
    .where("round_id", "=", id)
    .where("state", "=", "placed")
    .orderBy("queue_no")
    .select("id")
    .execute();
  for (const { id: registrationId } of placed)
    await enqueue(tx, registrationMailJob, { registrationId, kind: "joinLink", occasion });
}
