import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { mayBeginItem, mayChangeKind } from "#features/knowledge/item/item-policy.ts";
import type { ItemChange, NewItem } from "#features/knowledge/item/item-words.ts";
import type { ItemId, ItemKind, VersionId } from "#features/knowledge/item/item.ts";
import {
  citationKept,
  columnsOf,
  lockItem,
  nextVersionOf,
  recordItem,
  workingAsRead,
  writeAbout,
} from "#features/knowledge/item/locking/commands.ts";
import type { ItemInside } from "#features/knowledge/item/queries.ts";
import { hasRoleIn } from "#features/knowledge/item/roles/queries.ts";

/** Addresses under `/kunskap`, and under `/knowledge` in the API, that no item may have. */
const otherPages = ["ny", "ord", "terms"];

export type CreatedItem = { readonly id: ItemId; readonly slug: string; readonly versionId: VersionId };

/** Begins an item as a draft that those who write for the organisation see and nobody else. (R108, R132, R133) */
export function createItem(db: Database, actor: Actor, now: Clock, wish: NewItem): Promise<CreatedItem> {
  return change(db, actor, (tx) => createItemIn(tx, actor, now, wish));
}

/** The same inside a change that also says where the item comes from. It records itself. */
export async function createItemIn(tx: Tx, actor: Actor, now: Clock, wish: NewItem): Promise<CreatedItem> {
  const { kind, organisationId, terms, methods, citation, ...said } = wish;
  const hasRoleThere = await hasRoleIn(tx, actor.personId, organisationId, dateIn(now()));
  if (!mayBeginItem(actor, kind, { organisationId, hasRoleThere }))
    throw new Refusal("forbidden", "item.not_your_organisation");
  const slug = await freeItemSlug(tx, said.title);
  const id = newId<"knowledge_item">();
  const versionId = newId<"knowledge_version">();
  const at = now();
  const stage = kind === "professional" ? "individual" : null;
  await tx
    .insertInto("knowledge_item")
    .values({ id, slug, kind, organisation_id: organisationId, stage, created_at: at })
    .execute();
  await tx
    .insertInto("knowledge_version")
    .values({
      ...columnsOf(said),
      id: versionId,
      item_id: id,
      version_no: 1,
      state: "draft",
      citation: citationKept(citation),
      written_by: actor.personId ?? null,
      written_at: at,
    })
    .execute();
  await writeAbout(tx, versionId, terms, methods);
  await record(tx, {
    by: actor,
    what: "knowledge.item_begun",
    about: id,
    organisationId,
    after: { kind, title: said.title },
  });
  return { id, slug, versionId };
}

