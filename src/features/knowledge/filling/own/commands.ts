import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { clockwork } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Reader, Tx } from "#platform/database/database.ts";
import { packageRoot } from "#platform/package-root.ts";
import { freeItemSlug } from "#features/knowledge/item/commands.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import { StartingPoints, type StartingPoint } from "#features/knowledge/filling/starting-points.ts";

/**
 * Sees to it that the public starting points are there: the law, the guides of the agencies, the archives of research, each
 * with a link and a summary in our own words. Run at every start; what a later edition words anew is a new version, and
 * nothing is written where the edition is there already. Two processes may start at once.
 */
export async function loadStartingPoints(db: Database, now: Clock, given?: StartingPoints): Promise<void> {
  const { edition, points } = given ?? (await startingPoints());
  if (await areThere(db, edition, points)) return;
  await change(db, clockwork, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('knowledge.starting_points'))`.execute(tx);
    for (const point of points) await load(tx, now, edition, point);
    await record(tx, {
      by: clockwork,
      what: "knowledge.starting_points_loaded",
      about: "starting-points",
      after: { edition, points: points.length },
    });
  });
}

async function areThere(db: Reader, edition: number, points: readonly StartingPoint[]): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    select name from starting_point where edition >= ${edition}`.execute(db);
  const known = new Set(rows.map(({ name }) => name));
  return points.every(({ name }) => known.has(name));
}

async function load(tx: Tx, now: Clock, edition: number, point: StartingPoint): Promise<void> {
  const known = await tx
    .selectFrom("starting_point")
    .where("name", "=", point.name)
    .select(["item_id as itemId", "edition"])
    .executeTakeFirst();
  if (known && known.edition >= edition) return;
  const reviewDue = point.checkedOn.add({ years: 1 });
  if (!known) {
    const id = newId<"knowledge_item">();
    const slug = await freeItemSlug(tx, point.title);
    await tx
      .insertInto("knowledge_item")
      .values({ id, slug, kind: point.kind, review_due: reviewDue, created_at: now() })
      .execute();
    await tx.insertInto("starting_point").values({ name: point.name, item_id: id, edition }).execute();
    await publish(tx, now, id, 1, point);
    return;
  }
  await tx.updateTable("starting_point").set({ edition }).where("name", "=", point.name).execute();
  const standing = await tx
    .selectFrom("knowledge_version")
    .where("item_id", "=", known.itemId)
    .where("state", "=", "published")
    .select(["title", "says", "holds_for", "use_of_it", "source", "year", "licence", "link"])
    .executeTakeFirst();
  await tx
    .updateTable("knowledge_item")
    .set({ review_due: reviewDue, version: sql<number>`version + 1` })
    .where("id", "=", known.itemId)
    .execute();
  if (standing && isSame(standing, columnsOf(point))) return;
  const { last } = await tx
    .selectFrom("knowledge_version")
    .where("item_id", "=", known.itemId)
    .select((eb) => eb.fn.max<number>("version_no").as("last"))
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("knowledge_version")
    .set({ state: "replaced" })
    .where("item_id", "=", known.itemId)
    .where("state", "=", "published")
    .execute();
  await publish(tx, now, known.itemId, last + 1, point);
}

async function publish(tx: Tx, now: Clock, item_id: ItemId, version_no: number, point: StartingPoint): Promise<void> {
  const id = newId<"knowledge_version">();
  const at = now();
  await tx
    .insertInto("knowledge_version")
    .values({ ...columnsOf(point), id, item_id, version_no, state: "published", written_at: at, published_at: at })
    .execute();
  await sql`
    insert into knowledge_about (version_id, term_id)
    select ${id}, id from knowledge_term
    where organisation_id is null and slug = any(${point.terms}::text[])`.execute(tx);
}

function columnsOf({ title, says, holdsFor, use, source, year, licence, link }: StartingPoint) {
  return { title, says, holds_for: holdsFor, use_of_it: use, source, year, licence, link };
}

type Columns = ReturnType<typeof columnsOf>;

function isSame(standing: { readonly [Column in keyof Columns]: Columns[Column] | null }, wanted: Columns): boolean {
  return (Object.keys(wanted) as (keyof Columns)[]).every((column) => standing[column] === wanted[column]);
}

/** The starting points as the release words them. */
export async function startingPoints(): Promise<StartingPoints> {
  const text = await readFile(join(packageRoot, "reference", "starting-points.json"), "utf8");
  return StartingPoints.parse(JSON.parse(text));
}
