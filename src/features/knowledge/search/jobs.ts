import { dateIn } from "#kernel/clock.ts";
import { every, handle, type JobHandler } from "#platform/jobs/worker.ts";
import { forgetOld } from "#features/knowledge/search/misses/commands.ts";
import { beginTelling, tellNews } from "#features/knowledge/search/news/commands.ts";
import { newsMailJob } from "#features/knowledge/search/news/news-jobs.ts";
import { newsMail } from "#features/knowledge/search/news/news-mail.tsx";
import { newsFor } from "#features/knowledge/search/news/queries.ts";

const newsHandler = handle(newsMailJob, async ({ personId, month }, { db, now, config, translate }) => {
  const news = await newsFor(db, personId, month, dateIn(now()));
  if (news) await tellNews(db, now, news, newsMail(translate[news.language], news, config.baseUrl));
});

/** Everything that is done by itself about searching. */
export const searchJobs: readonly JobHandler[] = [
  every("knowledge.forget_searches", "23 * * * *", ({ db, now }) => forgetOld(db, now)),
  every("knowledge.tell_news", "0 7 1 * *", ({ db, now }) => beginTelling(db, now)),
  newsHandler,
];
