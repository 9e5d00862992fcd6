import { ByteSource } from "#platform/backup/byte-source.ts";

/** A named piece of content. Names are short and plain: `database/person/000001`. */
export type Entry = { readonly name: string; readonly bytes: Uint8Array };

const block = 512;

/** Packs entries one after another as a tar archive, which every system can unpack. */
export async function* packed(entries: AsyncIterable<Entry>, at: Temporal.Instant): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of entries) {
    yield headOf(name, bytes.length, Math.floor(at.epochMilliseconds / 1_000));
    yield bytes;
    yield Buffer.alloc(padding(bytes.length));
  }
  yield Buffer.alloc(2 * block);
}

/** Unpacks what was so packed. Undefined as the last when what comes in is no such archive, or ends too early. */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry | undefined> {
  const source = new ByteSource(chunks);
  for (;;) {
    const head = await source.take(block);
    if (head.length === block && head.every((byte) => byte === 0)) return;
    const size = sizeIn(head);
    const bytes = size === undefined ? undefined : await source.take(size);
    if (size === undefined || bytes?.length !== size) {
      yield undefined;
      return;
    }
    yield { name: field(head, 0, 100), bytes };
    await source.take(padding(size));
  }
}

function headOf(name: string, size: number, seconds: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long for a name`);
  const head = Buffer.alloc(block);
  head.write(name, 0);
  head.write("0000600\0", 100);
  head.write("0000000\0", 108);
  head.write("0000000\0", 116);
  head.write(octal(size, 11), 124);
  head.write(octal(seconds, 11), 136);
  head.write("0", 156);
  head.write("ustar\u{0}00", 257);
  head.write(`${octal(sumOf(head), 6)}\0 `, 148);
  return head;
}

function sizeIn(head: Buffer): number | undefined {
  if (head.length < block || field(head, 257, 5) !== "ustar") return undefined;
  if (Number.parseInt(field(head, 148, 8), 8) !== sumOf(head)) return undefined;
  return Number.parseInt(field(head, 124, 12), 8);
}

/** Over the whole head, the eight places of the sum itself counted as spaces. */
function sumOf(head: Buffer): number {
  return head.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}

function field(head: Buffer, at: number, length: number): string {
  const text = head.toString("utf8", at, at + length);
  const end = text.indexOf("\0");
  return end < 0 ? text : text.slice(0, end);
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, "0");
}

function padding(size: number): number {
  return (block - (size % block)) % block;
}
