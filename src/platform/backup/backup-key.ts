import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject, randomBytes } from "node:crypto";
import { bech32, bytesOfBech32 } from "#platform/backup/bech32.ts";

/** What locks a backup, and what opens it. Written as age writes its keys, so that its own program understands them. */
export type BackupKey =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  /** Opens what its public half has locked. */
  | { readonly kind: "secret"; readonly secret: Buffer }
  /** Can only lock: whoever makes backups with it cannot read them. */
  | { readonly kind: "public"; readonly publicKey: Buffer };

const publicPrefix = "age";
const secretPrefix = "age-secret-key-";

/**
 * Reads a key: a public one (`age1…`), a secret one (`AGE-SECRET-KEY-1…`, alone or in a file with remarks), or a
 * passphrase, which is anything else. Undefined when it looks like a key and is mistyped, or is empty.
 */
export function readKey(written: string): BackupKey | undefined {
  const lines = written.split("\n").map((line) => line.trim());
  const said = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const [first = ""] = said;
  if (said.length === 0) return undefined;
  if (said.length === 1 && first.toLowerCase().startsWith(secretPrefix)) {
    const secret = ofLength(32, bytesOfBech32(secretPrefix, first));
    return secret && { kind: "secret", secret };
  }
  if (said.length === 1 && first.startsWith(`${publicPrefix}1`)) {
    const publicKey = ofLength(32, bytesOfBech32(publicPrefix, first));
    return publicKey && { kind: "public", publicKey };
  }
  return { kind: "passphrase", passphrase: written.trim() };
}

function ofLength(length: number, bytes: Buffer | undefined): Buffer | undefined {
  return bytes?.length === length ? bytes : undefined;
}

/** A new secret key as it stands in its file, with its public half in a remark. */
export function newKeyFile(): { content: string; publicKey: string } {
  const secret = randomBytes(32);
  const publicKey = bech32(publicPrefix, publicHalf(secret));
  return { content: `# public key: ${publicKey}\n${bech32(secretPrefix, secret).toUpperCase()}\n`, publicKey };
}

export function publicHalf(secret: Buffer): Buffer {
  return rawPublic(createPublicKey(privateOf(secret)));
}

/** What the owner of a secret key and the owner of the other public one both know, and nobody else (X25519). */
export function sharedSecret(secret: Buffer, other: Buffer): Buffer {
  const publicKey = createPublicKey({ key: Buffer.concat([publicHead, other]), format: "der", type: "spki" });
  return diffieHellman({ privateKey: privateOf(secret), publicKey });
}

// What stands before the 32 bytes of a key in the only shape that Node reads it in.
const privateHead = Buffer.from("302e020100300506032b656e04220420", "hex");
const publicHead = Buffer.from("302a300506032b656e032100", "hex");

function privateOf(secret: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privateHead, secret]), format: "der", type: "pkcs8" });
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: "der", type: "spki" }).subarray(publicHead.length);
}
