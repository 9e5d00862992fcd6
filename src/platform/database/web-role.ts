import { randomBytes } from "node:crypto";
import pg from "pg";
import { StartProblem } from "#platform/start-problem.ts";

const passwordName = "web_role_password";
const roleName = "web_role";

/** The secrets that belong to one database on one server, and so never go into a backup. */
export const secretsOfThisDatabase = [passwordName, roleName] as const;

/**
 * The role the web server logs in as: it owns nothing, so that a mistake in a page can never change a table's shape.
 * Its name goes with the database, also into a copy of it, and is settled once.
 */
export async function webRoleOf(owner: pg.Client, webUrl: string | undefined): Promise<string> {
  if (webUrl) return new pg.Client(webUrl).user ?? "";
  const kept = await secret(owner, roleName);
  if (kept) return kept;
  const { rows } = await owner.query<{ name: string }>("select left(current_database(), 50) || '_web' as name");
  return rows[0]?.name ?? "";
}

/** Makes the role if it is not there, and lets it read and write the rows of every table that will be made. */
export async function prepareWebRole(owner: pg.Client, role: string, webUrl: string | undefined): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const { rows } = await owner.query("select 1 from pg_roles where rolname = $1", [role]);
  if (rows.length === 0) {
    if (webUrl)
      throw new StartProblem(
        `The role "${role}" in DATABASE_WEB_URL does not exist in the database: make it, with the right to log in.`,
      );
    await makeRole(owner, name);
  }
  await refusePowerful(owner, role);
  await owner.query(`
    revoke create on schema public from public;
    grant usage on schema public to ${name};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${name};
    alter default privileges in schema public grant usage, select on sequences to ${name};
  `);
}

/** Only DATABASE_WEB_URL can name such a role: the one we make is none. */
async function refusePowerful(owner: pg.Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ powerful: boolean }>(
    "select rolname = current_user or rolsuper as powerful from pg_roles where rolname = $1",
    [role],
  );
  if (!rows[0]?.powerful) return;
  throw new StartProblem(
    `The role "${role}" in DATABASE_WEB_URL owns the database: name a role that owns nothing, or leave DATABASE_WEB_URL out.`,
  );
}

async function makeRole(owner: pg.Client, name: string): Promise<void> {
  try {
    await owner.query(`create role ${name} nosuperuser nocreatedb nocreaterole noinherit nologin`);
  } catch (cause) {
    const { code } = cause as { code?: string };
    // Made a moment ago for another database with the same owner.
    if (code === "42710" || code === "23505") return;
    if (code !== "42501") throw cause;
    throw new StartProblem(
      `The role in DATABASE_URL may not create roles, and the web needs a role that owns nothing: give it CREATEROLE, or set DATABASE_WEB_URL.`,
      { cause },
    );
  }
}

/** The web role's address. Its password was made up by us and is known to the owner only. */
export async function webAddress(
  owner: pg.Client,
  ownerAddress: pg.ClientConfig,
  role: string,
  webUrl: string | undefined,
): Promise<pg.ClientConfig> {
  if (webUrl) return { connectionString: webUrl };
  const password = (await secret(owner, passwordName)) ?? (await keep(owner, role));
  const address = as(ownerAddress, role, password);
  // A restored database may know another password than the server it was restored on.
  if (!(await logsIn(address)))
    await owner.query(`alter role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}`);
  return address;
}

async function keep(owner: pg.Client, role: string): Promise<string> {
  const password = randomBytes(32).toString("base64url");
  await owner.query("insert into platform_secret (name, value) values ($1, $2), ($3, $4)", [
    roleName,
    role,
    passwordName,
    password,
  ]);
  return password;
}

async function secret(owner: pg.Client, name: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ made: boolean }>("select to_regclass('platform_secret') is not null as made");
  if (!rows[0]?.made) return undefined;
  const kept = await owner.query<{ value: string }>("select value from platform_secret where name = $1", [name]);
  return kept.rows[0]?.value;
}

/** The same server and database, as somebody else. */
function as(address: pg.ClientConfig, user: string, password: string): pg.ClientConfig {
  const { host, port, database = "", ssl } = new pg.Client(address);
  return { host, port, database, ssl, user, password };
}

async function logsIn(address: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(address);
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (problem) {
    if (["28P01", "28000"].includes((problem as { code?: string }).code ?? "")) return false;
    throw problem;
  } finally {
    await client.end().catch(() => undefined);
  }
}
