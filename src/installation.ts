import { catalogues } from "#catalogues.ts";
import type { Config } from "#config.ts";
import { sessionSecret } from "#installation-secret.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { type OpenDatabase, openDatabase } from "#platform/database/open.ts";
import { version } from "#platform/package-root.ts";
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
  /** What sessions are signed with and kept secrets are sealed with. */
  readonly secret: string;
  close(): Promise<void>;
};

/** Opens the database, brought up to date. */
export async function openInstallation(
  config: Config,
  as: "server" | "command",
  log = openLog(config.logLevel),
): Promise<Installation> {
  const opened = await openDatabase(config, as);
  return {
    config,
    version,
    now: systemClock,
    log,
    opened,
    db: opened.db,
    translate: translators(catalogues),
    secret: sessionSecret(config),
    close: opened.close,
  };
}
