import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { type FileKey, type Files, openFiles } from "#platform/files/files.ts";
import { every } from "#platform/jobs/worker.ts";

/** How long a file lies that nothing refers to: longer than any change takes that keeps one and then refers to it. */
const grace = { hours: 24 };

/** A column that holds the keys of files. */
export type KeyColumn = { readonly table: string; readonly column: string };

/** Every column that says it holds the key of a file. The database tells, so that no table is forgotten here. */
export async function keyColumns(db: Reader): Promise<KeyColumn[]> {
  const { rows } = await sql<KeyColumn>`
    select c.relname as table, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.atttypid = 'file_key'::regtype and c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
    order by c.relname, a.attname`.execute(db);
  return rows;
}

/** The keys of all files that something refers to, wherever it is. */
export async function usedKeys(db: Reader): Promise<ReadonlySet<FileKey>> {
  const columns = await keyColumns(db);
  if (columns.length === 0) throw new Error("No table holds the key of a file: nothing is thrown away on such a word.");
  const held = columns.map(
    ({ table, column }) =>
      sql`select ${sql.ref(column)}::text as key from ${sql.table(table)} where ${sql.ref(column)} is not null`,
  );
  const { rows } = await sql<{ key: FileKey }>`${sql.join(held, sql` union `)}`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

/**
 * Throws away files that nothing refers to, and gives how many. The same bytes are one file whoever sent them, so no
 * change throws any away itself: that waits until nobody can be about to refer to it.
 */
export async function forgetUnused(db: Reader, files: Files, now: Temporal.Instant): Promise<number> {
  // What is there first, then what is used: a file that came between the two is not looked at.
  const there = await files.keys();
  const used = await usedKeys(db);
  let forgotten = 0;
  for (const key of there.filter((each) => !used.has(each)))
    if (await files.forgetUnlessKeptSince(key, now.subtract(grace))) forgotten += 1;
  return forgotten;
}

/** Every night, after what is due has been erased. */
export const forgetUnusedHandler = every("platform.forget_unused_files", "10 4 * * *", async ({ db, config, log }) => {
  // By the clock of the disk, which says when a file was kept.
  const forgotten = await forgetUnused(db, openFiles(config.dataDir), Temporal.Now.instant());
  if (forgotten > 0) log.info({ forgotten }, "files thrown away");
});
