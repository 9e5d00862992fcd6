import { createHmac } from "node:crypto";

/** What an authenticator app shows now for the key it was given (RFC 6238, 30 seconds, six digits). */
export function oneTimeCode(key: string, at = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac("sha1", bytesOf(key)).update(counter).digest();
  const offset = digest[digest.length - 1]! & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

/** Base32, as keys are written for people. */
function bytesOf(key: string): Buffer {
  const bits = Array.from(key.replace(/[=\s]/g, "").toUpperCase(), (sign) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"),
  );
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
