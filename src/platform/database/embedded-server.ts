import { spawn } from "node:child_process";
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Cluster, here, isAlive, runningIn, superuser, surroundings } from "#platform/database/cluster.ts";
import { preparedCluster } from "#platform/database/data-folder.ts";
import { newSocketFolder, socketFolder } from "#platform/database/socket-folder.ts";
import { StartProblem } from "#platform/start-problem.ts";

export type EmbeddedOptions = {
  /** `server`: the one process that serves this data folder. `command`: anything beside it, for a moment. */
  as: "server" | "command";
  /** False only for databases that are thrown away: what was committed may be lost in a crash. */
  durable?: boolean;
};

/** Being connected to the embedded server: it runs as long as somebody is. */
export type Stay = {
  address(database: string): pg.ClientConfig;
  /** Stops the server too, if nobody else is left and it is not to be kept running for others to come. */
  leave(options?: { keepRunning?: boolean }): Promise<void>;
};

const patience = 30_000;

// Held shared by everyone who uses the server, and alone by whoever stops it.
const presence = "7303014001";
// Held by the one process that serves.
const serving = "7303014002";

const durable = ["fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_connections=60"];
const thrownAway = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
const always = [
  "listen_addresses=",
  "shared_buffers=128MB",
  // The disks of today find any page as fast as the next one: an index that gives rows in order is worth using.
  "random_page_cost=1.1",
  "timezone=UTC",
  "log_timezone=UTC",
  "log_checkpoints=off",
  "log_min_messages=warning",
];

/**
 * Goes to the embedded server, which is started if it does not run. A server that was left behind by a killed process
 * is simply used on; one that was killed itself recovers from its log. Whoever leaves last stops it, so a command
 * beside a running server neither fails nor takes the database down with it.
 */
export async function enterEmbeddedServer(dataDir: string, options: EmbeddedOptions): Promise<Stay> {
  const cluster = await preparedCluster(dataDir);
  let left = false;
  let comingBack: Promise<void> | undefined;
  let present = await connected(cluster, options);
  watch();

  /** The connection ends only when the server does: then it is started again, as after any other crash. */
  function watch(): void {
    present.once("end", () => {
      if (!left) comingBack = comeBack();
    });
  }

  async function comeBack(): Promise<void> {
    while (!left) {
      try {
        present = await connected(cluster, options);
        return watch();
      } catch {
        await pause(1_000);
      }
    }
  }

  return {
    address: (database) => address(cluster, database),
    leave: async ({ keepRunning = false } = {}) => {
      if (left) return;
      left = true;
      await comingBack;
      if (!keepRunning && (await mayStop(present))) await stop(cluster);
      await present.end().catch(() => undefined);
    },
  };
}

function address(cluster: Cluster, database: string): pg.ClientConfig {
  return { host: socketFolder(cluster), port: 5432, user: superuser, password: cluster.password, database };
}

/** A connection that says "somebody is here" for as long as it lives. */
async function connected(cluster: Cluster, options: EmbeddedOptions): Promise<pg.Client> {
  const deadline = Date.now() + patience;
  let started = false;
  for (;;) {
    const client = new pg.Client({
      ...address(cluster, "postgres"),
      application_name: `sammanvagt ${options.as} ${process.pid}`,
    });
    client.on("error", () => undefined); // Followed by "end", which is watched.
    try {
      await client.connect();
      await client.query(`select pg_advisory_lock_shared(${presence})`);
      if (options.as === "server") await serveAlone(client, cluster);
      return client;
    } catch (problem) {
      await client.end().catch(() => undefined);
      if (problem instanceof StartProblem) throw problem;
      const step = nextStep(problem as { code?: string });
      if (step === "give up" || Date.now() > deadline) {
        if (started) await stop(cluster);
        throw unreachable(cluster, problem);
      }
      if (step === "start") started = (await start(cluster, options, deadline)) || started;
      else await pause(50);
    }
  }
}

/** Refuses to serve beside another server. One that was killed holds on until the database has noticed, so it is waited out. */
async function serveAlone(client: pg.Client, { dataDir }: Cluster): Promise<void> {
  for (const deadline = Date.now() + patience; ; await pause(50)) {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${serving}) as mine`);
    if (rows[0]?.mine) return;
    const pid = await servingProcess(client);
    if (Date.now() < deadline && !(pid && isAlive(pid))) continue;
    throw new StartProblem(
      `The data folder ${dataDir} is in use by another running Sammanvägt${pid ? ` (process ${pid})` : ""}: stop that one, or set DATA_DIR to another folder.`,
    );
  }
}

/** The number of the process that serves, as its connection says it. */
async function servingProcess(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and classid = ${serving}::bigint >> 32 and objid = ${serving}::bigint & x'ffffffff'::bigint and granted`,
  );
  return Number(rows[0]?.name.split(" ").at(-1)) || undefined;
}

