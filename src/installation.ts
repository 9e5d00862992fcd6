import { catalogues } from "#catalogues.ts";
import type { Config } from "#config.ts";
import { postSignInLink } from "#features/sign-in/commands.ts";
import { isKeptToProvider } from "#features/sign-in/providers/queries.ts";
import { isMerged } from "#features/sign-in/queries.ts";
import { sessionSecret } from "#installation-secret.ts";
import { type Clock, dateIn, systemClock } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import { type OpenDatabase, openDatabase } from "#platform/database/open.ts";
import { version } from "#platform/package-root.ts";
import { openAuthentication } from "#platform/sign-in/authentication.ts";
import { type Log, openLog } from "#platform/web/log.ts";
import { translators } from "#platform/web/translate.ts";

/** What the server and the command line both stand on. */
export type Installation = {
  readonly config: Config;
  readonly version: string;
  readonly now: Clock;
  readonly log: Log;
  readonly opened: OpenDatabase;
  readonly db: OpenDatabase["db"];
  readonly translate: ReturnType<typeof translators>;
  readonly authentication: ReturnType<typeof openAuthentication>;
  close(): Promise<void>;
};

/** Opens the database, brought up to date, and sign-in on it. */
export async function openInstallation(
  config: Config,
  as: "server" | "command",
  log = openLog(config.logLevel),
): Promise<Installation> {
  const opened = await openDatabase(config, as);
  const translate = translators(catalogues);
  const authentication = openAuthentication({
    pool: opened.plainPool,
    baseUrl: config.baseUrl,
    secret: sessionSecret(config),
    mailLink: (wish) => postSignInLink(opened.db, translate, config.baseUrl, wish),
    isKeptToProvider: (personId) => isKeptToProvider(opened.db, personId as PersonId, dateIn(systemClock())),
    isMerged: (personId) => isMerged(opened.db, personId as PersonId),
  });
  return {
    config,
    version,
    now: systemClock,
    log,
    opened,
    db: opened.db,
    translate,
    authentication,
    close: opened.close,
  };
}
