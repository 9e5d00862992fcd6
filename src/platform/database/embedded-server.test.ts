import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from "vitest";
import { isAlive, runningIn } from "#platform/database/cluster.ts";
import { preparedCluster } from "#platform/database/data-folder.ts";
import { stopEmbeddedServer } from "#platform/database/embedded-server.ts";
import { migrations, openDatabase, type OpenDatabase, withOwner } from "#platform/database/open.ts";
import { socketFolder } from "#platform/database/socket-folder.ts";
import { packageRoot } from "#platform/package-root.ts";

const temporary = join(inject("databaseFolder"), "..", `test-${process.pid}`);
let folders = 0;

/** A data folder of one test's own, empty; its server is stopped when the test is done. */
function dataFolder(...below: string[]): string {
  const folder = join(temporary, String((folders += 1)), ...below);
  mkdirSync(folder, { recursive: true });
  onTestFinished(() => stopEmbeddedServer(folder));
  return folder;
}

/** One with a database that was made and migrated earlier: a copy, since making one takes a second or two. */
function usedFolder(...below: string[]): string {
  const folder = dataFolder(...below);
  execFileSync("cp", ["-a", `${used}/.`, folder]);
  return folder;
}

const used = join(temporary, "used");
beforeAll(async () => (await open(used)).close());
afterAll(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));

const open = (dataDir: string, as: "server" | "command" = "command") =>
  openDatabase({ dataDir, databaseUrl: undefined, databaseWebUrl: undefined }, as);
const serverOf = (dataDir: string) => runningIn(join(dataDir, "postgres"))?.pid;

type Process = { child: ChildProcess; said: Promise<string> };

/** Another process of ours on the data folder; `said` is what it says first, whether it came in or not. */
function another(dataDir: string, as: "server" | "command"): Process {
  const child = spawn(process.execPath, [join(packageRoot, "test/hold-database.ts"), dataDir, as], {
    cwd: packageRoot,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) stream?.once("data", (text) => resolve(String(text).trim()));
  });
  return { child, said };
}

async function writeWord({ ownerAddress }: Pick<OpenDatabase, "ownerAddress">, word: string): Promise<void> {
  await withOwner(ownerAddress, async (owner) => {
    await owner.query("create table if not exists word (text text)");
    await owner.query("insert into word values ($1)", [word]);
  });
}

const wordsIn = async ({ db }: OpenDatabase) =>
  (await sql<{ text: string }>`select text from word`.execute(db)).rows.map(({ text }) => text);

test("what was written is there the next time, and the server is stopped in between", async () => {
  const folder = dataFolder();
  const first = await open(folder, "server");
  await writeWord(first, "hej");
  await first.close();
  expect(serverOf(folder)).toBeUndefined();

  const second = await open(folder, "server");
  expect(second.migrated).toEqual([]);
  expect(await wordsIn(second)).toEqual(["hej"]);
  await second.close();
});

test("the server listens to no port, and commits are on disk before they are answered", async () => {
  const database = await open(usedFolder());
  const { rows } = await sql`
    select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit', 'full_page_writes') order by name`.execute(
    database.db,
  );
  expect(rows).toEqual([
    { name: "fsync", setting: "on" },
    { name: "full_page_writes", setting: "on" },
    { name: "listen_addresses", setting: "" },
    { name: "synchronous_commit", setting: "on" },
  ]);
  await database.close();
});

test("a command comes in beside a running server, and leaves it running", async () => {
  const folder = usedFolder();
  const server = another(folder, "server");
  await expect(server.said).resolves.toBe("open 0");

  const command = await open(folder);
  await writeWord(command, "från kommandot");
  const pid = serverOf(folder)!;
  await command.close();
  expect(isAlive(pid)).toBe(true);

  server.child.kill("SIGTERM");
  expect(await once(server.child, "exit")).toEqual([0, null]);
  expect(isAlive(pid)).toBe(false);
});

test("the server stays when the one who started it leaves before the others", async () => {
  const folder = usedFolder();
  const command = await open(folder);
  const server = another(folder, "server");
  await server.said;
  await command.close();

  const later = await open(folder);
  await expect(sql`select 1 as one`.execute(later.db)).resolves.toMatchObject({ rows: [{ one: 1 }] });
  expect(isAlive(server.child.pid!)).toBe(true);
  await later.close();
});

test("two processes may make the same database at the same moment", async () => {
  const folder = dataFolder();
  const both = [another(folder, "command"), another(folder, "command")];
  const said = await Promise.all(both.map((process) => process.said));
  expect(said.toSorted()).toEqual(["open 0", `open ${migrations().length}`]);
});

test("a second server on the same data folder is told who has it", async () => {
  const folder = usedFolder();
  const server = another(folder, "server");
  await server.said;
  await expect(open(folder, "server")).rejects.toThrow(
    `The data folder ${folder} is in use by another running Sammanvägt (process ${server.child.pid}): stop that one, or set DATA_DIR to another folder.`,
  );
  const second = another(folder, "server");
  await expect(second.said).resolves.toContain(`(process ${server.child.pid})`);
  expect((await once(second.child, "exit"))[0]).toBe(1);
  expect(isAlive(server.child.pid!)).toBe(true);
});

