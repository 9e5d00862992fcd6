import { Buffer } from "node:buffer";
import { promisify } from "node:util";
import { createInflateRaw, inflateRaw } from "node:zlib";

/** A part of a packed (zip) file, as its table of contents tells. */
export type PackedPart = {
  readonly name: string;
  readonly offset: number;
  readonly packed: number;
  readonly method: number;
};

/** The parts of a packed file by its table of contents; nothing when it is cut short, locked or no packed file at all. */
export function packedParts(bytes: Uint8Array): readonly PackedPart[] | undefined {
  const file = bufferOf(bytes);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 20 > file.length) return undefined;
  const parts: PackedPart[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = file.readUInt16LE(at + 28);
    const part = {
      name: file.toString("utf8", at + 46, at + 46 + nameLength),
      offset: file.readUInt32LE(at + 42),
      packed: file.readUInt32LE(at + 20),
      method: file.readUInt16LE(at + 10),
    };
    if (part.offset + 30 > file.length || (file.readUInt16LE(at + 8) & 1) === 1) return undefined;
    parts.push(part);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

/**
 * Unfolds every part of a packed file, counting: the sizes a packed file states about itself can be lies. Tells whether
 * all of it stays within the limit, without keeping what was unfolded.
 *
 * @throws what the unpacking says of a part that cannot be unfolded
 */
export async function unfoldsWithin(bytes: Uint8Array, parts: readonly PackedPart[], limit: number): Promise<boolean> {
  const file = bufferOf(bytes);
  let left = limit;
  for (const { offset, packed, method } of parts) {
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    left -= method === 0 ? packed : await unfoldedSize(file.subarray(start, start + packed), left);
    if (left < 0) return false;
  }
  return true;
}

/**
 * What stands in one part of a packed file.
 *
 * @throws what the unpacking says of a part that cannot be unfolded, or is larger than the limit
 */
export async function unfolded(
  bytes: Uint8Array,
  { offset, packed, method }: PackedPart,
  limit: number,
): Promise<Buffer> {
  const file = bufferOf(bytes);
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const part = file.subarray(start, start + packed);
  return method === 0 ? part : promisify(inflateRaw)(part, { maxOutputLength: limit });
}

function unfoldedSize(packed: Buffer, limit: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const inflate = createInflateRaw();
    let size = 0;
    inflate.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return;
      inflate.destroy();
      resolve(size);
    });
    inflate.on("end", () => resolve(size));
    inflate.on("error", reject);
    inflate.end(packed);
  });
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
