import { pipeline } from "node:stream/promises";
import { extract, type Pack, pack } from "tar-stream";

/** A named piece of content: `database/person/000001`. */
export type Entry = { readonly name: string; readonly bytes: Uint8Array };

/** Packs entries one after another as a tar archive, which every system can unpack. */
export async function* packed(entries: AsyncIterable<Entry>, at: Temporal.Instant): AsyncGenerator<Uint8Array> {
  const archive = pack();
  const filled = fill(archive, entries, new Date(at.epochMilliseconds)).catch((problem: Error) =>
    archive.destroy(problem),
  );
  yield* archive as AsyncIterable<Uint8Array>;
  await filled;
}

async function fill(archive: Pack, entries: AsyncIterable<Entry>, mtime: Date): Promise<void> {
  for await (const { name, bytes } of entries) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    archive.entry({ name, mode: 0o600, mtime }, bytes, (problem) => (problem ? reject(problem) : resolve()));
    await promise;
  }
  archive.finalize();
}

/** Unpacks what was so packed. */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const archive = extract();
  const filled = pipeline(chunks, archive as unknown as NodeJS.WritableStream);
  filled.catch(() => undefined);
  for await (const entry of archive)
    yield { name: entry.header.name, bytes: Buffer.concat((await Array.fromAsync(entry)) as Uint8Array[]) };
  await filled;
}
