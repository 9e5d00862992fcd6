import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSignedCookie } from "hono/cookie";
import { afterAll } from "vitest";
import { catalogues } from "../src/catalogues.ts";
import { configFrom } from "../src/config.ts";
import { postSignInLink } from "../src/features/sign-in/commands.ts";
import { workshopChannel } from "../src/features/workshops/workshop/leading/commands.ts";
import { isMerged } from "../src/features/sign-in/queries.ts";
import { isKeptToProvider } from "../src/features/sign-in/providers/queries.ts";
import { type Clock, dateIn, systemClock } from "../src/kernel/clock.ts";
import type { PersonId } from "../src/kernel/ids.ts";
import { listen } from "../src/platform/database/notices.ts";
import { openLive } from "../src/platform/live/live.ts";
import { openLimits } from "../src/platform/rate-limits/limits.ts";
import { openAuthentication } from "../src/platform/sign-in/authentication.ts";
import { openAfterwards } from "../src/platform/web/afterwards.ts";
import { openPageAssets } from "../src/platform/web/assets.ts";
import { openLog } from "../src/platform/web/log.ts";
import { openMetrics } from "../src/platform/web/metrics.ts";
import { publicCache } from "../src/platform/web/public-cache.ts";
import { webServer } from "../src/platform/web/server.ts";
import { translators } from "../src/platform/web/translate.ts";
import { recogniser } from "../src/recogniser.ts";
import { webApp } from "../src/web-app.ts";
import { testDatabase } from "./database.ts";

const secret = "a secret that only the tests know of";

/**
 * The whole web on a database of its own: ask it with `app.request("/cirklar")`, or open `url` in a browser.
 *
 * @param now the clock the pages see; the real one if nothing is said
 */
export async function testWeb(now: Clock = systemClock) {
  const database = await testDatabase();
  const { db, plainPool } = database;
  const translate = translators(catalogues);

  const cache = publicCache();
  const metrics = openMetrics();
  const server = webServer({ fetch: (request, bindings) => app.fetch(request, bindings) }, cache, metrics);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const dataDir = mkdtempSync(join(tmpdir(), "sammanvagt-web-"));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  // The machine itself may be asked, as whoever runs an installation may allow a host of their own network.
  const config = configFrom({ BASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: "silent", INNER_HOSTS: "127.0.0.1" });

  const authentication = openAuthentication({
    pool: plainPool,
    baseUrl: url,
    secret,
    mailLink: (wish) => postSignInLink(db, translate, url, wish),
    isKeptToProvider: (personId) => isKeptToProvider(db, personId as PersonId, dateIn(now())),
    isMerged: (personId) => isMerged(db, personId as PersonId),
  });
  const live = openLive(() => undefined);
  const notices = await listen(database.address, { [workshopChannel]: (workshop) => live.heard(workshop) });
  const log = openLog(process.env.TEST_LOG ?? "silent");
  const afterwards = openAfterwards(log);
  const app: ReturnType<typeof webApp> = webApp({
    db,
    now,
    config,
    secret,
    authentication,
    cache,
    limits: openLimits(db),
    live,
    afterwards,
    log,
    metrics,
    translate,
    recognise: recogniser(authentication),
    assets: openPageAssets(),
    version: "test",
    jobsAreWell: () => true,
  });
  afterAll(async () => {
    await afterwards.settled();
    live.stop();
    await notices.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** The cookie of somebody who has just signed in, for `app.request(path, { headers: { cookie } })`. */
  async function signedIn(personId: string): Promise<string> {
    const { internalAdapter } = await authentication.$context;
    const session = await internalAdapter.createSession(personId);
    const cookie = await generateSignedCookie("sammanvagt.session_token", session.token, secret);
    return cookie.split(";")[0]!;
  }

  return { ...database, app, url, config, cache, live, afterwards, translate, authentication, signedIn };
}
