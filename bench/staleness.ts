import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { startServer, type ServerProcess } from "./server-process.ts";

const changes = 20;

/**
 * How old a public page can be in one process after a change through another, in milliseconds: the longest of twenty
 * times, from when the change was answered until the other process shows it.
 */
export async function longestStaleness(
  changer: ServerProcess,
  { ownerAddress, cookie, slug }: { ownerAddress: pg.ClientConfig; cookie: string; slug: string },
): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), "sammanvagt-bench-"));
  const other = await startServer(dataDir, { DATABASE_URL: urlOf(ownerAddress) });
  try {
    const shown = async () => /<h1[^>]*>([^<]*)/u.exec(await (await fetch(`${other.url}/cirklar/${slug}`)).text())?.[1];
    let longest = 0;
    for (let number = 1; number <= changes; number += 1) {
      await shown(); // is kept there now
      const title = `Ändrad ${number}`;
      const form = `${changer.url}/planera/${slug}/rubrik`;
      const drawn = await (await fetch(form, { headers: { cookie } })).text();
      const mark = /name="mark" value="([^"]*)/u.exec(drawn)?.[1] ?? "";
      const answer = await fetch(form, {
        method: "POST",
        redirect: "manual",
        headers: { origin: changer.url, cookie },
        body: new URLSearchParams({ title, kind: "researchCircle", mark }),
      });
      if (answer.status !== 303) throw new Error(`The change was answered with ${answer.status}`);
      const since = performance.now();
      while ((await shown()) !== title) await wait(1);
      longest = Math.max(longest, performance.now() - since);
    }
    return longest;
  } finally {
    await other.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function urlOf({ host = "", port, user = "", password, database = "" }: pg.ClientConfig): string {
  const query = new URLSearchParams({ host, user, password: String(password) });
  if (port) query.set("port", String(port));
  return `postgresql:///${database}?${query.toString()}`;
}
