import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from "node:crypto";
import { type BackupKey, publicHalf, sharedSecret } from "#platform/backup/backup-key.ts";
import type { ByteSource } from "#platform/backup/byte-source.ts";

const versionLine = "age-encryption.org/v1";
const noNonce = Buffer.alloc(12);
// Half a second and 128 MB for each passphrase somebody tries.
const work = 17;
const mostWork = 20;

/** Why a file did not open: it is none of this kind, the key is another one, or it was cut off or changed. */
export type Closed = "not_encrypted" | "wrong_key" | "damaged";

export class ClosedFile extends Error {
  readonly why: Closed;
  constructor(why: Closed) {
    super(why);
    this.name = "ClosedFile";
    this.why = why;
  }
}

/** The beginning of an encrypted file, which holds the file's own key, locked with ours. */
export async function sealedKey(key: BackupKey): Promise<{ head: Buffer; fileKey: Buffer }> {
  const fileKey = randomBytes(16);
  const text = `${versionLine}\n${await stanzaOf(key, fileKey)}\n---`;
  return { head: Buffer.from(`${text} ${base64(macOf(fileKey, text))}\n`), fileKey };
}

/** Reads the beginning of an encrypted file and opens the file's own key with ours. */
export async function openedKey(source: ByteSource, key: BackupKey): Promise<Buffer> {
  if ((await source.line(100)) !== versionLine) throw new ClosedFile("not_encrypted");
  const lines = [versionLine];
  for (;;) {
    const line = await source.line(1_000);
    if (line === undefined || lines.length > 100) throw new ClosedFile("damaged");
    if (line.startsWith("---")) {
      const fileKey = await firstOpened(stanzasIn(lines.slice(1)), key);
      if (!fileKey) throw new ClosedFile("wrong_key");
      const mac = macOf(fileKey, [...lines, "---"].join("\n"));
      if (line !== `--- ${base64(mac)}` || !timingSafeEqual(mac, bytesOf(line.slice(4))))
        throw new ClosedFile("damaged");
      return fileKey;
    }
    lines.push(line);
  }
}

type Stanza = { readonly words: readonly string[]; readonly body: Buffer };

/** Each begins with a line of words and ends with a line that is shorter than the others. */
function stanzasIn(lines: readonly string[]): Stanza[] {
  const stanzas: Stanza[] = [];
  let words: readonly string[] | undefined;
  let body = "";
  for (const line of lines) {
    if (!words) {
      if (!line.startsWith("-> ")) throw new ClosedFile("damaged");
      words = line.slice(3).split(" ");
      continue;
    }
    body += line;
    if (line.length >= 64) continue;
    stanzas.push({ words, body: bytesOf(body) });
    words = undefined;
    body = "";
  }
  return stanzas;
}

async function stanzaOf(key: BackupKey, fileKey: Buffer): Promise<string> {
  if (key.kind === "passphrase") {
    const salt = randomBytes(16);
    const wrapKey = await stretched(key.passphrase, salt, work);
    return `-> scrypt ${base64(salt)} ${work}\n${base64(sealed(wrapKey, noNonce, fileKey))}`;
  }
  const recipient = key.kind === "public" ? key.publicKey : publicHalf(key.secret);
  const once = randomBytes(32);
  const share = publicHalf(once);
  const wrapKey = agreed(sharedSecret(once, recipient), share, recipient);
  return `-> X25519 ${base64(share)}\n${base64(sealed(wrapKey, noNonce, fileKey))}`;
}

async function firstOpened(stanzas: readonly Stanza[], key: BackupKey): Promise<Buffer | undefined> {
  for (const { words, body } of stanzas) {
    const wrapKey = body.length === 32 ? await wrapKeyOf(words, key) : undefined;
    const fileKey = wrapKey && opened(wrapKey, noNonce, body);
    if (fileKey) return fileKey;
  }
  return undefined;
}

async function wrapKeyOf([kind, first = "", second = ""]: readonly string[], key: BackupKey) {
  if (kind === "scrypt" && key.kind === "passphrase") {
    const salt = bytesOf(first);
    const asked = /^[1-9]\d?$/.test(second) ? Number(second) : Infinity;
    return salt.length === 16 && asked <= mostWork ? stretched(key.passphrase, salt, asked) : undefined;
  }
  if (kind === "X25519" && key.kind === "secret") {
    const share = bytesOf(first);
    return share.length === 32 ? agreedWith(key.secret, share) : undefined;
  }
  return undefined;
}

function agreedWith(secret: Buffer, share: Buffer): Buffer | undefined {
  try {
    return agreed(sharedSecret(secret, share), share, publicHalf(secret));
  } catch {
    return undefined; // A share that gives every key the same secret.
  }
}

function agreed(shared: Buffer, share: Buffer, recipient: Buffer): Buffer {
  return derived(shared, Buffer.concat([share, recipient]), `${versionLine}/X25519`);
}

function stretched(passphrase: string, salt: Buffer, logarithm: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const options = { N: 2 ** logarithm, r: 8, p: 1, maxmem: 2 ** logarithm * 1_024 + 2 ** 20 };
  const salted = Buffer.concat([Buffer.from(`${versionLine}/scrypt`), salt]);
  scrypt(passphrase, salted, 32, options, (problem, made) => (problem ? reject(problem) : resolve(made)));
  return promise;
}

function macOf(fileKey: Buffer, text: string): Buffer {
  return createHmac("sha256", derived(fileKey, Buffer.alloc(0), "header"))
    .update(text, "latin1")
    .digest();
}

export function derived(key: Buffer, salt: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, purpose, 32));
}

/** Encrypted, with a mark at its end that tells whether anything of it was changed. */
export function sealed(key: Buffer, nonce: Buffer, plain: Uint8Array): Buffer {
  const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Decrypted; undefined when the key is another one or anything was changed. */
export function opened(key: Buffer, nonce: Buffer, closed: Buffer): Buffer | undefined {
  if (closed.length < 16) return undefined;
  const decipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(closed.subarray(-16));
  const plain = decipher.update(closed.subarray(0, -16));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}

/** Nothing at all when it is not written in the one way there is to write it. */
function bytesOf(written: string): Buffer {
  const bytes = Buffer.from(written, "base64");
  return base64(bytes) === written ? bytes : Buffer.alloc(0);
}
