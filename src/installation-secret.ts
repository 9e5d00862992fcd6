import type { Config } from "#config.ts";
import { Refusal } from "#kernel/refusal.ts";
import { keptSecret, replaceSecret } from "#platform/kept-secret.ts";

const name = "session-secret";

type Where = Pick<Config, "dataDir" | "sessionSecret">;
type Secrets = ReadonlyMap<string, string>;

/** What sessions are signed with, and what codes from apps and secrets of sign-in providers are kept encrypted with. */
export function sessionSecret({ dataDir, sessionSecret: given }: Where): string {
  return given ?? keptSecret(dataDir, name);
}

/** The secrets that go into a backup: without them some of what it holds could not be read again. */
export function secretsToKeep(where: Where): Secrets {
  return new Map([[name, sessionSecret(where)]]);
}

/** Stops a restore on an installation that is told to use another secret than the backup was made with. */
export function refuseOtherSecrets({ sessionSecret: given }: Where, secrets: Secrets): void {
  const kept = secrets.get(name);
  if (given !== undefined && kept !== undefined && given !== kept) throw new Refusal("conflict", "backup.other_secret");
}

/** Puts a backup's secrets where the installation looks for them; one that is given from outside stays there. */
export function restoreSecrets({ dataDir, sessionSecret: given }: Where, secrets: Secrets): void {
  const kept = secrets.get(name);
  if (given === undefined && kept !== undefined) replaceSecret(dataDir, name, kept);
}
