import { createHash, randomBytes } from "node:crypto";

/** A new secret for a mailed link or an API token: 256 random bits, written so that it can stand in an address. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What we keep of a secret. Nobody can get from here back to a link or a token that works. */
export function secretHash(secret: string): Buffer {
  return createHash("sha256").update(secret, "utf8").digest();
}

const secret = /[A-Za-z0-9_-]{43}/g;

/** A text without its secrets, for whoever looks at a mail after it was sent. */
export function withoutSecrets(text: string): string {
  return text.replace(secret, "…");
}
