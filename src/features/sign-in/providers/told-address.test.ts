import { expect, test } from "vitest";
import { toldAddress } from "#features/sign-in/providers/told-address.ts";

const domains = ["kommunen.example.se"];
const told = (claims: object, from: "email" | "preferred_username" | "upn" = "email") =>
  toldAddress({ sub: "1", ...claims }, from, domains);

test("an address in the provider's own domain is believed, with the name it gives", () => {
  expect(told({ email: "Asta.Ek@Kommunen.example.se", email_verified: true, name: " Asta Ek " })).toEqual({
    address: "asta.ek@kommunen.example.se",
    domain: "kommunen.example.se",
    name: "Asta Ek",
  });
});

test.each([
  { why: "it says nothing of having verified it", claims: { email: "asta@kommunen.example.se" } },
  { why: "it says so as text", claims: { email: "asta@kommunen.example.se", email_verified: "true" } },
  {
    why: "it is told where ADFS tells it, and email_verified is of another address",
    claims: { upn: "asta@kommunen.example.se", email_verified: false },
    from: "upn" as const,
  },
])("an address is believed when $why", ({ claims, from }) => {
  expect(told(claims, from)).toMatchObject({ address: "asta@kommunen.example.se", name: "asta" });
});

test.each([
  { why: "there is none", claims: {}, says: "no_address" },
  { why: "it is no address", claims: { email: "asta" }, says: "no_address" },
  { why: "it is a list", claims: { email: ["asta@kommunen.example.se"] }, says: "no_address" },
  { why: "it hides a second one", claims: { email: "a@b.se,asta@kommunen.example.se" }, says: "no_address" },
  { why: "it stands elsewhere", claims: { upn: "asta@kommunen.example.se" }, says: "no_address" },
  {
    why: "it is called unverified",
    claims: { email: "asta@kommunen.example.se", email_verified: false },
    says: "address_unverified",
  },
  {
    why: "it is called unverified in text",
    claims: { email: "asta@kommunen.example.se", email_verified: "false" },
    says: "address_unverified",
  },
  { why: "it is another organisation's", claims: { email: "asta@annan.example.se" }, says: "foreign_domain" },
  {
    why: "it is in a domain below, which may be another's",
    claims: { email: "asta@skola.kommunen.example.se" },
    says: "foreign_domain",
  },
  {
    why: "the domain only ends alike",
    claims: { email: "asta@elakakommunen.example.se" },
    says: "foreign_domain",
  },
])("an address is not believed when $why", ({ claims, says }) => {
  expect(told(claims)).toBe(says);
});

test("a name that cannot be one gives way to the address", () => {
  const email = "asta.ek@kommunen.example.se";
  expect(told({ email, name: "x".repeat(300) })).toMatchObject({ name: "asta.ek" });
  expect(told({ email, name: "Asta 19121212-1212" })).toMatchObject({ name: "asta.ek" });
  expect(told({ email, given_name: "Asta", family_name: "Ek" })).toMatchObject({ name: "Asta Ek" });
});
