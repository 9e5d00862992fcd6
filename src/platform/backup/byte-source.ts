/** Bytes that come in pieces of any size, taken in pieces of the size that is wanted. */
export class ByteSource {
  readonly #incoming: AsyncIterator<Uint8Array>;
  #waiting: Buffer[] = [];
  #size = 0;

  constructor(incoming: AsyncIterable<Uint8Array>) {
    this.#incoming = incoming[Symbol.asyncIterator]();
  }

  /** The next so many bytes; fewer when the source ends before. */
  async take(wanted: number): Promise<Buffer> {
    while (this.#size < wanted && (await this.#more()));
    return this.#cut(Math.min(wanted, this.#size));
  }

  /** Everything until the end of a line, without the end; undefined when there is none within so many bytes. */
  async line(longest: number): Promise<string | undefined> {
    for (;;) {
      const seen = this.#cut(this.#size);
      this.#put(seen);
      const end = seen.indexOf("\n");
      if (end >= 0 && end <= longest) return this.#cut(end + 1).toString("latin1", 0, end);
      if (end >= 0 || seen.length > longest || !(await this.#more())) return undefined;
    }
  }

  async #more(): Promise<boolean> {
    const next = await this.#incoming.next();
    if (next.done === true) return false;
    const { buffer, byteOffset, byteLength } = next.value;
    this.#put(Buffer.from(buffer, byteOffset, byteLength));
    return true;
  }

  #put(piece: Buffer): void {
    this.#waiting.push(piece);
    this.#size += piece.length;
  }

  #cut(length: number): Buffer {
    const whole = this.#waiting.length === 1 ? (this.#waiting[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#waiting);
    const rest = whole.subarray(length);
    this.#waiting = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
    return whole.subarray(0, length);
  }
}