function nextStep({ code = "" }: { code?: string }): "start" | "wait" | "give up" {
  if (code === "ENOENT" || code === "ECONNREFUSED") return "start";
  if (code === "28P01" || code === "28000" || code === "EACCES") return "give up";
  return "wait"; // It is starting, stopping or recovering, or stopped under our hands.
}

function unreachable(cluster: Cluster, cause: unknown): StartProblem {
  const { code = "", message } = cause as { code?: string; message: string };
  if (code === "28P01") {
    return new StartProblem(
      `The database in ${cluster.folder} does not accept the password kept in ${join(cluster.dataDir, "postgres-password")}: put back the file that belongs to it.`,
      { cause },
    );
  }
  const pid = runningIn(cluster.folder)?.pid;
  const holder = pid && isAlive(pid) ? `is in use by another process (${pid}) and` : "holds a database that";
  return new StartProblem(`The data folder ${cluster.folder} ${holder} cannot be reached: ${message}.`, { cause });
}

/** Starts the server, waits until it answers or ends, and tells which. Its log is DATA_DIR/postgres.log. */
async function start(cluster: Cluster, options: EmbeddedOptions, deadline: number): Promise<boolean> {
  const { folder, programs, dataDir } = cluster;
  const logFile = join(dataDir, "postgres.log");
  const log = openSync(logFile, "a", 0o600);
  if (fstatSync(log).size > 10_000_000) ftruncateSync(log, 0);
  const before = fstatSync(log).size;

  const sockets = newSocketFolder(cluster) === folder ? "." : newSocketFolder(cluster);
  const settings = [
    ...always,
    ...(options.durable === false ? thrownAway : durable),
    `unix_socket_directories=${sockets}`,
  ];
  const server = spawn(programs.postgres, ["-D", here(folder), ...settings.flatMap((setting) => ["-c", setting])], {
    ...surroundings(cluster, folder),
    stdio: ["ignore", log, log],
    // A group of its own: Ctrl-C in the terminal reaches us, who stop it when our requests are finished.
    detached: true,
  });
  server.unref();
  closeSync(log);

  let ended: unknown;
  server.on("error", (problem) => (ended = problem));
  server.on("exit", () => (ended ??= true));
  while (ended === undefined && Date.now() < deadline && !(await answers(cluster))) await pause(10);
  if (ended instanceof Error)
    throw new StartProblem(`PostgreSQL could not be started: ${ended.message}.`, { cause: ended });
  if (ended === undefined) return true;

  const said = readFileSync(logFile, "utf8").slice(before);
  // Somebody else started it at the same moment, or the last one's processes are still on their way out.
  if (/postmaster\.pid|shared memory block|socket lock/.test(said)) return pause(100, false);
  const fatal = /FATAL: +(.*)/.exec(said)?.[1] ?? said.trim().split("\n").at(-1) ?? "it said nothing";
  throw new StartProblem(`PostgreSQL could not be started on ${folder}: ${fatal}. Its log is ${logFile}.`);
}

async function answers(cluster: Cluster): Promise<boolean> {
  const client = new pg.Client(address(cluster, "postgres"));
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (problem) {
    return nextStep(problem as { code?: string }) === "give up";
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Taken alone, the lock keeps newcomers waiting until the server is gone; they then start it again. */
async function mayStop(client: pg.Client): Promise<boolean> {
  try {
    const { rows } = await client.query<{ alone: boolean }>(
      `select pg_advisory_unlock_shared(${presence}), pg_advisory_unlock_all(), pg_try_advisory_lock(${presence}) as alone`,
    );
    return rows[0]?.alone ?? false;
  } catch {
    return false;
  }
}

async function stop({ folder }: Cluster): Promise<void> {
  const pid = runningIn(folder)?.pid;
  if (!pid || !isAlive(pid)) return;
  process.kill(pid, "SIGINT"); // A fast shutdown: connections end, everything is written down.
  const deadline = Date.now() + patience;
  while (isAlive(pid) && Date.now() < deadline) await pause(10);
}

/** Stops a server nobody will come back to, whoever is still connected. */
export async function stopEmbeddedServer(dataDir: string): Promise<void> {
  if (!runningIn(join(dataDir, "postgres"))) return;
  const cluster = await preparedCluster(dataDir);
  // Asked first: a dead server's number may belong to some other process by now.
  if (await answers(cluster)) await stop(cluster);
}
