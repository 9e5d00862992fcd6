import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { reaches } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { slugIn } from "#features/knowledge/item/standing/standing-words.ts";
import { type ReadingListInside, readingListInside, roundsToReadFor } from "#features/knowledge/reading/queries.ts";
import type { ListStep, NewReadingList, ReadingListChange, ToRead } from "#features/knowledge/reading/reading-words.ts";
import { type ListedId, mostInList, movedStep, type ReadingListId } from "#features/knowledge/reading/reading.ts";

/** Begins a list to read, which those who write for the organisation see until it is published. (R104) */
export function createReadingList(
  db: Database,
  actor: Actor,
  now: Clock,
  { organisationId, title, purpose, roundId }: NewReadingList,
): Promise<{ readonly id: ReadingListId; readonly slug: string }> {
  return change(db, actor, async (tx) => {
    if (!reaches(actor, "knowledge:write", { organisationId })) throw new Refusal("forbidden", "reading.not_yours");
    await mustReadFor(tx, actor, roundId);
    await sql`select pg_advisory_xact_lock(hashtext('knowledge.reading_lists'))`.execute(tx);
    const wanted = slugOf(title) || "lista";
    const near = await tx.selectFrom("reading_list").where("slug", "like", `${wanted}%`).select("slug").execute();
    const slug = freeSlug(wanted, new Set(["ny", ...near.map((each) => each.slug)]));
    const id = newId<"reading_list">();
    await tx
      .insertInto("reading_list")
      .values({ id, slug, organisation_id: organisationId, round_id: roundId, title, purpose, created_at: now() })
      .execute();
    await record(tx, { by: actor, what: "knowledge.list_begun", about: id, organisationId, after: { title } });
    return { id, slug };
  });
}

/** Changes what a list is called, what it is for and who reads it, from the version that was read. */
export function changeReadingList(
  db: Database,
  actor: Actor,
  slug: string,
  { version, title, purpose, roundId }: ReadingListChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { list } = await lockList(tx, actor, slug);
    if (list.version !== version) throw new Refusal("conflict", "reading.changed_meanwhile");
    if (roundId !== list.roundId) await mustReadFor(tx, actor, roundId);
    await nextVersion(tx, list.id, { title, purpose, round_id: roundId });
    await recordList(tx, actor, { list }, "knowledge.list_changed", {
      before: { title: list.title },
      after: { title },
    });
  });
}

/** Puts a published item last in a list, with a note on why. Each item stands in a list once. */
export function addToList(
  db: Database,
  actor: Actor,
  slug: string,
  { item: written, note }: ToRead,
): Promise<ListedId> {
  return change(db, actor, async (tx) => {
    const inside = await lockList(tx, actor, slug);
    const item = await tx
      .selectFrom("knowledge_item as i")
      .innerJoin("knowledge_version as v", (join) =>
        join.onRef("v.item_id", "=", "i.id").on("v.state", "=", "published"),
      )
      .where("i.slug", "=", slugIn(written))
      .select(["i.id", "v.version_no as versionNo", "i.retired_at as retiredAt"])
      .executeTakeFirst();
    if (!item) throw atItem("reading.no_such_item");
    if (inside.lines.some((line) => line.item.id === item.id)) throw atItem("reading.is_there");
    if (inside.lines.length >= mostInList) throw new Refusal("conflict", "reading.too_many", { count: mostInList });
    const id = newId<"reading_list_item">();
    await tx
      .insertInto("reading_list_item")
      .values({
        id,
        list_id: inside.list.id,
        item_id: item.id,
        position: inside.lines.length,
        note,
        seen_version_no: item.versionNo,
        seen_retired: item.retiredAt !== null,
      })
      .execute();
    await nextVersion(tx, inside.list.id);
    await recordList(tx, actor, inside, "knowledge.list_added_to", { after: { item: item.id } });
    return id;
  });
}

