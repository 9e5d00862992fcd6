import { spawn } from "node:child_process";
import autocannon from "autocannon";
import { rounded, tell } from "./figures.ts";
import { counted, lookInto, openRound, withDataFolder } from "./rush-ground.ts";
import { startServer } from "./server-process.ts";
import { administratorIn } from "./signed-in.ts";
import { longestStaleness } from "./staleness.ts";
import { newId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";

const connections = 32;
const seconds = 8;
const rows = 200;

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
      const cookie = await administratorIn(dataDir, server.url);
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
