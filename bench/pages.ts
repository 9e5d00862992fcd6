import { spawn } from "node:child_process";
import { join } from "node:path";
import autocannon from "autocannon";
import type pg from "pg";
import { rounded, tell } from "./figures.ts";
import { lookInto, openRound, withDataFolder } from "./rush-ground.ts";
import { startServer } from "./server-process.ts";
import { longestStaleness } from "./staleness.ts";
import { newId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { withOwner } from "../src/platform/database/open.ts";

const connections = 32;
const seconds = 8;
const rows = 200;
const account = { email: "matning@example.se", password: "ett langt losenord for matning" };

/**
 * A public page from the cache and drawn anew, and a list of 200 rows behind a sign-in, each against a bare Node
 * server that sends the same bytes, in one run; and how old a kept page gets when another process changes it.
 */
export function pages() {
  return withDataFolder(async (dataDir) => {
    const server = await startServer(dataDir);
    const { db, ownerAddress, close } = await lookInto(dataDir);
    try {
      const { slug } = await openRound(db);
      await peopleToList(db);
      await counted(ownerAddress);
      await accountFor(dataDir);
      const cookie = await signedIn(server.url);
      const page = `${server.url}/cirklar/${slug}`;
      const list = `${server.url}/personer`;

      const kept = await measured(page, {});
      // A new address each time is never in the cache.
      const drawn = await measured(`${page}?n=[<id>]`, {}, true);
      const listed = await measured(list, { cookie });
      const barePage = await bare(await bodyOf(page, {}));
      const bareList = await bare(await bodyOf(list, { cookie }));
      const stale = await longestStaleness(server, { ownerAddress, cookie, slug });
      tell(
        `public ${kept.rps}/s, drawn anew ${drawn.rps}/s, bare ${barePage.rps}/s; list ${listed.rps}/s, bare ${bareList.rps}/s`,
      );
      return {
        public_rps: kept.rps,
        public_uncached_rps: drawn.rps,
        list_rps: listed.rps,
        bare_rps: barePage.rps,
        bare_list_rps: bareList.rps,
        public_ratio: rounded(kept.rps / barePage.rps, 3),
        public_uncached_ratio: rounded(drawn.rps / barePage.rps, 3),
        list_ratio: rounded(listed.rps / bareList.rps, 3),
        p95_ms: kept.p95,
        list_p95_ms: listed.p95,
        stale_most_ms: rounded(stale),
      };
    } finally {
      await close();
      await server.stop();
    }
  });
}

/** `p95` is the load tool's 97.5th percentile, the nearest it keeps: no smaller than the 95th. */
async function measured(url: string, headers: Record<string, string>, idReplacement = false) {
  const run = (duration: number) =>
    autocannon({ url, connections, duration, idReplacement, headers: { "accept-encoding": "identity", ...headers } });
  await run(2);
  const result = await run(seconds);
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} other answers, ${result.errors} errors`);
  return { rps: rounded(result.requests.average), p95: result.latency.p97_5 };
}

/** The same bytes from a Node server that does nothing else, in a process of its own. */
async function bare(body: string) {
  const child = spawn(process.execPath, ["-e", bareServer], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(body);
  const port = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data: Buffer) => resolve(data.toString().trim())),
  );
  try {
    return await measured(`http://127.0.0.1:${port}/`, {});
  } finally {
    child.kill();
  }
}

const bareServer = `
  let body = "";
  process.stdin.setEncoding("utf8").on("data", (part) => (body += part)).on("end", () => {
    const bytes = Buffer.from(body);
    const server = require("node:http").createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=UTF-8", "content-length": bytes.length });
      response.end(bytes);
    });
    server.listen(0, "127.0.0.1", () => console.log(server.address().port));
  });`;

async function bodyOf(url: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}

async function peopleToList(db: Database): Promise<void> {
  const people = Array.from({ length: rows }, (_, number) => ({
    id: newId<"person">(),
    name: `Person ${number}`,
    email: `person.${number}@example.se`,
  }));
  await db.insertInto("person").values(people).execute();
}

/**
 * What the database does by itself within a minute of many new rows: it counts them, to know which index is worth
 * using. Only who owns the tables may ask for it.
 */
function counted(ownerAddress: pg.ClientConfig): Promise<unknown> {
  return withOwner(ownerAddress, (owner) => owner.query("analyze"));
}

/** An administrator's account, made as an operator makes one. */
function accountFor(dataDir: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const words = [
    "user",
    "create",
    "--email",
    account.email,
    "--name",
    "Mätning",
    "--password",
    account.password,
    "--role",
    "administrator",
  ];
  const child = spawn(process.execPath, [join(import.meta.dirname, "../bin/sammanvagt.js"), ...words], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DATA_DIR: dataDir, DEMO: "0" },
  });
  child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`user create ended with ${code}`))));
  return promise;
}

async function signedIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/logga-in/losenord`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url },
    body: new URLSearchParams(account),
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.includes("session_token"));
  if (!cookie) throw new Error(`Signing in answered ${answer.status}`);
  return cookie.split(";")[0] ?? "";
}
