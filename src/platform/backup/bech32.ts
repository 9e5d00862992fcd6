const letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * Writes bytes as letters and digits that tell when one was mistyped (BIP 173): how age writes its keys.
 * Lower case; a key that is to be kept secret is shown in capitals.
 */
export function bech32(prefix: string, bytes: Uint8Array): string {
  const words = regrouped(bytes, 8, 5, true) ?? [];
  const remainder = checksum([...expanded(prefix), ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = Array.from({ length: 6 }, (_, at) => (remainder >> (5 * (5 - at))) & 31);
  return `${prefix}1${[...words, ...check].map((word) => letters[word]).join("")}`;
}

/** Reads what was so written; undefined when it is mistyped, mixes capitals with small letters, or begins otherwise. */
export function bytesOfBech32(prefix: string, written: string): Buffer | undefined {
  const text = written.toLowerCase();
  if (written !== text && written !== written.toUpperCase()) return undefined;
  if (!text.startsWith(`${prefix}1`)) return undefined;
  const words = Array.from(text.slice(prefix.length + 1), (letter) => letters.indexOf(letter));
  if (words.length < 6 || words.includes(-1) || checksum([...expanded(prefix), ...words]) !== 1) return undefined;
  const bytes = regrouped(words.slice(0, -6), 5, 8, false);
  return bytes && Buffer.from(bytes);
}

function expanded(prefix: string): number[] {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function checksum(words: readonly number[]): number {
  let sum = 1;
  for (const word of words) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ word;
    generators.forEach((generator, bit) => {
      if ((top >> bit) & 1) sum ^= generator;
    });
  }
  return sum >>> 0;
}

/** Cuts a row of bits otherwise: bytes into groups of five bits and back. Undefined when bits that are left over are set. */
function regrouped(groups: Iterable<number>, from: number, to: number, isPadded: boolean): number[] | undefined {
  const cut: number[] = [];
  let held = 0;
  let bits = 0;
  for (const group of groups) {
    held = ((held << from) | group) & 0xfff;
    bits += from;
    while (bits >= to) {
      bits -= to;
      cut.push((held >> bits) & (2 ** to - 1));
    }
  }
  const rest = (held << (to - bits)) & (2 ** to - 1);
  if (isPadded) return bits > 0 ? [...cut, rest] : cut;
  return bits >= from || rest !== 0 ? undefined : cut;
}
