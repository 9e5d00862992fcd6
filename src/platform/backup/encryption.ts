import { randomBytes } from "node:crypto";
import type { BackupKey } from "#platform/backup/backup-key.ts";
import { ByteSource } from "#platform/backup/byte-source.ts";
import { ClosedFile, derived, opened, openedKey, sealed, sealedKey } from "#platform/backup/sealed-key.ts";

const pieceSize = 65_536;
const markSize = 16;

/**
 * Encrypts what comes in, piece by piece, as the file format age does (age-encryption.org/v1): each piece is numbered
 * and the last one marked, so that nothing can be changed, moved, left out or cut off unseen.
 */
export async function* encrypted(plain: AsyncIterable<Uint8Array>, key: BackupKey): AsyncGenerator<Buffer> {
  const { head, fileKey } = await sealedKey(key);
  const salt = randomBytes(16);
  yield Buffer.concat([head, salt]);
  const pieceKey = derived(fileKey, salt, "payload");
  for await (const { no, bytes, isLast } of pieces(new ByteSource(plain), pieceSize)) {
    yield sealed(pieceKey, nonce(no, isLast), bytes);
  }
}

/** Decrypts, and gives no byte that is not as it was written. Ends with a `ClosedFile` when one is not. */
export async function* decrypted(closed: AsyncIterable<Uint8Array>, key: BackupKey): AsyncGenerator<Buffer> {
  const source = new ByteSource(closed);
  const fileKey = await openedKey(source, key);
  const salt = await source.take(16);
  if (salt.length < 16) throw new ClosedFile("damaged");
  const pieceKey = derived(fileKey, salt, "payload");
  for await (const { no, bytes, isLast } of pieces(source, pieceSize + markSize)) {
    const plain = opened(pieceKey, nonce(no, isLast), bytes);
    if (!plain || (plain.length === 0 && no > 0)) throw new ClosedFile("damaged");
    yield plain;
  }
}

/** Cuts into pieces of a size and tells which is the last; there is always one, if only an empty one. */
async function* pieces(source: ByteSource, size: number) {
  let bytes = await source.take(size);
  for (let no = 0; ; no += 1) {
    const next = await source.take(size);
    const isLast = next.length === 0;
    yield { no, bytes, isLast };
    if (isLast) return;
    bytes = next;
  }
}

function nonce(no: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(no), 3);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}
