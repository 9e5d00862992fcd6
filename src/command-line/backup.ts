import { relative, resolve } from "node:path";
import type { Command } from "commander";
import { commandConfig, mustOwn } from "#command-line/acting.ts";
import { answer, type Terminal } from "#command-line/terminal.ts";
import type { CheckedBackup } from "#platform/backup/backup-reading.ts";

type BackupOptions = { keyFile?: string; json?: boolean };
type RestoreOptions = BackupOptions & { replace?: boolean; verifyOnly?: boolean };

/** backup, restore and backup-key: the whole installation in one encrypted file, and back. */
export function registerBackup(program: Command, terminal: Terminal): void {
  const keyFile = ["--key-file <file>", "the key; left out: BACKUP_KEY, else the key kept in DATA_DIR"] as const;

  program
    .command("backup")
    .description("write the whole installation, database and attachments, to one encrypted file")
    .argument("<file>", "where to; it must not exist")
    .option(...keyFile)
    .option("--json", "for a machine to read")
    .action((file: string, options: BackupOptions) => makeBackup(terminal, file, options));

  program
    .command("restore")
    .description("put a backup in the place of what is here, all of it or nothing")
    .argument("<file>", "the backup")
    .option(...keyFile)
    .option("--replace", "also when there is content here already")
    .option("--verify-only", "read the whole backup, tell whether it is good, and write nothing")
    .option("--json", "for a machine to read")
    .action((file: string, options: RestoreOptions) =>
      options.verifyOnly ? verify(terminal, file, options) : restoreFrom(terminal, file, options),
    );

  program
    .command("backup-key")
    .description("make a key: the secret half in a file to keep elsewhere, the public half for BACKUP_KEY here")
    .argument("<file>", "where to put the secret half; it must not exist")
    .option("--json", "for a machine to read")
    .action(async (file: string, { json }: { json?: boolean }) => {
      const { makeKeyFile } = await import("#platform/backup/key-choice.ts");
      const { t } = await import("#command-line/sentences.ts");
      const publicKey = await makeKeyFile(file);
      answer(terminal, { file, publicKey }, json, () => [
        t("backup.public_key", { publicKey }),
        t("backup.key_made", { file }),
      ]);
    });
}

async function makeBackup(terminal: Terminal, file: string, { keyFile, json }: BackupOptions): Promise<void> {
  const { lockingKey } = await import("#platform/backup/key-choice.ts");
  const { backUp } = await import("#platform/backup/back-up.ts");
  const { withOwner, asDatabaseOwner } = await import("#platform/database/open.ts");
  const { TemporalClient } = await import("#platform/database/temporal-client.ts");
  const { openFiles } = await import("#platform/files/files.ts");
  const { secretsToKeep } = await import("#installation-secret.ts");
  const { t } = await import("#command-line/sentences.ts");
  const { config, by, version, now } = await ownersGround(terminal);

  const { key, made: madeKey } = await lockingKey({
    keyFile,
    backupKey: config.backupKey,
    dataDir: config.dataDir,
  });
  const wish = {
    by,
    key,
    version,
    now: now(),
    file: resolve(file),
    files: openFiles(config.dataDir),
    secrets: secretsToKeep(config),
  };
  const made = await asDatabaseOwner(config, (address) =>
    withOwner(address, (owner) => backUp(owner, wish), TemporalClient),
  );
  answer(terminal, { file, ...made, ...(madeKey && { key: madeKey }) }, json, () => [
    t("backup.made", { file, ...made }),
    t("backup.sum", { sha256: made.sha256 }),
  ]);
  if (madeKey) terminal.warn(t("backup.new_key", { file: madeKey }));
  if (!relative(config.dataDir, resolve(file)).startsWith("..")) terminal.warn(t("backup.beside_data"));
}

async function verify(terminal: Terminal, file: string, { keyFile, json }: RestoreOptions): Promise<void> {
  const { openingKey } = await import("#platform/backup/key-choice.ts");
  const { verifyBackup } = await import("#platform/backup/restore.ts");
  const { migrations } = await import("#platform/database/open.ts");
  const { version } = await import("#platform/package-root.ts");
  const { t } = await import("#command-line/sentences.ts");
  const { backupKey, dataDir } = await commandConfig(terminal);
  const checked = await verifyBackup(file, {
    key: openingKey({ keyFile, backupKey, dataDir }),
    version,
    migrations: migrations(),
  });
  const told = contentOf(checked);
  answer(terminal, { ...told, head: checked.manifest.auditHead }, json, () => [
    t("backup.checked", told),
    t("backup.sum", told),
  ]);
}

async function restoreFrom(
  terminal: Terminal,
  file: string,
  { keyFile, json, replace = false }: RestoreOptions,
): Promise<void> {
  const { openingKey } = await import("#platform/backup/key-choice.ts");
  const { restore } = await import("#platform/backup/restore.ts");
  const { eraseWhatIsDue } = await import("#due-deletions.ts");
  const { isEmpty } = await import("#first-content.ts");
  const { refuseOtherSecrets, restoreSecrets } = await import("#installation-secret.ts");
  const { migrations } = await import("#platform/database/open.ts");
  const { openFiles } = await import("#platform/files/files.ts");
  const { t } = await import("#command-line/sentences.ts");
  const { config, by, version, now } = await ownersGround(terminal);

  const { checked, audit } = await restore({
    by,
    file,
    key: openingKey({ keyFile, backupKey: config.backupKey, dataDir: config.dataDir }),
    files: openFiles(config.dataDir),
    version,
    where: config,
    migrations: migrations(),
    replace,
    isEmpty,
    refuseSecrets: (secrets) => refuseOtherSecrets(config, secrets),
    keepSecrets: (secrets) => restoreSecrets(config, secrets),
    eraseDue: async (db) => void (await eraseWhatIsDue(db, now)),
  });
  const told = contentOf(checked);
  answer(terminal, { ...told, head: checked.manifest.auditHead, audit }, json, () => [
    t("backup.restored", told),
    t(audit.ok ? "backup.chain_whole" : "backup.chain_broken"),
    t("backup.sign_in_again"),
  ]);
}

/** What only whoever owns the machine may do, and without opening the database, which may be old or not there. */
async function ownersGround(terminal: Terminal) {
  const { version } = await import("#platform/package-root.ts");
  const { systemClock } = await import("#kernel/clock.ts");
  const { machineOwner } = await import("#features/organisations/people/actor-roles.ts");
  const config = await commandConfig(terminal);
  mustOwn(config.dataDir);
  return { config, by: machineOwner, version, now: systemClock };
}

function contentOf({ opening, manifest, bytes, sha256 }: CheckedBackup) {
  const streams = manifest.parts.flatMap((part) => part.streams);
  const rows = streams
    .filter(({ name }) => name.startsWith("database/"))
    .reduce((sum, each) => sum + (each.rows ?? 0), 0);
  const attachments = streams.find(({ name }) => name === "attachments")?.entries ?? 0;
  const at = Temporal.Instant.from(opening.createdAt).toString({ smallestUnit: "second" });
  return { at, version: opening.version, rows, attachments, bytes, sha256 };
}
