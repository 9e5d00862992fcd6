import { clockwork } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { enqueueAll } from "#platform/jobs/enqueue.ts";
import { type Mail, post } from "#platform/mail/mail.ts";
import { newsMailJob } from "#features/knowledge/search/news/news-jobs.ts";
import { type News, peopleToTell } from "#features/knowledge/search/news/queries.ts";

/** Lets everybody who wants to be told be told this month. */
export function beginTelling(db: Database, now: Clock): Promise<void> {
  return change(db, clockwork, async (tx) => {
    const today = dateIn(now());
    const month = today.toString().slice(0, 7);
    const people = await peopleToTell(tx, today);
    await enqueueAll(
      tx,
      newsMailJob,
      people.map((personId) => ({ personId, month })),
    );
    markRecorded(tx);
  });
}

/** Tells one person what is new, once a month, and remembers until when they have been told. */
export function tellNews(db: Database, now: Clock, news: News, mail: Mail): Promise<void> {
  return change(db, clockwork, async (tx) => {
    const last_told_on = dateIn(now());
    if ((await post(tx, mail)) === undefined) return markRecorded(tx);
    await tx
      .updateTable("saved_search")
      .set({ last_told_on })
      .where("person_id", "=", news.personId)
      .where("is_mailed", "=", true)
      .execute();
    await tx.updateTable("knowledge_digest").set({ last_told_on }).where("person_id", "=", news.personId).execute();
    await record(tx, { by: clockwork, what: "knowledge.news_told", about: news.personId });
  });
}
