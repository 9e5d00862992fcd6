import mammoth from "mammoth";
import { Refusal } from "#kernel/refusal.ts";

/** More than this is no invitation; what is packed in a Word file counts as it is unpacked. */
const mostBytes = 30 * 1024 * 1024;
export const mostCharacters = 200_000;

/** The text of a file somebody chose: plain text, a saved web page, or a Word document. */
export async function textInFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return wordText(bytes);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw wrongFile("round.file_is_pdf");
  if (bytes.subarray(0, 4_096).includes(0)) throw wrongFile("round.file_kind");
  return plainText(bytes);
}

async function wordText(bytes: Uint8Array): Promise<string> {
  if (unpackedSize(bytes) > mostBytes) throw wrongFile("round.file_kind");
  // A file that only looks like a Word document is the sender's mistake, not ours.
  const read = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).catch(() => undefined);
  if (!read) throw wrongFile("round.file_kind");
  return read.value;
}

/** UTF-8 if it is that, else what older Windows programs write. */
function plainText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** What a zip archive says it holds, added up from its list of contents. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  for (let at = 0; at + 46 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) size += view.getUint32(at + 24, true);
  }
  return size;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function wrongFile(code: "round.file_kind" | "round.file_is_pdf"): Refusal {
  return new Refusal("invalid", code, {}, [{ path: "file", code }]);
}
