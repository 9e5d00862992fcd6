import { expect, test } from "vitest";
import { domainOf, isAnybodys, parentsOf } from "#features/organisations/mail-domain.ts";

test.each([
  { address: "Maja.Ek@Kommun.Example.SE ", domain: "kommun.example.se" },
  { address: "maja@edu.example.se", domain: "edu.example.se" },
  { address: "maja", domain: undefined },
  { address: "maja@ek@example.se", domain: undefined },
])("the domain of $address is $domain", ({ address, domain }) => {
  expect(domainOf(address)).toBe(domain);
});

test("anybody's domain is known, and so is what lies under it", () => {
  expect(isAnybodys("gmail.com")).toBe(true);
  expect(isAnybodys("mail.yahoo.com")).toBe(true);
  expect(isAnybodys("notgmail.com")).toBe(false);
  expect(isAnybodys("molndal.se")).toBe(false);
});

test("a domain lies under those it ends with, never under a top domain", () => {
  expect(parentsOf("a.edu.example.se")).toEqual(["a.edu.example.se", "edu.example.se", "example.se"]);
});
