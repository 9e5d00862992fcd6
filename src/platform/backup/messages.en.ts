import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#platform/backup/messages.sv.ts";

export const en = {
  "backup.no_file": "{file} does not exist",
  "backup.unreadable": "{file} cannot be read. Check the rights",
  "backup.exists": "{file} exists already. A backup is never written over: choose another name",
  "backup.no_folder": "The folder of {file} does not exist. Make it first",
  "backup.not_writable": "{file} cannot be written. Check the rights",
  "backup.disk_full": "The disk was full before {file} was finished. Nothing was kept",
  "backup.nothing": "There is nothing to back up yet: the database is empty",
  "backup.broken_attachment":
    "The file {key} in DATA_DIR/files is damaged. Put it back from an older backup or remove it, and try again",
  "backup.no_key":
    "The backup is encrypted, and there is no key. Name the key file with --key-file, or set the key in BACKUP_KEY",
  "backup.no_key_file": "The key file {file} cannot be read",
  "backup.bad_key": "The key is mistyped or empty. Check that all of it came along",
  "backup.short_key": "The key is too short: a passphrase needs at least 16 characters",
  "backup.only_locks": "This is the public key, which can only lock. The secret one is needed to read the backup",
  "backup.not_a_backup": "The file is not a backup",
  "backup.not_ours": "The file is not a backup of Sammanvägt, or is not whole",
  "backup.wrong_key": "The key does not open this backup. It is locked with another",
  "backup.damaged": "The backup is damaged or cut off. Nothing was changed. Fetch the file again, or take an older one",
  "backup.newer":
    "The backup was made by version {version}, and this is version {ours}. Install version {version} or a later one first",
  "backup.unknown_migration":
    "The backup was made by a later version ({version}), which has the migration {name}. Install that version or a later one first",
  "backup.changed_migration":
    "The migration {name} is not what it was when the backup was made (version {version}). Use an unchanged version",
  "backup.not_empty":
    "There is content here already. Say --replace if the backup is to take the place of all of it. Make a backup of what is here first",
  "backup.others_database":
    "The database holds something else than Sammanvägt. Name a database of its own in DATABASE_URL",
  "backup.running":
    "Sammanvägt is running ({count, plural, one {process} other {processes}} {processes}). Stop it first, then restore",
  "backup.busy":
    "Somebody else is using the tables of the database right now. Nothing was changed. Try again in a while",
  "backup.other_secret":
    "SESSION_SECRET is another than when the backup was made, so codes from apps would stop working. Unset it, and the right secret is put in DATA_DIR",
  "backup.not_erased":
    "The content is restored, but what was due to be erased since could not be: {problem}. Correct the fault and start, and it is done again",
  "backup.made":
    "{file}: {tables} tables, {rows, number} rows, {attachments, number} attachments, {bytes, number} bytes",
  "backup.checked":
    "Whole and readable: made {at} by version {version}, {rows, number} rows, {attachments, number} attachments",
  "backup.restored": "Restored to {at}: {rows, number} rows, {attachments, number} attachments",
  "backup.sum": "SHA-256 {sha256}",
  "backup.chain_whole": "The chain of the audit trail is whole",
  "backup.chain_broken": "The chain of the audit trail is broken, as it was when the backup was made. Run audit verify",
  "backup.sign_in_again": "Everybody signs in again. API tokens revoked since then are valid again: look them over",
  "backup.new_key":
    "A key was made in {file}. Keep a copy of it elsewhere than the backup: without the key the backup cannot be read, and beside the backup it protects nothing",
  "backup.key_made": "Secret key: {file}. Do not keep it on the server",
  "backup.public_key": "Public key, for BACKUP_KEY on the server: {publicKey}",
  "backup.beside_data": "The backup lies in DATA_DIR, on the same disk as what it is to protect. Move it elsewhere",
} as const satisfies Catalogue<keyof typeof sv>;
