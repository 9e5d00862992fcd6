import { Buffer } from "node:buffer";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { largestFile, textOfFile } from "./text-of-file.ts";
import { parseInvitation } from "#features/circles/invitation/queries.ts";

const words = "Träffar på Åsö den 3 mars 2027";

const file = (name: string, bytes: Uint8Array) => ({ name, bytes });

test.each([
  ["UTF-8", Buffer.from(words)],
  ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${words}`)],
  ["UTF-16", Buffer.from(`\uFEFF${words}`, "utf16le")],
  ["Latin-1", Buffer.from(words, "latin1")],
])("a text file in %s is read", async (_, bytes) => {
  expect(await textOfFile(file("Inbjudan.TXT", bytes))).toBe(words);
});

test("Windows-1252 keeps its dashes and quotation marks", async () => {
  expect(await textOfFile(file("a.txt", Buffer.from([0x93, 0xe5, 0x94, 0x20, 0x39, 0x96, 0x31, 0x31])))).toBe(
    "“å” 9–11",
  );
});

test("a web page gives its text, its rows and its links, and runs nothing", async () => {
  const html = `<html><head><title>x</title><script>alert("1/1")</script></head><body><nav>Meny</nav><h1>Cirkel om våld</h1>
    <table><tr><th>Datum</th><th>Plats</th></tr><tr><td>3 mars 2027</td><td>Zoom</td></tr></table>
    <a href="https://anmal.example.se/x">Anmäl dig</a></body></html>`;
  const text = await textOfFile(file("cirkel.html", Buffer.from(html)));
  expect(text).toContain("Cirkel om våld");
  expect(text).toContain("https://anmal.example.se/x");
  expect(text).not.toMatch(/alert|Meny/u);
  expect(parseInvitation(text)).toMatchObject({
    title: "Cirkel om våld",
    sessions: [{ date: "2027-03-03", mode: "digital" }],
    link: "https://anmal.example.se/x",
  });
});

test("a Word file gives its paragraphs", async () => {
  const text = await textOfFile(
    file("inbjudan.docx", wordFile(["Forskningscirkel om delaktighet", "Datum: 3 mars och 7 april 2027 kl 9–12"])),
  );
  expect(parseInvitation(text)).toMatchObject({
    title: "Forskningscirkel om delaktighet",
    sessions: [{ date: "2027-03-03", start: "09:00" }, { date: "2027-04-07" }],
  });
});

test.each([
  [
    "a picture called .txt",
    file("bild.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])),
    "platform.file.holds_no_text",
  ],
  ["a PDF", file("inbjudan.pdf", Buffer.from("%PDF-1.7")), "platform.file.holds_no_text"],
  ["a PDF called .html", file("inbjudan.html", Buffer.from("%PDF-1.7")), "platform.file.holds_no_text"],
  ["an old Word file", file("inbjudan.doc", Buffer.from(words)), "platform.file.holds_no_text"],
  ["a packed file called .txt", file("a.txt", zipOf([["a", Buffer.from("a")]])), "platform.file.holds_no_text"],
  ["text called .docx", file("a.docx", Buffer.from(words)), "platform.file.holds_no_text"],
  ["60 MB", file("a.txt", Buffer.alloc(60 * 1024 * 1024, "a")), "platform.file.too_large"],
  ["a Word file cut short", file("a.docx", wordFile(["x"]).subarray(0, 80)), "platform.file.unreadable"],
  [
    "a packed file that is no Word file",
    file("a.docx", zipOf([["a.txt", Buffer.from("a")]])),
    "platform.file.unreadable",
  ],
  ["an empty file", file("a.txt", Buffer.alloc(0)), "platform.file.no_text"],
  ["nothing but spaces", file("a.txt", Buffer.from(" \n\t ")), "platform.file.no_text"],
])("%s is refused", async (_, chosen, code) => {
  await expect(textOfFile(chosen)).rejects.toMatchObject({ name: "Refusal", kind: "invalid", code });
});

test("a small file that unfolds to more than it may is refused, whatever size it states", async () => {
  const bomb = zipOf([["word/document.xml", Buffer.alloc(60 * 1024 * 1024)]], 10);
  expect(bomb.length).toBeLessThan(largestFile);
  await expect(textOfFile(file("a.docx", bomb))).rejects.toMatchObject({ code: "platform.file.too_large" });
});

/** A packed file of the given parts; `stated` is the unpacked size it claims. */
function zipOf(parts: readonly (readonly [string, Buffer])[], stated?: number): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crcOf(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(stated ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), head, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), head, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from([0x50, 0x4b, 5, 6]), end]);
}

function crcOf(content: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of content.length > 1_000_000 ? Buffer.alloc(0) : content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function wordFile(paragraphs: readonly string[]): Buffer {
  const schema = "http://schemas.openxmlformats.org";
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
  return zipOf([
    [
      "[Content_Types].xml",
      Buffer.from(
        `<Types xmlns="${schema}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ),
    ],
    [
      "_rels/.rels",
      Buffer.from(
        `<Relationships xmlns="${schema}/package/2006/relationships"><Relationship Id="r1" Type="${schema}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    ],
    [
      "word/document.xml",
      Buffer.from(`<w:document xmlns:w="${schema}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`),
    ],
  ]);
}
