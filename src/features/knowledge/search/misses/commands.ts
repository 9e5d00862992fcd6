import { sql } from "kysely";
import { clockwork } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { missedWords } from "#features/knowledge/search/misses/missed-words.ts";
import { ourAnalysis } from "#features/knowledge/searching/swedish-dictionary.ts";

/** So many different searches a day are kept: nobody fills the table by asking for nonsense. */
const mostADay = 500;

/** Keeps that some words found nothing today: the words that may be kept of them, never who asked. */
export async function noteMiss(db: Database, now: Clock, asked: string): Promise<void> {
  const words = missedWords(asked, ourAnalysis());
  if (words === undefined) return;
  await change(db, clockwork, async (tx) => {
    const today = dateIn(now());
    await sql`
      insert into search_miss (words, missed_on)
      select ${words}, ${today}::date
      where (select count(*) from search_miss where missed_on = ${today}::date) < ${mostADay}
      on conflict (words, missed_on) do update set times = search_miss.times + 1`.execute(tx);
    markRecorded(tx);
  });
}

/** Forgets what was sought in vain more than a year ago, and notes of changes that every index has long taken in. */
export async function forgetOld(db: Database, now: Clock): Promise<void> {
  await change(db, clockwork, async (tx) => {
    await sql`delete from search_miss where missed_on < ${dateIn(now()).subtract({ years: 1 })}::date`.execute(tx);
    await sql`delete from search_change where written_at < now() - interval '1 day'`.execute(tx);
    markRecorded(tx);
  });
}
