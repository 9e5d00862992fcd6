import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { ProviderProblem } from "#platform/openid/provider-problem.ts";

const algorithm = "aes-256-gcm";
const [nonceBytes, tagBytes] = [12, 16];

/**
 * Seals a provider's client secret with a key that stands outside the database.
 *
 * @param key the installation's own secret (SESSION_SECRET); a key of its own is made from it
 * @param about whose secret it is, so that one provider's cannot be moved to another's row
 */
export function sealed(secret: string, key: string, about: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyFrom(key), nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Opens a sealed secret. One sealed with another key, or for another provider, cannot be read. */
export function opened(box: Buffer, key: string, about: string): string {
  try {
    const decipher = createDecipheriv(algorithm, keyFrom(key), box.subarray(0, nonceBytes))
      .setAAD(Buffer.from(about))
      .setAuthTag(box.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(box.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8");
  } catch (problem) {
    throw new ProviderProblem("secret_unreadable", { cause: problem });
  }
}

function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "sammanvagt sign-in provider", 32));
}
