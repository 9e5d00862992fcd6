import { expect, test } from "vitest";
import { opened, sealed } from "#platform/openid/sealed-secret.ts";

const key = "a secret that only the installation has";

test("a sealed secret is opened with the same key, for the same provider", () => {
  const box = sealed("hemlig åäö", key, "one");
  expect(opened(box, key, "one")).toBe("hemlig åäö");
  expect(box.toString("latin1")).not.toContain("hemlig");
});

test("the same secret is sealed differently each time", () => {
  expect(sealed("hemlig", key, "one").equals(sealed("hemlig", key, "one"))).toBe(false);
});

test.each([
  { why: "another key", open: (box: Buffer) => opened(box, `${key}!`, "one") },
  { why: "another provider", open: (box: Buffer) => opened(box, key, "two") },
  { why: "a changed byte", open: (box: Buffer) => opened(changed(box), key, "one") },
  { why: "a box cut short", open: (box: Buffer) => opened(box.subarray(0, 20), key, "one") },
])("it stays shut with $why", ({ open }) => {
  expect(() => open(sealed("hemlig", key, "one"))).toThrow("secret_unreadable");
});

function changed(box: Buffer): Buffer {
  const copy = Buffer.from(box);
  copy[copy.length - 1]! ^= 1;
  return copy;
}
