import autocannon from "autocannon";
import { sql } from "kysely";
import { percentile, rounded, tell } from "./figures.ts";
import { counted, lookInto, withDataFolder } from "./rush-ground.ts";
import { startServer } from "./server-process.ts";
import { administratorIn } from "./signed-in.ts";
import { newId } from "../src/kernel/ids.ts";
import { seedMeetings } from "../test/seeded-meetings.ts";

/** One visitor for each processor: what is measured is a page, not a queue of visitors. */
const connections = 2;
const seconds = 6;
const most = 150;

/**
 * The agenda, the overview and the search of a whole region after some years: 200 bodies, 5,000 meetings, 50,000 matters,
 * for somebody who keeps all of them and sits in one.
 */
export function meetings() {
  return withDataFolder(async (dataDir) => {
    const server = await startServer(dataDir);
    const { db, ownerAddress, close } = await lookInto(dataDir);
    try {
      const cookie = await administratorIn(dataDir, server.url);
      const organisation = newId<"organisation">();
      const named = { name: "FoU Mätning", short_name: "FoU Mätning", slug: "fou-matning" };
      await db
        .insertInto("organisation")
        .values({ id: organisation, kinds: ["rdUnit"], ...named })
        .execute();
      await seedMeetings(db, organisation, Temporal.Now.plainDateISO());
      await sitIn("grupp-7");
      await counted(ownerAddress);
      const next = await db
        .selectFrom("meeting as m")
        .innerJoin("meeting_body as h", "h.meeting_id", "m.id")
        .innerJoin("body as b", "b.id", "h.body_id")
        .where("b.slug", "=", "grupp-7")
        .where("m.state", "=", "planned")
        .orderBy("m.day")
        .select("m.slug")
        .executeTakeFirstOrThrow();
      const found: Record<string, number> = {};
      for (const [name, address] of [
        ["agenda", `/mote/${next.slug}`],
        ["overview", "/uppdrag"],
        ["parked", "/uppdrag?visa=parkerade"],
        ["search", "/sok/moten?q=samverkan"],
        ["search_rare", "/sok/moten?q=fr%C3%A5ga+4711"],
      ] as const) {
        found[`${name}_p95_ms`] = await p95Of(`${server.url}${address}`, cookie);
        tell(`${address}: 95 of 100 within ${found[`${name}_p95_ms`]} ms`);
      }
      return {
        meetings: 5_000,
        matters: 50_000,
        ...found,
        most_ms: most,
        holds: Object.values(found).every((ms) => ms < most),
      };

      async function sitIn(slug: string): Promise<void> {
        await sql`
          with seat as (
            insert into body_seat (id, body_id, kind, position, function)
            select ${newId()}, id, 'secretary', 0, 'Sekreterare' from body where slug = ${slug} returning id)
          insert into body_seat_holding (id, seat_id, person_id, valid_from)
          select ${newId()}, seat.id, person.id, current_date - 100 from seat, person
          where person.email = 'matning@example.se'`.execute(db);
      }
    } finally {
      await close();
      await server.stop();
    }
  });
}

async function p95Of(url: string, cookie: string): Promise<number> {
  const times: number[] = [];
  const run = (duration: number, keep: boolean) =>
    new Promise<void>((resolve, reject) => {
      const shot = autocannon({ url, connections, duration, headers: { cookie } }, (error, result) => {
        if (error || result.non2xx > 0) reject(error ?? new Error(`${url}: ${result.non2xx} other answers`));
        else resolve();
      });
      if (keep) shot.on("response", (_client, _status, _bytes, time) => times.push(time));
    });
  await run(2, false);
  await run(seconds, true);
  return rounded(percentile(times, 0.95));
}