/** Moves a row of a list a step up or down, or takes it away. What already is at the end stays, and nothing is changed. */
export function stepInList(db: Database, actor: Actor, slug: string, { id, step }: ListStep): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockList(tx, actor, slug);
    if (!inside.lines.some((line) => line.id === id)) throw new Refusal("not_found", "reading.no_such_row");
    if (step === "remove") await tx.deleteFrom("reading_list_item").where("id", "=", id).execute();
    const left = inside.lines.filter((line) => step !== "remove" || line.id !== id);
    const rows = step === "remove" ? left : movedStep(left, id, step);
    if (step !== "remove" && rows === left) {
      markRecorded(tx);
      return;
    }
    for (const [position, row] of rows.entries())
      await tx.updateTable("reading_list_item").set({ position }).where("id", "=", row.id).execute();
    await nextVersion(tx, inside.list.id);
    await recordList(tx, actor, inside, step === "remove" ? "knowledge.list_taken_from" : "knowledge.list_ordered", {
      after: { row: id },
    });
  });
}

/** Says something else of an item in a list. */
export function noteInList(db: Database, actor: Actor, slug: string, id: ListedId, note: string | null): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockList(tx, actor, slug);
    if (!inside.lines.some((line) => line.id === id)) throw new Refusal("not_found", "reading.no_such_row");
    await tx.updateTable("reading_list_item").set({ note }).where("id", "=", id).execute();
    await nextVersion(tx, inside.list.id);
    await recordList(tx, actor, inside, "knowledge.list_noted", { after: { row: id } });
  });
}

/** Publishes a list: from then on it is open to everybody. An empty one says nothing and is not published. */
export function publishReadingList(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockList(tx, actor, slug);
    if (inside.list.publishedAt) throw new Refusal("conflict", "reading.is_published");
    if (inside.lines.length === 0) throw new Refusal("conflict", "reading.is_empty");
    await nextVersion(tx, inside.list.id, { published_at: now() });
    await recordList(tx, actor, inside, "knowledge.list_published");
  });
}

/** Says that a list is not to be read any more, or that it is again. It can still be opened, clearly marked. */
export function setListRetired(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  isRetired: boolean,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockList(tx, actor, slug);
    if ((inside.list.retiredAt !== null) === isRetired) {
      markRecorded(tx);
      return;
    }
    await nextVersion(tx, inside.list.id, { retired_at: isRetired ? now() : null });
    await recordList(tx, actor, inside, isRetired ? "knowledge.list_retired" : "knowledge.list_restored");
  });
}

/** Holds a list until the change is done, for somebody who may write it. */
async function lockList(tx: Tx, actor: Actor, slug: string): Promise<ReadingListInside> {
  const { list } = await readingListInside(tx, actor, slug);
  await sql`select 1 from reading_list where id = ${list.id} for update`.execute(tx);
  const inside = await readingListInside(tx, actor, slug);
  if (!inside.can.write) throw new Refusal("forbidden", "reading.not_yours");
  return inside;
}

async function mustReadFor(tx: Tx, actor: Actor, roundId: RoundId | null): Promise<void> {
  if (roundId === null) return;
  if (!(await roundsToReadFor(tx, actor)).some(({ id }) => id === roundId))
    throw new Refusal("not_found", "reading.no_such_round");
}

async function nextVersion(tx: Tx, id: ReadingListId, set: object = {}): Promise<void> {
  await tx
    .updateTable("reading_list")
    .set({ ...set, version: sql`version + 1` })
    .where("id", "=", id)
    .execute();
}

type Told = { readonly before?: object; readonly after?: object };

async function recordList(
  tx: Tx,
  actor: Actor,
  { list: { id, organisationId } }: Pick<ReadingListInside, "list">,
  what: string,
  told: Told = {},
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId, ...told });
}

function atItem(code: "reading.no_such_item" | "reading.is_there"): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "item", code }]);
}
