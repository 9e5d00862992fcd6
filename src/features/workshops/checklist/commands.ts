import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { ChecklistId, ChecklistVersionId } from "#features/workshops/checklist/checklist.ts";
import { mayKeepChecklists } from "#features/workshops/checklist/checklist-policy.ts";
import type {
  ChecklistChange,
  ChecklistCopy,
  FromVersion,
  NewChecklist,
  SeenOriginal,
} from "#features/workshops/checklist/checklist-wish.ts";
import {
  copyQuestions,
  insertQuestions,
  lockToKeep,
  mustBeAsRead,
} from "#features/workshops/checklist/draft/commands.ts";
import { checklistInside } from "#features/workshops/checklist/inside/queries.ts";
import { asChecklist } from "#features/workshops/checklist/short-form.ts";
import { mergedQuestionsOf } from "#features/workshops/merging/queries.ts";
import { lockToLead } from "#features/workshops/workshop/leading/commands.ts";

type Made = { readonly slug: string };

/**
 * Makes a checklist of the questions that a workshop's answers were merged into: a first version to look through and
 * publish, in the order of what they are about, each leading back to the room's own words. It is the workshop's bodies'.
 * (R209)
 */
export function makeChecklist(
  db: Database,
  actor: Actor,
  now: Clock,
  workshopSlug: string,
  { title, purpose }: NewChecklist,
): Promise<Made> {
  return change(db, actor, async (tx) => {
    const { workshop, bodies } = await lockToLead(tx, actor, workshopSlug, now());
    const { organisationId } = workshop;
    if (!mayKeepChecklists(actor, organisationId)) throw new Refusal("forbidden", "checklist.not_yours");
    const merged = await mergedQuestionsOf(tx, workshop.id);
    if (merged.length === 0) throw new Refusal("conflict", "checklist.nothing_merged");
    const { id, slug, versionId } = await insertChecklist(tx, now(), {
      organisation_id: organisationId,
      title,
      purpose,
      workshop_id: workshop.id,
    });
    await insertQuestions(
      tx,
      versionId,
      asChecklist(merged).map((question) => ({
        ...question,
        lineage: newId<"lineage">(),
        mergedQuestionId: question.id,
      })),
    );
    if (bodies.length > 0)
      await tx
        .insertInto("checklist_body")
        .values(bodies.map((body) => ({ checklist_id: id, body_id: body.id })))
        .execute();
    const after = { workshop: workshop.id, title, questions: merged.length };
    await record(tx, { by: actor, what: "workshops.checklist_made", about: id, organisationId, after });
    return { slug };
  });
}

/**
 * Copies what is published of a checklist for an organisation to adapt. The copy knows which version it came from, and each
 * question which one it was.
 */
export function copyChecklist(
  db: Database,
  actor: Actor,
  now: Clock,
  original: string,
  { organisationId, title }: ChecklistCopy,
): Promise<Made> {
  return change(db, actor, async (tx) => {
    const { checklist, versions } = await checklistInside(tx, actor, original);
    if (!mayKeepChecklists(actor, organisationId)) throw new Refusal("forbidden", "checklist.not_yours_there");
    const [newest] = versions;
    if (!newest) throw new Refusal("conflict", "checklist.not_published");
    const { id, slug, versionId } = await insertChecklist(tx, now(), {
      organisation_id: organisationId,
      title,
      purpose: checklist.purpose,
      copied_from: newest.id,
    });
    await copyQuestions(tx, newest.id, versionId);
    const after = { original: checklist.id, versionNo: newest.versionNo, title };
    await record(tx, { by: actor, what: "workshops.checklist_copied", about: id, organisationId, after });
    return { slug };
  });
}

/** Changes what a checklist is called and says it is for. Its questions are those of its versions. */
export function changeChecklist(
  db: Database,
  actor: Actor,
  slug: string,
  { version, title, purpose }: ChecklistChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { checklist } = await lockToKeep(tx, actor, slug);
    mustBeAsRead(checklist, version);
    await tx
      .updateTable("checklist")
      .set({ title, purpose, version: version + 1 })
      .where("id", "=", checklist.id)
      .execute();
    await recordChecklist(tx, actor, checklist, "workshops.checklist_changed", { title });
  });
}

/** Lets a checklist be used no more in what begins. Appraisals that have it keep it. */
export function retireChecklist(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { version }: FromVersion,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { checklist } = await lockToKeep(tx, actor, slug);
    mustBeAsRead(checklist, version);
    if (checklist.retiredAt !== null) throw new Refusal("conflict", "checklist.retired_already");
    await tx
      .updateTable("checklist")
      .set({ retired_at: now(), version: version + 1 })
      .where("id", "=", checklist.id)
      .execute();
    await recordChecklist(tx, actor, checklist, "workshops.checklist_retired");
  });
}

/** Notes that a copy has been held against a newer version of its original: differences are shown against that one now. */
export function seeOriginal(db: Database, actor: Actor, slug: string, { versionId }: SeenOriginal): Promise<void> {
  return change(db, actor, async (tx) => {
    const { checklist, original } = await lockToKeep(tx, actor, slug);
    if (original?.newer?.versionId !== versionId) throw new Refusal("conflict", "checklist.changed_meanwhile");
    await tx.updateTable("checklist").set({ copied_from: versionId }).where("id", "=", checklist.id).execute();
    await recordChecklist(tx, actor, checklist, "workshops.checklist_original_seen", {
      versionNo: original.newer.versionNo,
    });
  });
}

type NewRow = {
  readonly organisation_id: string;
  readonly title: string;
  readonly purpose: string | null;
  readonly workshop_id?: string;
  readonly copied_from?: ChecklistVersionId;
};

/** A checklist with a first version to write in. */
async function insertChecklist(tx: Tx, at: Temporal.Instant, { organisation_id, workshop_id, ...row }: NewRow) {
  // Of two that begin at once with the same name, one takes its address after the other.
  await sql`select pg_advisory_xact_lock(hashtext('workshops.checklist_slugs'))`.execute(tx);
  const wanted = slugOf(row.title) || "checklista";
  const near = await tx.selectFrom("checklist").where("slug", "like", `${wanted}%`).select("slug").execute();
  const slug = freeSlug(wanted, new Set(near.map((each) => each.slug)));
  const id: ChecklistId = newId<"checklist">();
  const versionId: ChecklistVersionId = newId<"checklist_version">();
  await sql`
    insert into checklist (id, slug, organisation_id, title, purpose, workshop_id, copied_from, created_at)
    values (${id}, ${slug}, ${organisation_id}, ${row.title}, ${row.purpose}, ${workshop_id ?? null},
      ${row.copied_from ?? null}, ${at})`.execute(tx);
  await tx.insertInto("checklist_version").values({ id: versionId, checklist_id: id, version_no: 1 }).execute();
  return { id, slug, versionId };
}

async function recordChecklist(
  tx: Tx,
  actor: Actor,
  { id, organisationId }: { readonly id: ChecklistId; readonly organisationId: string | null },
  what: string,
  after: object = {},
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId: organisationId ?? undefined, after });
}
