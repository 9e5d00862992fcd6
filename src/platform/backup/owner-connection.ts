import { Kysely, PostgresDialect, type PostgresPoolClient } from "kysely";
import type pg from "pg";
import { type Deed, record } from "#platform/audit/record.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Schema } from "#platform/database/schema.ts";

/** Lets queries and the audit trail run on a connection that is already there, in whatever transaction is under way. */
export function overConnection(owner: pg.Client): Kysely<Schema> {
  const lent = {
    query: owner.query.bind(owner),
    release: () => undefined,
  } as unknown as PostgresPoolClient;
  const pool = { connect: async () => lent, end: async () => undefined, options: {} };
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** Writes in the audit trail what the owner of the database did, in the transaction under way or in one of its own. */
export async function recordDeed(owner: pg.Client, deed: Deed): Promise<void> {
  await record(overConnection(owner) as unknown as Tx, deed);
}
