import { Buffer } from "node:buffer";
import { Refusal } from "#kernel/refusal.ts";
import { decodedText, isBinary, startsWith } from "#platform/files/decoded-text.ts";
import { packedParts, unfoldsWithin } from "#platform/files/packed-file.ts";

/** A file somebody chose, as it arrived. */
export type ChosenFile = { readonly name: string; readonly bytes: Uint8Array };

/** Larger than any text that somebody pastes; what is larger is refused before it is opened. */
export const largestFile = 10 * 1024 * 1024;
/** A Word file is packed; this is as far as one may unfold. */
const largestUnpacked = 50 * 1024 * 1024;
/** More text than this nobody reads. */
const mostText = 1_000_000;

/**
 * The text of something that came as a file: .txt in UTF-8, UTF-16 or Windows-1252, .docx or .html.
 *
 * The kind is told by name and content together; anything else, a file of more than 10 MB, and a packed file that
 * would unfold beyond 50 MB are refused. Nothing in the file is run, and no outside address is asked.
 */
export async function textOfFile({ name, bytes }: ChosenFile): Promise<string> {
  if (bytes.byteLength > largestFile) throw new Refusal("invalid", "platform.file.too_large", { megabytes: 10 });
  const text = await textOf(name.toLowerCase(), bytes);
  if (text.length > mostText) throw new Refusal("invalid", "platform.file.too_large", { megabytes: 1 });
  if (text.trim() === "") throw new Refusal("invalid", "platform.file.no_text");
  return text;
}

async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const isZip = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
  if (name.endsWith(".docx") && isZip) return wordText(bytes);
  if (isZip || isBinary(bytes)) throw new Refusal("invalid", "platform.file.holds_no_text");
  if (/\.html?$/u.test(name)) return htmlText(decodedText(bytes).text);
  if (/\.(?:txt|text|md)$/u.test(name)) return decodedText(bytes).text;
  throw new Refusal("invalid", "platform.file.holds_no_text");
}

async function wordText(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await refuseBomb(buffer);
  const { default: mammoth } = await import("mammoth");
  const noImages = mammoth.images.imgElement(async () => ({ src: "" }));
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, { externalFileAccess: false, convertImage: noImages });
    return await htmlText(value);
  } catch (cause) {
    throw Object.assign(new Refusal("invalid", "platform.file.unreadable"), { cause });
  }
}

/** Web pages and Word files come out as lines; rows keep their cells apart with tabs, links keep their address. */
async function htmlText(html: string): Promise<string> {
  const { convert } = await import("html-to-text");
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: largestFile, maxDepth: 200 },
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "nav", format: "skip" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: [" (", ")"] } },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
      {
        selector: "table",
        format: "dataTable",
        options: { uppercaseHeaderCells: false, colSpacing: 3, maxColumnWidth: 200 },
      },
    ],
  });
}

/** Refuses a packed file that cannot be unfolded, or would unfold beyond the limit, before anybody else opens it. */
async function refuseBomb(file: Buffer): Promise<void> {
  const parts = packedParts(file);
  if (!parts) throw new Refusal("invalid", "platform.file.unreadable");
  const isSmall = await unfoldsWithin(file, parts, largestUnpacked).catch((cause: unknown) => {
    throw Object.assign(new Refusal("invalid", "platform.file.unreadable"), { cause });
  });
  if (!isSmall) throw new Refusal("invalid", "platform.file.too_large", { megabytes: 10 });
}
