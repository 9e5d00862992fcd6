import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { withDataFolder } from "./rush-ground.ts";
import { startServer, type ServerProcess } from "./server-process.ts";

const changes = 20;

/**
 * How old a public page can be in one process after a change through another, in milliseconds: the longest of twenty
 * times, from when the change was answered until the other process shows it.
 */
export function longestStaleness(
  changer: ServerProcess,
  { ownerAddress, cookie, slug }: { ownerAddress: pg.ClientConfig; cookie: string; slug: string },
): Promise<number> {
  return withDataFolder(async (dataDir) => {
    const other = await startServer(dataDir, { DATABASE_URL: urlOf(ownerAddress) });
    const page = `${other.url}/cirklar/${slug}`;
    try {
      let longest = 0;
      for (let number = 1; number <= changes; number += 1) {
        await headingOf(page); // is kept there now
        const title = `Ändrad ${number}`;
        await changeTitle(`${changer.url}/planera/${slug}/rubrik`, { origin: changer.url, cookie }, title);
        const since = performance.now();
        while ((await headingOf(page)) !== title) await wait(1);
        longest = Math.max(longest, performance.now() - since);
      }
      return longest;
    } finally {
      await other.stop();
    }
  });
}

async function headingOf(page: string): Promise<string | undefined> {
  return /<h1[^>]*>([^<]*)/u.exec(await (await fetch(page)).text())?.[1];
}

async function changeTitle(form: string, headers: { origin: string; cookie: string }, title: string): Promise<void> {
  const drawn = await (await fetch(form, { headers })).text();
  const mark = /name="mark" value="([^"]*)/u.exec(drawn)?.[1] ?? "";
  const body = new URLSearchParams({ title, kind: "researchCircle", mark });
  const answer = await fetch(form, { method: "POST", redirect: "manual", headers, body });
  if (answer.status !== 303) throw new Error(`The change was answered with ${answer.status}`);
}

function urlOf({ host = "", port, user = "", password, database = "" }: pg.ClientConfig): string {
  const query = new URLSearchParams({ host, user, password: String(password) });
  if (port) query.set("port", String(port));
  return `postgresql:///${database}?${query.toString()}`;
}
