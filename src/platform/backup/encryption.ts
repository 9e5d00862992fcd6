import { ReadableStream } from "node:stream/web";
import { Decrypter, Encrypter, identityToRecipient } from "age-encryption";
import { Refusal } from "#kernel/refusal.ts";
import type { BackupKey } from "#platform/backup/backup-key.ts";

/** What an encrypted file begins with. */
export const firstLine = "age-encryption.org/v1\n";

// 128 MB and half a second for each passphrase that somebody tries.
const work = 17;

/** Encrypts what comes in as the file format age does (age-encryption.org/v1), as it comes. */
export async function* encrypted(plain: AsyncIterable<Uint8Array>, key: BackupKey): AsyncGenerator<Uint8Array> {
  const age = new Encrypter();
  if (key.kind === "passphrase") {
    age.setPassphrase(key.text);
    age.setScryptWorkFactor(work);
  } else age.addRecipient(key.kind === "public" ? key.text : await identityToRecipient(key.text));
  yield* await age.encrypt(asStream(plain));
}

/** Decrypts, and gives no byte that is not as it was written: nothing was changed, moved, left out or cut off. */
export async function* decrypted(closed: AsyncIterable<Uint8Array>, key: BackupKey): AsyncGenerator<Uint8Array> {
  const age = new Decrypter();
  if (key.kind === "passphrase") age.addPassphrase(key.text);
  else if (key.kind === "secret") age.addIdentity(key.text);
  try {
    yield* await age.decrypt(asStream(closed));
  } catch (problem) {
    throw whyClosed(problem as NodeJS.ErrnoException);
  }
}

/** The library says only in words why it did not open a file. What has a code went wrong before it: on the disk. */
function whyClosed(problem: NodeJS.ErrnoException): Error {
  if (typeof problem.code === "string") return problem;
  const isOtherKey = problem.message.startsWith("no identity matched");
  return new Refusal("invalid", isOtherKey ? "backup.wrong_key" : "backup.damaged");
}

/** The same class as the browser's, under the browser's type. */
function asStream(chunks: AsyncIterable<Uint8Array>) {
  return ReadableStream.from(chunks) as globalThis.ReadableStream<Uint8Array>;
}
