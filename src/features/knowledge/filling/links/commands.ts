import { setTimeout as pause } from "node:timers/promises";
import { clockwork } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { askOutside, type Outside } from "#platform/outside/ask-outside.ts";
import { OutsideProblem } from "#platform/outside/outside-problem.ts";
import { type LinkToCheck, linksToCheck } from "#features/knowledge/filling/links/queries.ts";

export type LinkWays = {
  readonly outside: Outside;
  /** How long we wait between two addresses, in milliseconds. */
  readonly pause: number;
  readonly budget: number;
  readonly most: number;
};

/** What was seen of a link: it leads there, it leads nowhere, or the other end would not say. */
type Seen = "leads" | "broken" | "unsaid";

const limits = { patience: 8_000, most: 256 * 1024 };

/**
 * Looks where the links of what is published lead, one at a time, and notes the day. A link is called broken only when the
 * other end says that there is nothing, or its name is gone: a server that is down, busy or shy of machines says nothing
 * of the text, and is asked again another night.
 */
export async function checkLinks(
  db: Database,
  now: Clock,
  ways: LinkWays,
): Promise<{ readonly checked: number; readonly broken: number }> {
  const until = performance.now() + ways.budget;
  let [checked, broken] = [0, 0];
  for (const link of await linksToCheck(db, dateIn(now()), ways.most)) {
    if (performance.now() >= until) break;
    if (checked > 0) await pause(ways.pause);
    const seen = await look(link, ways.outside);
    await note(db, now, link, seen);
    checked += 1;
    if (seen === "broken") broken += 1;
  }
  return { checked, broken };
}

async function look({ link }: LinkToCheck, outside: Outside): Promise<Seen> {
  for (const method of ["HEAD", "GET"] as const) {
    try {
      const { status } = await askOutside(link, outside, {
        ...limits,
        method,
        most: method === "GET" ? 32 * 1024 * 1024 : limits.most,
      });
      if (status >= 200 && status < 300) return "leads";
      // Many servers know no HEAD, and some say of it what they do not say of the page.
      if (method === "GET") return status === 404 || status === 410 ? "broken" : "unsaid";
    } catch (problem) {
      if (!(problem instanceof OutsideProblem)) throw problem;
      if (problem.code === "unknown_host") return "broken";
      if (problem.code === "too_large") return "leads";
      if (method === "GET" || problem.code === "slow") return "unsaid";
    }
  }
  return "unsaid";
}

/** Notes what was seen, if the link still is the one that was looked at. What would not say keeps what was seen before. */
async function note(db: Database, now: Clock, { id, link }: LinkToCheck, seen: Seen): Promise<void> {
  await change(db, clockwork, async (tx) => {
    const today = dateIn(now());
    const { itemId } = await tx
      .selectFrom("knowledge_version")
      .where("id", "=", id)
      .select("item_id as itemId")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("link_try")
      .values({ version_id: id, tried_on: today })
      .onConflict((conflict) => conflict.column("version_id").doUpdateSet({ tried_on: today }))
      .execute();
    if (seen !== "unsaid")
      await tx
        .updateTable("knowledge_version")
        .set({ link_checked_on: today, link_is_broken: seen === "broken" })
        .where("id", "=", id)
        .where("link", "=", link)
        .execute();
    await record(tx, {
      by: clockwork,
      what: "knowledge.link_checked",
      about: itemId,
      after: { seen },
    });
  });
}
