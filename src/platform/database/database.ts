import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from "kysely";
import pg from "pg";
import type { Schema } from "#platform/database/schema.ts";
import { TemporalClient } from "#platform/database/temporal-client.ts";

/** Where changes begin: a pool of connections as the web's role. */
export type Database = Kysely<Schema>;

/** One transaction; only `change` makes them. */
export type Tx = Transaction<Schema>;

/** Whatever a query may read through: the pool, or the transaction under way. */
export type Reader = Kysely<Schema>;

/** Sorts a text for people: å ä ö last, "Avdelning 2" before "Avdelning 10". */
export function inSwedishOrder(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`${text} collate swedish`;
}

const settings: pg.PoolConfig = {
  connectionTimeoutMillis: 10_000,
  idleTimeoutMillis: 60_000,
  statement_timeout: 30_000,
  lock_timeout: 15_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
};

export type PoolWish = { max?: number; as: string };

/** The pool everything of ours runs on: Temporal in and out, UTC, and no statement that runs for ever. */
export function temporalPool(address: pg.ClientConfig, wish: PoolWish): pg.Pool {
  return quiet(new pg.Pool({ ...pooled(address, wish), Client: TemporalClient }));
}

/** For parts that expect node-postgres as it comes, with `Date`: the job queue and the sign-in library. */
export function plainPool(address: pg.ClientConfig, wish: PoolWish): pg.Pool {
  return quiet(new pg.Pool(pooled(address, wish)));
}

function pooled(address: pg.ClientConfig, { max = 12, as }: PoolWish): pg.PoolConfig {
  return {
    ...settings,
    ...address,
    max,
    application_name: `sammanvagt ${as} ${process.pid}`,
    options: "-c timezone=UTC -c intervalstyle=iso_8601",
  };
}

/** A resting connection that breaks is replaced by the pool; unheard, its error would end the process. */
function quiet(pool: pg.Pool): pg.Pool {
  return pool.on("error", () => undefined);
}

export function databaseOn(pool: pg.Pool): Database {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
