import { expect, test } from "vitest";
import { pngOf } from "../../../../test/images.ts";
import { readMark } from "#features/organisations/looks/mark-image.ts";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? Array.from(part, (l) => l.charCodeAt(0)) : part)));
const webp = (kind: string, ...rest: readonly number[]) =>
  bytes(
    "RIFF",
    [30, 0, 0, 0],
    "WEBP",
    kind,
    [10, 0, 0, 0],
    rest,
    Array.from({ length: 20 }, () => 0),
  );
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0, 60, 0, 200], "rest of it");

test.each([
  ["a PNG", pngOf(120, 40), { type: "image/png", width: 120, height: 40 }],
  ["a JPEG, whose size stands after other segments", jpeg, { type: "image/jpeg", width: 200, height: 60 }],
  ["a WebP", webp("VP8 ", 0, 0, 0, 0x9d, 0x01, 0x2a, 64, 0, 32, 0), { type: "image/webp", width: 64, height: 32 }],
  ["a WebP without loss", webp("VP8L", 0x2f, 63, 192, 7, 0), { type: "image/webp", width: 64, height: 32 }],
  [
    "a WebP with more in it",
    webp("VP8X", 0, 0, 0, 0, 63, 0, 0, 31, 0, 0),
    { type: "image/webp", width: 64, height: 32 },
  ],
])("%s is known by its content", (_, image, expected) => {
  expect(readMark(image)).toEqual(expected);
});

test.each([
  ["a drawing that may hold a script", bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), "wrong_kind"],
  ["a page called logo.png", bytes("<!doctype html><script>alert(1)</script>"), "wrong_kind"],
  ["a GIF", bytes("GIF89a", [1, 0, 1, 0]), "wrong_kind"],
  ["a PNG that moves", pngOf(32, 32, ["acTL", Buffer.alloc(8)]), "wrong_kind"],
  ["a WebP that moves", webp("VP8X", 2, 0, 0, 0, 63, 0, 0, 31, 0, 0), "wrong_kind"],
  ["a PNG that was cut off", pngOf(32, 32).subarray(0, 30), "wrong_kind"],
  ["a JPEG that was cut off", jpeg.subarray(0, 12), "wrong_kind"],
  ["nothing", new Uint8Array(), "wrong_kind"],
  ["an image of a few dots", pngOf(8, 8), "wrong_size"],
  ["an image as large as a wall", bytes(pngHead(9_000, 9_000)), "wrong_size"],
  ["a file too large to wait for", new Uint8Array(300_001), "too_large"],
])("%s is no mark", (_, image, problem) => {
  expect(readMark(image)).toEqual({ problem: `organisations.look.mark_${problem}` });
});

function pngHead(width: number, height: number): number[] {
  const image = pngOf(16, 16);
  const view = new DataView(image.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return [...image];
}
