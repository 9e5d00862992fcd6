import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { DocumentKind } from "#platform/documents/document-kinds.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { releasablePart, releasedDocument } from "#features/meetings/release/queries.ts";
import type { MinutesReleaseId, SecrecyCheck } from "#features/meetings/release/release.ts";

/** Says that a part of final minutes has been gone through for secrecy, and what is covered when it is handed out. */
export function checkSecrecy(
  db: Database,
  actor: Actor,
  now: Clock,
  partId: string,
  { masked, reason }: SecrecyCheck,
): Promise<MinutesReleaseId> {
  return change(db, actor, async (tx) => {
    const part = await releasablePart(tx, actor, partId);
    const { personId } = actor;
    if (!personId) throw new Refusal("forbidden", "platform.token.needs_person");
    const id = newId<"minutes_release">();
    await tx
      .insertInto("minutes_release")
      .values({
        id,
        part_id: part.id,
        masked: masked === undefined || masked === "" ? null : masked,
        reason,
        checked_by: personId,
        checked_at: now(),
      })
      .execute();
    await record(tx, {
      by: actor,
      what: "meetings.minutes_checked",
      about: part.id,
      organisationId: part.organisationId,
      after: { release: id },
    });
    return id;
  });
}

/** Hands out one document, as it was gone through: that it was is written down, never to whom. */
export function handOut(
  db: Database,
  actor: Actor,
  now: Clock,
  which: { readonly partId: string; readonly releaseId: string },
  kind: DocumentKind,
) {
  return change(db, actor, async (tx) => {
    const found = await releasedDocument(tx, actor, which, dateIn(now()));
    await record(tx, {
      by: actor,
      what: "meetings.minutes_released",
      about: found.part.id,
      organisationId: found.part.organisationId,
      after: { release: found.release.id, kind },
    });
    return found;
  });
}
