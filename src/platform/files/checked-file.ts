import { type Problem, Refusal } from "#kernel/refusal.ts";
import { decodedText, isBinary, startsWith } from "#platform/files/decoded-text.ts";
import { packedParts, unfoldsWithin } from "#platform/files/packed-file.ts";
import { type FileType, type CheckedFile, safeFileName } from "#platform/files/file-kinds.ts";

/** Larger than slides with pictures need to be. */
export const largestFile = 10 * 1024 * 1024;
/** A document from an office program is packed; this is as far as one may unfold. */
const largestUnpacked = 200 * 1024 * 1024;

/** What tells the office documents from each other. */
const mainParts = { docx: "word/document.xml", pptx: "ppt/presentation.xml", xlsx: "xl/workbook.xml" } as const;

/**
 * A file as it may be kept: its kind told by what stands in it, and by its ending too, so that nothing goes under
 * another's name. Refuses what is too large or empty, what would unfold beyond all reason, what is of another kind than
 * those we take, and documents with macros. Nothing in the file is run.
 */
export async function checkedFile({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<CheckedFile> {
  if (bytes.byteLength > largestFile) throw wrong("platform.file.too_large", { megabytes: 10 });
  if (bytes.byteLength === 0) throw wrong("platform.file.empty");
  const type = await typeOf(bytes);
  const ending = /\.([a-z0-9]+)$/u.exec(name.toLowerCase())?.[1]?.replace("jpeg", "jpg");
  if (type === undefined) throw wrong("platform.file.wrong_kind");
  if (type !== ending) throw wrong("platform.file.wrong_ending");
  // Kept as UTF-8, which is what it is served as.
  const content = type === "txt" ? new TextEncoder().encode(decodedText(bytes).text) : bytes;
  return { name: safeFileName(name, type), type, bytes: content };
}

async function typeOf(bytes: Uint8Array): Promise<FileType | undefined> {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return "pdf";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpg";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return officeType(bytes);
  return isBinary(bytes) ? undefined : "txt";
}

async function officeType(bytes: Uint8Array): Promise<FileType | undefined> {
  const parts = packedParts(bytes);
  if (!parts) throw wrong("platform.file.unreadable");
  const names = parts.map(({ name }) => name.toLowerCase());
  if (names.some((name) => /vbaproject|vbadata|\/activex\/|\/macrosheets\//u.test(name)))
    throw wrong("platform.file.macros");
  const fits = await unfoldsWithin(bytes, parts, largestUnpacked).catch(() => undefined);
  if (fits === undefined) throw wrong("platform.file.unreadable");
  if (!fits) throw wrong("platform.file.too_large", { megabytes: 10 });
  const [found, ...more] = (["docx", "pptx", "xlsx"] as const).filter((type) => names.includes(mainParts[type]));
  return names.includes("[content_types].xml") && more.length === 0 ? found : undefined;
}

function wrong(code: Problem["code"], values: Problem["values"] = {}): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "file", code, values }]);
}
