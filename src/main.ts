import type { Server } from "node:http";
import type { Config } from "#config.ts";
import { runningSearch } from "#features/knowledge/search/running/queries.ts";
import { workshopChannel } from "#features/workshops/workshop/leading/commands.ts";
import { preparedContent } from "#first-content.ts";
import { type Installation, openInstallation } from "#installation.ts";
import { openSignIn } from "#installation-sign-in.ts";
import { jobHandlers } from "#job-handlers.ts";
import { startSealer } from "#platform/audit/sealer.ts";
import { listen } from "#platform/database/notices.ts";
import { startWorker } from "#platform/jobs/worker.ts";
import { openLive } from "#platform/live/live.ts";
import { openMailer } from "#platform/mail/mailer.ts";
import { openLimits } from "#platform/rate-limits/limits.ts";
import { StartProblem } from "#platform/start-problem.ts";
import { openAfterwards } from "#platform/web/afterwards.ts";
import { openPageAssets } from "#platform/web/assets.ts";
import { openMetrics } from "#platform/web/metrics.ts";
import { publicCache } from "#platform/web/public-cache.ts";
import { webServer } from "#platform/web/server.ts";
import { recogniser } from "#recogniser.ts";
import { webApp } from "#web-app.ts";

/** How long requests under way may take to finish when the process is told to stop, in milliseconds. */
const patience = 10_000;

/**
 * Runs the installation: database, content for an empty one, jobs, web. Gives the way to stop it, which lets what is
 * under way finish.
 */
export async function serve(
  config: Config,
): Promise<{ stop: () => Promise<void>; installation: Installation; demo: readonly string[] }> {
  const installation = await openInstallation(config, "server");
  const { db, opened, log, now, secret, translate, version } = installation;
  try {
    const authentication = openSignIn(installation);
    const demo = await preparedContent(installation, authentication);
    const mailer = config.smtpUrl
      ? openMailer(config.smtpUrl, { name: "Sammanvägt", address: config.mailFrom })
      : undefined;
    const worker = await startWorker(opened.plainPool, { db, now, config, translate, mailer, log }, jobHandlers);
    const sealer = startSealer(db, log);
    const cache = publicCache();
    const live = openLive((error) => log.error({ error: String(error) }, "what many watch could not be read"));
    const search = runningSearch(db);
    const following = search.follow(log);
    const notices = await listen(opened.address, {
      search_changed: search.heard,
      public_content: () => cache.drop(),
      [workshopChannel]: (workshop) => live.heard(workshop),
    });

    const afterwards = openAfterwards(log);
    const metrics = openMetrics();
    const app = webApp({
      db,
      now,
      config,
      secret,
      authentication,
      log,
      metrics,
      translate,
      cache,
      limits: openLimits(db, { raisedNetworkCeiling: config.networkCeiling }),
      live,
      afterwards,
      recognise: recogniser(authentication),
      assets: openPageAssets(),
      version,
      jobsAreWell: worker.isWell,
    });
    const server = webServer(app, cache, metrics);
    await listening(server, config);

    const stop = async () => {
      live.stop();
      await closed(server);
      await following.stop();
      await afterwards.settled();
      await worker.stop();
      await sealer.stop();
      await notices.close();
      mailer?.close();
      await installation.close();
    };
    return { stop, installation, demo };
  } catch (problem) {
    await installation.close();
    throw problem;
  }
}

function listening(server: Server, { host, port }: Config): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE")
      reject(new StartProblem(`PORT is ${port}, which another program is using. Set PORT to a free one.`));
    else reject(error);
  });
  server.listen(port, host, resolve);
  return promise;
}

/** Takes no more requests, and waits for those under way as long as patience lasts. */
function closed(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  // A stream that has just been ended leaves a connection that rests, which would be waited for.
  const resting = setInterval(() => server.closeIdleConnections(), 50);
  server.close(() => {
    clearTimeout(cut);
    clearInterval(resting);
    resolve();
  });
  return promise;
}