test("when our process is killed, the next one goes on with the server it left behind", async () => {
  const folder = usedFolder();
  const server = another(folder, "server");
  await server.said;
  const command = await open(folder);
  await writeWord(command, "före");
  await command.close();
  const pid = serverOf(folder);

  server.child.kill("SIGKILL");
  await once(server.child, "exit");
  const next = await open(folder, "server");
  expect(serverOf(folder)).toBe(pid);
  expect(await wordsIn(next)).toEqual(["före"]);
  await next.close();
  expect(isAlive(pid!)).toBe(false);
});

test("when everything is killed at once, the next start loses nothing", async () => {
  const folder = usedFolder();
  const server = another(folder, "server");
  await server.said;
  const command = await open(folder);
  await writeWord(command, "före");
  const killed = serverOf(folder)!;
  server.child.kill("SIGKILL");
  process.kill(killed, "SIGKILL");

  const next = await open(folder, "server");
  expect(serverOf(folder)).not.toBe(killed);
  expect(await wordsIn(next)).toEqual(["före"]);
  await next.close();
  await command.close();
});

test("when the server is killed under us, it comes back by itself", async () => {
  const folder = usedFolder();
  const database = await open(folder, "server");
  await writeWord(database, "före");
  process.kill(serverOf(folder)!, "SIGKILL");
  await vi.waitFor(async () => expect(await wordsIn(database)).toEqual(["före"]), { timeout: 15_000, interval: 100 });
  await database.close();
});

test("a start that was cut short while the database was made leaves nothing in the way", async () => {
  const folder = dataFolder();
  const dead = spawn("true");
  await once(dead, "exit");
  mkdirSync(join(folder, `postgres.new-${dead.pid}`));
  writeFileSync(join(folder, `postgres.new-${dead.pid}`, "PG_VERSION"), "18\n");
  const database = await open(folder);
  expect(existsSync(join(folder, `postgres.new-${dead.pid}`))).toBe(false);
  await database.close();
});

test("a data folder with a long path, and one behind closed doors, serve as well as any", async () => {
  const long = await open(usedFolder("en-mapp-med-ett-mycket-långt-namn".repeat(3)));
  await writeWord(long, "långt");
  expect(await wordsIn(long)).toEqual(["långt"]);
  await long.close();

  const closed = usedFolder("closed", "data");
  chmodSync(join(closed, ".."), 0o700);
  const database = await open(closed);
  await writeWord(database, "stängt");
  await database.close();
});

test("a folder made by another version of PostgreSQL is refused in one sentence, and not touched", async () => {
  const folder = usedFolder();
  const versionFile = join(folder, "postgres", "PG_VERSION");
  writeFileSync(versionFile, "17\n");
  await expect(open(folder)).rejects.toThrow(
    `The data folder ${folder}/postgres was made by PostgreSQL 17, but this release runs PostgreSQL 18: make a backup with the release that made it, and restore it with this one.`,
  );
  expect(serverOf(folder)).toBeUndefined();
  writeFileSync(versionFile, "18\n");
  await (await open(folder)).close();
});

test("a folder that holds something else is refused in one sentence, and not touched", async () => {
  const folder = dataFolder();
  mkdirSync(join(folder, "postgres"));
  writeFileSync(join(folder, "postgres", "brev.txt"), "Hej");
  await expect(open(folder)).rejects.toThrow("is not empty and holds no PostgreSQL database");
  expect(readFileSync(join(folder, "postgres", "brev.txt"), "utf8")).toBe("Hej");
});

test("a folder that cannot be written to is refused in one sentence", async () => {
  const folder = dataFolder();
  chmodSync(folder, 0o500);
  const { rejection, sentence } = {
    rejection: asOrdinaryUser(() => preparedCluster(folder)),
    sentence: `The data folder ${folder} cannot be written to (EACCES)`,
  };
  await expect(rejection).rejects.toThrow(sentence);
  chmodSync(folder, 0o700);

  const file = join(folder, "a-file");
  writeFileSync(file, "");
  await expect(open(file)).rejects.toThrow(`The data folder ${file} cannot be written to (EEXIST)`);
});

test("a password file that does not belong to the database is told by its name", async () => {
  const folder = usedFolder();
  writeFileSync(join(folder, "postgres-password"), "another");
  await expect(open(folder)).rejects.toThrow(`does not accept the password kept in ${folder}/postgres-password`);
  expect(serverOf(folder)).toBeUndefined();
});

test("when PostgreSQL itself will not start, its reason is told", async () => {
  const folder = usedFolder();
  rmSync(join(folder, "postgres", "global"), { recursive: true });
  await expect(open(folder)).rejects.toThrow(
    /^PostgreSQL could not be started on .*postgres: .*global.*Its log is .*postgres\.log\.$/,
  );
});

/** Root may write anywhere, so for the moment of the attempt we are nobody. */
function asOrdinaryUser<T>(work: () => T): T {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

test("temporary folders are used for sockets only when the path is long", async () => {
  const short = await preparedCluster(dataFolder());
  expect(socketFolder(short)).toBe(short.folder);
  const long = await preparedCluster(dataFolder("x".repeat(100)));
  expect(socketFolder(long)).toMatch(new RegExp(`^(${tmpdir()}|/tmp)/sammanvagt-[0-9a-f]{16}$`));
  expect(socketFolder(long)).toBe(socketFolder(long));
});
