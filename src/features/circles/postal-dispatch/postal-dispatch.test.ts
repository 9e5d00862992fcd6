import { expect, test } from "vitest";
import { addressLines } from "#features/circles/postal-dispatch/postal-dispatch.ts";

test.each([
  ["Ekvägen 1, 431 30 Mölndal", ["Ekvägen 1", "431 30 Mölndal"]],
  ["Ekvägen 1\r\n431 30 Mölndal", ["Ekvägen 1", "431 30 Mölndal"]],
  [" c/o Lind,\nEkvägen 1,,\n431 30 Mölndal ", ["c/o Lind", "Ekvägen 1", "431 30 Mölndal"]],
  ["a, b, c, d, e", ["a", "b", "c", "d, e"]],
  [" , ", []],
])("%j stands on an envelope as %j", (written, lines) => {
  expect(addressLines(written)).toEqual(lines);
});
