import { sql } from "kysely";
import { type Actor, nobody } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { Id } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import {
  lockSection,
  personOf,
  roomToWriteIn,
  type Where,
  type WhereSection,
} from "#features/circles/notes/commands.ts";
import type { Contribution } from "#features/circles/notes/note.ts";
import { mayRemoveContribution } from "#features/circles/notes/notes-policy.ts";

/** Leaves a contribution in a section. Without a name nothing anywhere tells whose it is, the trail neither. */
export function contribute(
  db: Database,
  actor: Actor,
  now: Clock,
  where: WhereSection,
  { key, body, isNamed }: Contribution,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { round } = await roomToWriteIn(tx, actor, where);
    const { id: sectionId } = await lockSection(tx, where);
    const added = await tx
      .insertInto("session_note_contribution")
      .values({
        id: key as Id<"session_note_contribution">,
        section_id: sectionId,
        body,
        written_by: isNamed ? personOf(actor) : null,
        written_on: dateIn(now()),
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) return markRecorded(tx);
    await record(tx, {
      by: isNamed ? actor : nobody,
      what: "circles.note_contributed",
      about: sectionId,
      organisationId: round.organisationId,
    });
  });
}

/** Takes a contribution away, such as one that tells of a client. */
export function removeContribution(
  db: Database,
  actor: Actor,
  where: Where & { readonly contributionId: string },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await roomToWriteIn(tx, actor, where);
    const found = await tx
      .selectFrom("session_note_contribution as b")
      .innerJoin("session_note_section as n", "n.id", "b.section_id")
      .where(sql<string>`b.id::text`, "=", where.contributionId)
      .where("n.session_id", "=", room.session.id)
      .select(["b.id", "b.written_by as writtenBy", "n.id as sectionId"])
      .executeTakeFirst();
    if (!found) throw new Refusal("not_found", "notes.no_such_contribution");
    if (!mayRemoveContribution(room, found, actor.personId))
      throw new Refusal("forbidden", "notes.not_your_contribution");
    await tx.deleteFrom("session_note_contribution").where("id", "=", found.id).execute();
    await record(tx, {
      by: actor,
      what: "circles.note_contribution_removed",
      about: found.sectionId,
      organisationId: room.round.organisationId,
    });
  });
}
