import { crc32, deflateSync } from "node:zlib";

/** A whole PNG of one colour, with what else it is to hold before its picture. */
export function pngOf(
  width: number,
  height: number,
  ...extra: readonly [name: string, content: Buffer][]
): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + width * 3, 120).fill(0, 0, 1);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const chunks: readonly [string, Buffer][] = [["IHDR", head], ...extra, ["IDAT", rows], ["IEND", Buffer.alloc(0)]];
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return new Uint8Array(Buffer.concat([signature, ...chunks.map(([name, content]) => chunkOf(name, content))]));
}

function chunkOf(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