/** An address for an item that no other has. Of two with the same title at once, one takes it after the other. */
export async function freeItemSlug(tx: Tx, title: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext('knowledge.item_slugs'))`.execute(tx);
  const wanted = slugOf(title) || "kunskap";
  const near = await tx.selectFrom("knowledge_item").where("slug", "like", `${wanted}%`).select("slug").execute();
  return freeSlug(wanted, new Set([...otherPages, ...near.map((each) => each.slug)]));
}

/**
 * Changes what an item says. What is published stands: the change is written in a version beside it, which is begun if
 * there is none, and what is changed while it is reviewed is a draft again.
 */
export function changeItem(db: Database, actor: Actor, now: Clock, slug: string, wish: ItemChange): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockItem(tx, actor, now, slug, "write");
    const { versionNo, rowVersion, terms, methods, citation, kind = inside.item.kind, ...said } = wish;
    if (kind !== inside.item.kind) await changeKind(tx, actor, now, inside, kind);
    const working = inside.working
      ? workingAsRead(inside, { versionNo, rowVersion })
      : await beginVersion(tx, actor, now, inside, versionNo);
    await tx
      .updateTable("knowledge_version")
      .set({
        ...columnsOf(said),
        ...(citation === undefined ? {} : { citation: citationKept(citation) }),
        ...(said.link === working.link ? {} : { link_is_broken: false }),
        state: "draft",
        written_by: actor.personId ?? null,
        written_at: now(),
        row_version: working.rowVersion + 1,
      })
      .where("id", "=", working.id)
      .execute();
    await writeAbout(tx, working.id, terms, methods);
    await recordItem(tx, actor, inside, "knowledge.item_changed", {
      before: { title: working.title },
      after: { title: said.title, version: working.versionNo },
    });
  });
}

/** Makes an item one of another kind. What was said of how proven an experience is goes with the kind. */
async function changeKind(tx: Tx, actor: Actor, now: Clock, inside: ItemInside, kind: ItemKind): Promise<void> {
  const { id, organisationId, stage } = inside.item;
  const isPublished = inside.version.state === "published";
  const hasRoleThere = await hasRoleIn(tx, actor.personId, organisationId, dateIn(now()));
  if (!mayChangeKind(actor, kind, { organisationId, stage, isPublished, hasRoleThere }))
    throw new Refusal("conflict", "item.kind_is_settled");
  await tx.deleteFrom("experience_profile").where("item_id", "=", id).execute();
  await nextVersionOf(tx, id, { kind, stage: kind === "professional" ? "individual" : null });
  await recordItem(tx, actor, inside, "knowledge.kind_changed", {
    before: { kind: inside.item.kind },
    after: { kind },
  });
}

/** Throws away what is written beside what is published; an item that never was published goes with its only draft. */
export function discardDraft(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
): Promise<{ readonly isGone: boolean }> {
  return change(db, actor, async (tx) => {
    const inside = await lockItem(tx, actor, now, slug, "write");
    const { working, item, version } = inside;
    if (!working) throw new Refusal("conflict", "item.no_working_version");
    const isGone = version.id === working.id;
    if (isGone && (await isNamedElsewhere(tx, item.id))) throw new Refusal("conflict", "item.something_rests_on_draft");
    await tx.deleteFrom("knowledge_review").where("version_id", "=", working.id).execute();
    await tx.deleteFrom("knowledge_version").where("id", "=", working.id).execute();
    if (isGone) {
      // What it was made of waits to be gone through again.
      await tx
        .updateTable("knowledge_candidate")
        .set({ standing: "new", item_id: null, decided_at: null })
        .where("item_id", "=", item.id)
        .execute();
      await tx.deleteFrom("experience_step").where("item_id", "=", item.id).execute();
      await tx.deleteFrom("experience_profile").where("item_id", "=", item.id).execute();
      await tx.deleteFrom("knowledge_item").where("id", "=", item.id).execute();
    } else await nextVersionOf(tx, item.id);
    await recordItem(tx, actor, inside, "knowledge.draft_discarded", { before: { title: working.title } });
    return { isGone };
  });
}

/** A new version beside the published one, with everything that one says. */
async function beginVersion(tx: Tx, actor: Actor, now: Clock, { item, version }: ItemInside, readNo: number) {
  if (version.versionNo !== readNo) throw new Refusal("conflict", "item.changed_meanwhile");
  const { rows } = await sql<{ last: number }>`
    select max(version_no) as last from knowledge_version where item_id = ${item.id}`.execute(tx);
  const id = newId<"knowledge_version">();
  const versionNo = (rows[0]?.last ?? 0) + 1;
  await tx
    .insertInto("knowledge_version")
    .values({
      ...columnsOf({ ...version, authors: [...version.authors] }),
      id,
      item_id: item.id,
      version_no: versionNo,
      state: "draft",
      citation: citationKept(version.citation as object | null),
      link_is_broken: version.linkIsBroken,
      note: null,
      written_by: actor.personId ?? null,
      written_at: now(),
    })
    .execute();
  return { ...version, id, versionNo, rowVersion: 1 };
}

/** Whether something else in the base names an item: a question, a list, something it comes from or rests on it. */
async function isNamedElsewhere(tx: Tx, id: ItemId): Promise<boolean> {
  const { rows } = await sql<{ isNamed: boolean }>`
    select exists (select from knowledge_lineage where item_id = ${id} or other_item_id = ${id})
      or exists (select from reading_list_item where item_id = ${id})
      or exists (select from knowledge_question where item_id = ${id})
      or exists (select from question_item where item_id = ${id}) as "isNamed"`.execute(tx);
  return rows[0]?.isNamed ?? false;
}
