import { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";
import { afterAll, inject } from "vitest";
import { type Database, databaseOn, plainPool, temporalPool } from "../src/platform/database/database.ts";
import type { Stay } from "../src/platform/database/embedded-server.ts";
import { withOwner } from "../src/platform/database/open.ts";
import { statementChannel } from "../src/platform/database/temporal-client.ts";
import { webAddress, webRoleOf } from "../src/platform/database/web-role.ts";
import { cloned, serverWithTemplate } from "./template.ts";

export type TestDatabase = {
  /** As the web's role, so that every test tests the grants too. */
  readonly db: Database;
  readonly pool: pg.Pool;
  /** For the job queue and the sign-in library. */
  readonly plainPool: pg.Pool;
  readonly address: pg.ClientConfig;
  /** As the owner of every table: to set the stage and to look behind the curtain. */
  readonly ownerDb: Database;
  readonly ownerAddress: pg.ClientConfig;
};

let made = 0;

/** An empty database, not migrated: for those who test migrating itself. */
export async function emptyDatabase(): Promise<pg.ClientConfig> {
  const server = await serverWithTemplate(inject("databaseFolder"));
  const name = newName();
  await withOwner(server.address("postgres"), (owner) => owner.query(`create database ${name} template template0`));
  afterAll(() => remove(server, name));
  return server.address(name);
}

/** The address an operator would write in DATABASE_URL for a database on the run's own server. */
export function urlOf({ host = "", user = "", password, database = "" }: pg.ClientConfig): string {
  return `postgresql:///${database}?${new URLSearchParams({ host, user, password: String(password) }).toString()}`;
}

function newName(): string {
  return `test_${process.pid}_${Date.now().toString(36)}_${(made += 1)}`;
}

async function remove(server: Stay, name: string): Promise<void> {
  await withOwner(server.address("postgres"), (owner) => owner.query(`drop database ${name} with (force)`));
  await server.leave({ keepRunning: true });
}

/**
 * A migrated database of one's own for one test file, gone when the file is done:
 * `const { db, ownerDb } = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await serverWithTemplate(inject("databaseFolder"));
  const name = newName();
  const ownerAddress = await cloned(server, name);
  const address = await withOwner(ownerAddress, async (owner) =>
    webAddress(owner, ownerAddress, await webRoleOf(owner, undefined), undefined),
  );

  const pool = temporalPool(address, { as: "test", max: 10 });
  const plain = plainPool(address, { as: "test", max: 6 });
  const db = databaseOn(pool);
  const ownerDb = databaseOn(temporalPool(ownerAddress, { as: "test owner", max: 3 }));
  afterAll(async () => {
    await Promise.all([db.destroy(), ownerDb.destroy(), plain.end()]);
    await remove(server, name);
  });
  return { db, pool, plainPool: plain, address, ownerDb, ownerAddress };
}

const counted = new AsyncLocalStorage<string[]>();
const aroundStatements = /^(begin|start transaction|commit|rollback|select pg_current_xact_id_if_assigned)/;

/**
 * The SQL statements a piece of work sends, without the transactions' own:
 * `expect(await statements(() => app.request("/"))).toHaveLength(2)`.
 */
export async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const listener = (text: unknown) => {
    if (typeof text === "string" && !aroundStatements.test(text)) counted.getStore()?.push(text);
  };
  statementChannel.subscribe(listener);
  try {
    await counted.run(sent, work);
  } finally {
    statementChannel.unsubscribe(listener);
  }
  return sent;
}
