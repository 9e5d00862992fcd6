import { expect, test } from "vitest";
import { isInner, isLoopback } from "#platform/openid/inner-address.ts";

test.each([
  "127.0.0.1",
  "127.8.9.10",
  "10.1.2.3",
  "172.31.255.255",
  "192.168.0.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "255.255.255.255",
  "224.0.0.1",
  "::1",
  "::",
  "::ffff:10.0.0.1",
  "::ffff:7f00:1",
  "fe80::1",
  "fd12:3456::1",
  "64:ff9b::a00:1",
  "2002:a00:1::",
  "no address",
])("%s lies inside", (address) => {
  expect(isInner(address)).toBe(true);
});

test.each(["193.10.2.3", "172.32.0.1", "11.0.0.1", "8.8.8.8", "2a00:801::1", "::ffff:193.10.2.3"])(
  "%s lies outside",
  (address) => {
    expect(isInner(address)).toBe(false);
    expect(isLoopback(address)).toBe(false);
  },
);

test("the machine itself is told from its network", () => {
  expect(["127.0.0.1", "::1", "::ffff:127.0.0.1"].map(isLoopback)).toEqual([true, true, true]);
  expect(isLoopback("10.0.0.1")).toBe(false);
});
