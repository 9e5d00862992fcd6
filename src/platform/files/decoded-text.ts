/** How the bytes of a text stood for letters. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * The text that some bytes hold: UTF-8 with or without byte order mark, UTF-16 by its mark, and what is no UTF-8 is
 * Windows-1252 (which says the same as Latin-1 about every letter), as old programs still save it.
 */
export function decodedText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Whether bytes are something else than text: text holds no NUL, unless it is UTF-16 with its mark. */
export function isBinary(bytes: Uint8Array): boolean {
  if (markedUtf16(bytes)) return false;
  return startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) || bytes.subarray(0, 8_000).includes(0);
}

/** Whether bytes begin with those that tell a kind of file. */
export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function encodingOf(bytes: Uint8Array): Encoding {
  const marked = markedUtf16(bytes);
  if (marked) return marked;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

function markedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  return startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : undefined;
}
