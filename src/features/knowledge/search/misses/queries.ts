import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { shownFrom } from "#features/knowledge/search/misses/missed-words.ts";

export type Missed = {
  readonly words: string;
  readonly times: number;
  readonly days: number;
  readonly lastOn: Temporal.PlainDate;
};

const mostShown = 200;

/** What has been searched for without a hit in the last year, most often first; never what was sought only once. */
export async function missedSearches(db: Reader, today: Temporal.PlainDate): Promise<Missed[]> {
  const { rows } = await sql<Missed>`
    select words, sum(times)::int as times, count(*)::int as days, max(missed_on) as "lastOn"
    from search_miss where missed_on > ${today.subtract({ years: 1 })}::date
    group by words
    having sum(times) >= ${shownFrom.times} or count(*) >= ${shownFrom.days}
    order by sum(times) desc, max(missed_on) desc, words limit ${mostShown}`.execute(db);
  return rows;
}
