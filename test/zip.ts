import { inflateRawSync } from "node:zlib";

/** The files of a zip archive as text, by their names: read by its table of contents, as Word does. */
export function filesInZip(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name] = [10, 20, 28].map((from) =>
      from === 20 ? bytes.readUInt32LE(at + from) : bytes.readUInt16LE(at + from),
    );
    const [extra, comment, start] = [
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(from, from + size!);
    files.set(
      bytes.toString("utf8", at + 46, at + 46 + name!),
      (method === 0 ? packed : inflateRawSync(packed)).toString("utf8"),
    );
    at += 46 + name! + extra + comment;
  }
  return files;
}

/** Why a text is no well-formed XML, as far as its tags tell; nothing when it is. */
export function problemInXml(text: string): string | undefined {
  const open: string[] = [];
  for (const [tag, end, name, rest] of text.matchAll(
    /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*\s*\/?)>|<[^?!]/gu,
  )) {
    if (name === undefined) return `${tag} begins no tag`;
    if (end) {
      const opened = open.pop();
      if (opened !== name) return `</${name}> ends <${opened ?? "nothing"}>`;
    } else if (!rest!.endsWith("/")) open.push(name);
  }
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu.test(text)) return "a bare &";
  return open.length > 0 ? `<${open.at(-1)}> is never ended` : undefined;
}

/** A zip archive of some texts, by their names, as it would be without packing. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const parts = Object.entries(files).map(([name, text]) => ({ name: Buffer.from(name), bytes: Buffer.from(text) }));
  const heads: Buffer[] = [];
  const locals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(name.length, 26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt32LE(bytes.length, 20);
    head.writeUInt32LE(bytes.length, 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(offset, 42);
    heads.push(head, name);
    locals.push(local, name, bytes);
    offset += 30 + name.length + bytes.length;
  }
  const contents = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, contents, end]));
}
