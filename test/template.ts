import type pg from "pg";
import { type Stay, enterEmbeddedServer } from "../src/platform/database/embedded-server.ts";
import { broughtUpToDate, withOwner } from "../src/platform/database/open.ts";

const making = "7303014009";

/** Starts the run's server if nobody has yet, with a migrated database from which others are cloned in a moment. */
export async function serverWithTemplate(folder: string): Promise<Stay> {
  const server = await enterEmbeddedServer(folder, { as: "command", durable: false });
  await withOwner(server.address("postgres"), async (owner) => {
    await owner.query(`select pg_advisory_lock(${making})`);
    const { rows } = await owner.query(
      "select datistemplate as ready from pg_database where datname = 'template_migrated'",
    );
    if (!rows[0]?.ready) await makeTemplate(owner, server);
    await owner.query(`select pg_advisory_unlock(${making})`);
  });
  return server;
}

async function makeTemplate(owner: pg.Client, server: Stay): Promise<void> {
  await owner.query("drop database if exists template_migrated");
  await owner.query("create database template_migrated template template0");
  const address = server.address("template_migrated");
  await withOwner(address, (migrator) => broughtUpToDate(migrator, address, undefined));
  await owner.query("alter database template_migrated with is_template true allow_connections false");
}

/** A fresh database like the template, under a name of its own. */
export async function cloned(server: Stay, name: string): Promise<pg.ClientConfig> {
  await withOwner(server.address("postgres"), (owner) =>
    owner.query(`create database ${name} template template_migrated`),
  );
  return server.address(name);
}
