import { createRequire } from "node:module";
import pg from "pg";
import type { Db } from "pg-boss";

export const jobSchema = "pgboss";

/**
 * Makes or migrates the job queue's own tables as the owner, and lets the web's role use them. The web starts its
 * queue with `migrate: false` and `reindex: false`: it may move jobs about but not change the tables they lie in.
 */
export async function prepareJobTables(owner: pg.Client, webRole: string): Promise<void> {
  if ((await madeVersion(owner)) !== neededVersion()) await makeJobTables(owner);
  const name = pg.escapeIdentifier(webRole);
  await owner.query(`
    grant usage on schema ${jobSchema} to ${name};
    grant select, insert, update, delete on all tables in schema ${jobSchema} to ${name};
    grant usage, select on all sequences in schema ${jobSchema} to ${name};
    grant execute on all functions in schema ${jobSchema} to ${name};
  `);
}

/** Which version of its tables the queue finds; undefined when it has none. */
async function madeVersion(owner: pg.Client): Promise<number | undefined> {
  const { rows: found } = await owner.query<{ found: boolean }>(
    `select to_regclass('${jobSchema}.version') is not null as found`,
  );
  if (!found[0]?.found) return undefined;
  const { rows } = await owner.query<{ version: number }>(`select version from ${jobSchema}.version`);
  return rows[0]?.version;
}

/** Which version it works with: read where the queue itself reads it, because loading the queue takes long. */
function neededVersion(): number {
  const { pgboss } = createRequire(import.meta.url)("pg-boss/package.json") as { pgboss: { schema: number } };
  return pgboss.schema;
}

async function makeJobTables(owner: pg.Client): Promise<void> {
  const { PgBoss } = await import("pg-boss");
  const queue = new PgBoss({
    db: jobStatementsOn(owner),
    schema: jobSchema,
    supervise: false,
    schedule: false,
    reindex: false,
  });
  let problem: Error | undefined;
  queue.on("error", (error) => (problem ??= error));
  await queue.start();
  await queue.stop({ graceful: false });
  if (problem) throw problem;
}

/** How the queue sends its statements over a plain connection or pool. */
export function jobStatementsOn(connection: Pick<pg.ClientBase, "query">): Db {
  return { executeSql: async (text, values) => ({ rows: rowsOf(await connection.query(text, values)) }) };
}

/** The queue sends several statements at once and wants the rows of all of them. */
function rowsOf(results: pg.QueryResult<object> | pg.QueryResult<object>[]): object[] {
  return [results].flat().flatMap(({ rows }) => rows);
}
