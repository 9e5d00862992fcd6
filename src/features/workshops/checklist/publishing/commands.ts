import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueueAll } from "#platform/jobs/enqueue.ts";
import type { Publishing } from "#features/workshops/checklist/checklist-wish.ts";
import { inDraft, settle } from "#features/workshops/checklist/draft/commands.ts";
import type { ChecklistInside, VersionLine } from "#features/workshops/checklist/inside/queries.ts";
import { membersToTell } from "#features/workshops/checklist/publishing/queries.ts";
import { checklistPublishedMailJob } from "#features/workshops/checklist/publishing/publishing-jobs.ts";
import { questionsOf } from "#features/workshops/checklist/queries.ts";

/** Publishes the draft to the bodies that made it, whose members are told, and to all: it stands as it is, for ever. (R209) */
export function publishDraft(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { version, note }: Publishing,
): Promise<Published> {
  return inDraft(db, actor, slug, version, async (tx, inside, draft) => {
    const at = now();
    const published = await publishInside(tx, actor, at, inside, draft, note);
    const versionId = draft.id;
    const members = await membersToTell(tx, versionId, dateIn(at));
    const told = members.map(({ personId }) => ({ versionId, personId }));
    await enqueueAll(tx, checklistPublishedMailJob, told);
    return published;
  });
}

/** As `publishDraft`, and nobody is told by mail: for people who are invented. */
export function publishUntold(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { version, note }: Publishing,
): Promise<Published> {
  return inDraft(db, actor, slug, version, (tx, inside, draft) => publishInside(tx, actor, now(), inside, draft, note));
}

type Published = { readonly versionNo: number };

async function publishInside(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  inside: ChecklistInside,
  { id, versionNo }: VersionLine,
  note: string | null,
): Promise<Published> {
  const questions = await questionsOf(tx, id);
  if (questions.length === 0) throw new Refusal("conflict", "checklist.no_questions");
  // Most appraisals begin with the short form: it is never empty.
  if (!questions.some(({ isShort }) => isShort)) throw new Refusal("conflict", "checklist.no_short");
  await tx
    .updateTable("checklist_version")
    .set({ note, published_at: at, published_by: actor.personId ?? null })
    .where("id", "=", id)
    .execute();
  await settle(tx, actor, inside, "workshops.checklist_published", { versionNo, questions: questions.length });
  return { versionNo };
}
