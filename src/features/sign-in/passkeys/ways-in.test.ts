import { expect, test } from "vitest";
import { leavesAWayIn } from "#features/sign-in/passkeys/ways-in.ts";

test.each([
  { why: "a link can be mailed", ways: { hasAddress: true, hasPassword: false, passkeys: 1 }, left: true },
  { why: "there is a password", ways: { hasAddress: false, hasPassword: true, passkeys: 1 }, left: true },
  { why: "there is another passkey", ways: { hasAddress: false, hasPassword: false, passkeys: 2 }, left: true },
  { why: "it was all there was", ways: { hasAddress: false, hasPassword: false, passkeys: 1 }, left: false },
])("$why: $left", ({ ways, left }) => {
  expect(leavesAWayIn(ways)).toBe(left);
});
