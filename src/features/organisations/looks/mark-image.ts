import type { MessageKey } from "#kernel/messages.ts";
import type { MarkType } from "#features/organisations/looks/look.ts";

export type MarkImage = { readonly type: MarkType; readonly width: number; readonly height: number };

/** More than any mark needs, and little enough for a page that is read on a phone. */
export const largestMark = 300_000;
const mostPixels = 4_000;
const fewestPixels = 16;

/**
 * What an image is, by what stands in it and not by what it is called: PNG, JPEG or WebP that stands still. SVG is not
 * taken, because it can hold a script; nor is anything that moves, because nobody asked for that. Tells why not, else.
 */
export function readMark(bytes: Uint8Array): MarkImage | { readonly problem: MessageKey } {
  if (bytes.byteLength > largestMark) return { problem: "organisations.look.mark_too_large" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const image = pngIn(view) ?? jpegIn(view) ?? webpIn(view);
  if (!image) return { problem: "organisations.look.mark_wrong_kind" };
  const { width, height } = image;
  if (Math.max(width, height) > mostPixels || Math.min(width, height) < fewestPixels)
    return { problem: "organisations.look.mark_wrong_size" };
  return image;
}

function textAt(view: DataView, from: number, length: number): string {
  if (from + length > view.byteLength) return "";
  return String.fromCharCode(...Array.from({ length }, (_, at) => view.getUint8(from + at)));
}

function pngIn(view: DataView): MarkImage | undefined {
  if (textAt(view, 0, 8) !== "\u0089PNG\r\n\u001a\n" || textAt(view, 12, 4) !== "IHDR" || view.byteLength < 33)
    return undefined;
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const chunk = textAt(view, at + 4, 4);
    if (chunk === "acTL") return undefined;
    if (chunk === "IDAT") return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
  }
  return undefined;
}

function jpegIn(view: DataView): MarkImage | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const segment = view.getUint8(at + 1);
    const startsFrame = segment >= 0xc0 && segment <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(segment);
    if (startsFrame) return { type: "image/jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += segment === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webpIn(view: DataView): MarkImage | undefined {
  if (textAt(view, 0, 4) !== "RIFF" || textAt(view, 8, 4) !== "WEBP" || view.byteLength < 30) return undefined;
  const type = "image/webp";
  switch (textAt(view, 12, 4)) {
    case "VP8 ":
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case "VP8X": {
      const moves = (view.getUint8(20) & 0x02) !== 0;
      const sizeAt = (from: number) => (view.getUint16(from, true) | (view.getUint8(from + 2) << 16)) + 1;
      return moves ? undefined : { type, width: sizeAt(24), height: sizeAt(27) };
    }
    default:
      return undefined;
  }
}
