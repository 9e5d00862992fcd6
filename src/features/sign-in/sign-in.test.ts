import { expect, test } from "vitest";
import { ownAddress } from "#features/sign-in/sign-in.ts";

test.each([
  { why: "a page of ours", wished: "/planera/tsi?sida=2", goes: "/planera/tsi?sida=2" },
  { why: "nothing wished", wished: undefined, goes: "/idag" },
  { why: "another site", wished: "https://example.org/", goes: "/idag" },
  { why: "another site without its scheme", wished: "//example.org/", goes: "/idag" },
  { why: "what a browser reads as another site", wished: "/\\example.org", goes: "/idag" },
  { why: "a backslash further in", wished: "/a\\..\\\\example.org", goes: "/idag" },
  { why: "a line break that would end the header", wished: "/idag\r\nSet-Cookie: a=b", goes: "/idag" },
  { why: "the sign-in page itself", wished: "/logga-in", goes: "/idag" },
])("after signing in, $why leads to $goes", ({ wished, goes }) => {
  expect(ownAddress(wished)).toBe(goes);
});
